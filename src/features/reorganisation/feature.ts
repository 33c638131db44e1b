import type { Feature } from '../../contract/feature.ts'
import { isOfRecords } from '../../records/feature.ts'
import { reorganisationsOfToday } from './daily.ts'
import { heldOfReorganisations } from './held.ts'
import { reorganiseUnits } from './rights.ts'
import { reorganisationRoomOver } from './room.tsx'

/** Units are merged, divided, renamed, dissolved: on the desk and by file, previewed, undone within a day. */
export function reorganisationOf(handedIn: readonly Feature[]): Feature {
  const kinds = handedIn.filter(isOfRecords).map(({ record }) => record)
  return {
    name: 'reorganisation',
    isAboveCampaigns: true,
    rights: [reorganiseUnits],
    rooms: [reorganisationRoomOver(kinds)],
    audits: { reorganisation: ['units.reorganise', 'units.planReorganisation', 'units.undoReorganisation'] },
    daily: (system, campaign, now, goesOn) => reorganisationsOfToday(system, campaign, now, goesOn, kinds),
    personalData: heldOfReorganisations,
  }
}
