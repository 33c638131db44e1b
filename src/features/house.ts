import type { Feature } from '../contract/feature.ts'
import { tablesOfTheHouse } from '../exports/feature.ts'
import { auditsOfPeople } from '../people/audits.ts'
import { houseRights } from '../people/house-rights.ts'
import { auditsOfSecurity } from '../people/security-log.ts'
import { auditsOfSecrecy } from '../secrecy/overrule.ts'

/** What the rooms below the features declare. */
export const house: readonly Feature[] = [
  { ...tablesOfTheHouse, rights: Object.values(houseRights), audits: auditsOfPeople },
  { name: 'accounts-log', audits: auditsOfSecurity },
  { name: 'secrecy', audits: auditsOfSecrecy },
]
