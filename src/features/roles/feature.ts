import type { Feature } from '../../contract/feature.ts'
import { isOfRecords } from '../../records/feature.ts'
import { comingOverToday } from './drafts-go-over.ts'
import { peopleRoomOver } from './people-room.tsx'
import { joinPeople, managePeople, seePeople } from './rights.ts'
import { unitsRoom } from './units-room.tsx'

/** Who holds which role from when to when: given, ended, handed over on the desk. */
export function rolesOf(handedIn: readonly Feature[]): Feature {
  const kinds = handedIn.filter(isOfRecords).map(({ record }) => record)
  return {
    name: 'roles',
    isAboveCampaigns: true,
    rights: [seePeople, managePeople, joinPeople],
    rooms: [peopleRoomOver(kinds), unitsRoom],
    daily: (system, campaign, now, goesOn) => comingOverToday(system, campaign, now, goesOn, kinds),
  }
}
