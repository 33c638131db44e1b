import { decision, right } from '../../people/right.ts'

const ofTheUnit = { HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own' } as const

/** See the register: the office and those who decide all of it, a unit its own. */
export const seeAwards = right('award.see', { PNV: 'all', CHAIR: 'all', VICE: 'all', OBSERVER: 'all', ...ofTheUnit })

/** Write into it what a unit has awarded by itself (K06), or what was awarded at once, outside the season. */
export const recordAward = right('award.record', { PNV: 'all', ...ofTheUnit })

/** Print certificates and note their hand-over. */
export const handOver = right('award.handOver', { PNV: 'all', WARD_CHAIR: 'own' })

/** Say that an award counts no more, by the decision that took it back. */
export const revokeAward = decision('award.revoke', { PNV: 'all' })

/** Make a new key of the office. */
export const changeKey = right('award.key', { ADMIN: 'all' })
