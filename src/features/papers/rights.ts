import { right } from '../../people/right.ts'

/** Make a paper and keep what became of it: the office any, a unit its own. */
export const makePaper = right('paper.make', { PNV: 'all', HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own' })

/** Put a template of the office in the place of the one that comes with the product. */
export const changeTemplate = right('paper.template', { PNV: 'all', ADMIN: 'all' })
