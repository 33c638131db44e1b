import type { CampaignUnit } from '../../campaign/active.ts'
import { competes } from '../../campaign/competing.ts'
import { existsOn } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { giveableRoles } from '../../people/giveable.ts'
import { may } from '../../people/may.ts'
import type { Role } from '../../store/generated/client.ts'
import { invitePeople } from './rights.ts'

/** The units of today whose people this person may invite, by name. */
export function invitableUnits({ campaign, person, today }: Ctx): CampaignUnit[] {
  return [...campaign.units.values()]
    .filter(unit => existsOn(unit, today.toString()) && may(person, invitePeople, { unitCode: unit.code }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
}

/** Of these, the ones that compete: they are to have somebody. */
export function awaitedUnits(ctx: Ctx): CampaignUnit[] {
  return invitableUnits(ctx).filter(unit => competes(ctx.campaign.plan, unit))
}

export function rolesToGive({ person }: Ctx, unitCode: string): Role[] {
  return giveableRoles(person, invitePeople, unitCode)
}

/** The roles that this person may give somewhere. */
export function rolesGivenAnywhere(ctx: Ctx): Role[] {
  const given = new Set(ctx.person.roles.flatMap(({ unitCode }) => rolesToGive(ctx, unitCode)))
  return [...given]
}
