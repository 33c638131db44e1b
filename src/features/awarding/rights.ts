import { decision, right } from '../../people/right.ts'

const unitsPeople = { HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own' } as const

/** See the list that is decided on, with its check sheets; who decides stands in the rights of the nomination. */
export const seeList = right('awarding.see', { PNV: 'all', CHAIR: 'all', VICE: 'all', WARD_CHAIR: 'own' })

/** See a list that is public, and object to it: a unit for itself and for whoever told it; the office for everybody. */
export const object = right('awarding.object', { PNV: 'all', ...unitsPeople })

/** Answer an objection. */
export const answerObjection = decision('awarding.answer', { PNV: 'all', WARD_CHAIR: 'own' })

/** How long a list is public before it is decided on. */
export const setPublicDays = right('awarding.publicDays', { CHAIR: 'all', PNV: 'all' })
