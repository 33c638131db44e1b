import type { Feature } from '../../contract/feature.ts'
import { isOfRecords } from '../../records/feature.ts'
import { changeReasons } from './rights.ts'
import { reasonsRoom } from './room.tsx'

/** Reasons that the office writes once and chooses when it decides. */
export function reasonTextsFor(handedIn: readonly Feature[]): Feature {
  const kinds = handedIn.filter(isOfRecords).map(({ record }) => record)
  return {
    name: 'reason-texts',
    isAboveCampaigns: true,
    rights: [changeReasons],
    audits: { reasonText: ['reasonText.add', 'reasonText.remove'] },
    rooms: [reasonsRoom(kinds)],
  }
}
