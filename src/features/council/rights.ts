import type { ActiveCampaign } from '../../campaign/active.ts'
import { may, mayEver, reachOf } from '../../people/may.ts'
import type { Person } from '../../people/person.ts'
import { right } from '../../people/right.ts'

/** Name the members of the unit's council and prepare its sittings. */
export const prepareCouncil = right('council.prepare', { HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own' })

/** The same for the council that advises the City; the managing office is its standing body. */
export const prepareCityCouncil = right('council.prepareCity', { PNV: 'all' })

/** Sit in a council: each sitting asks besides whether one is among its members. */
export const sitInCouncil = right('council.sit', { COUNCIL: 'own' })

/** Address of the room on the desk. */
export const COUNCIL_PATH = 'hoi-dong'

/** The unit whose council advises the City; undefined where there is none. */
export function cityCouncil({ units }: ActiveCampaign): string | undefined {
  return [...units.values()].find(({ kind }) => kind === 'peoples_committee')?.code
}

export function mayPrepare(person: Person, campaign: ActiveCampaign, unitCode: string): boolean {
  return (
    may(person, prepareCouncil, { unitCode }) || (unitCode === cityCouncil(campaign) && may(person, prepareCityCouncil))
  )
}

/** The right by which this person prepares for that council: what the audit names. */
export function preparing(campaign: ActiveCampaign, unitCode: string) {
  return unitCode === cityCouncil(campaign) ? prepareCityCouncil : prepareCouncil
}

/** The councils for which this person prepares. */
export function preparedBy(person: Person, campaign: ActiveCampaign): string[] {
  const city = mayEver(person, prepareCityCouncil) ? cityCouncil(campaign) : undefined
  return [...reachOf(person, prepareCouncil).units, ...(city === undefined ? [] : [city])]
}
