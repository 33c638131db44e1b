import type { Feature } from '../../contract/feature.ts'
import { councilForms, councilRoutes } from './chat.ts'
import { votesTable } from './export.ts'
import { heldOfCouncil } from './held.ts'
import { mayReadCaseFile } from './may-read-file.ts'
import { prepareCityCouncil, prepareCouncil, sitInCouncil } from './rights.ts'
import { councilRoom } from './room.tsx'
import { councilWaiting } from './waiting.ts'
import { steps } from './written-down.ts'

/** The councils: who sits in them, sittings, ballots that are sealed until the chair opens them, minutes. */
export const council: Feature = {
  name: 'council',
  rights: [prepareCouncil, prepareCityCouncil, sitInCouncil],
  decides: [sitInCouncil],
  audits: {
    council: ['seat', 'unseat', 'choose'].map(action => `council.${action}`),
    sitting: steps.map(action => `council.${action}`),
    person: ['council.keyMake', 'council.keyConfirm'],
  },
  routes: councilRoutes,
  forms: councilForms,
  waiting: councilWaiting,
  exports: { votes: votesTable },
  rooms: [councilRoom],
  mayReadFile: mayReadCaseFile,
  personalData: heldOfCouncil,
}
