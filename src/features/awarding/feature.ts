import type { Feature } from '../../contract/feature.ts'
import type { AnyKind } from '../../records/kind.ts'
import type { Seams } from '../nominations/seams.ts'
import { heldOfAwarding } from './held.ts'
import { publicRoom } from './public-room.tsx'
import { answerObjection, object, seeList, setPublicDays } from './rights.ts'
import { awardingRoom } from './room.tsx'

/** The decision on who is awarded: the whole list on one page, public before it where that is set, with its number and its awards. */
export function awardingWith(kind: AnyKind, seams: Seams): Feature {
  return {
    name: 'awarding',
    rights: [seeList, object, answerObjection, setPublicDays],
    audits: {
      'award-decision': ['publish', 'publicDays', 'object', 'answer', 'decide', 'undo'].map(did => `awarding.${did}`),
    },
    rooms: [awardingRoom(kind, seams), publicRoom],
    personalData: heldOfAwarding,
  }
}
