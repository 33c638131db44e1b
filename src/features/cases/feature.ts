import type { Feature } from '../../contract/feature.ts'
import { heldOfCases } from './held.ts'
import { caseRights } from './rights.ts'
import { casesRoom } from './room.tsx'

/**
 * Cases of harassment and delay (plan II.3, S03; H03). Read by named roles on the desk alone: there is no command, no search, no table of
 * `export`; the check of nominees learns yes, no or not known.
 */
export const cases: Feature = {
  name: 'cases',
  rights: Object.values(caseRights),
  audits: {
    case: [
      ...['case.write', 'case.change', 'case.list', 'case.open'],
      ...['case.exportAsk', 'case.exportAgree', 'case.exportTake'],
    ],
  },
  rooms: [casesRoom],
  personalData: heldOfCases,
}
