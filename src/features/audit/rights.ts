import { right } from '../../people/right.ts'

/** Read the log of what was done. */
export const seeAudit = right('audit.see', { CHAIR: 'all', VICE: 'all', PNV: 'all', ADMIN: 'all' })
