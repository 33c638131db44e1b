import { right } from '../../people/right.ts'

/**
 * Named roles only (plan II.3, S03; II.2.2, H03): the managing office and those who check write them down and read them; the chairman reads.
 * The administrator does not, nor does anybody of the unit concerned.
 */
export const caseRights = {
  keep: right('case.keep', { PNV: 'all', CHECKER: 'all' }),
  see: right('case.see', { PNV: 'all', CHECKER: 'all', CHAIR: 'all' }),
} as const
