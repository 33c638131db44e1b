import type { CampaignUnit } from '../../campaign/active.ts'
import { competes, groupOf } from '../../campaign/competing.ts'
import { existsOn } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { accountsFor } from '../../outbox/address.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'
import { everyOpen, type OwedRow } from '../../reminders/round/load-round.ts'
import type { Role } from '../../store/generated/client.ts'
import { periodOf } from './options.ts'
import { type Audience, isNudge, type RoleGroup, roleGroups, rolesOf, type To } from './rules.ts'

export interface NotifiedPerson {
  id: string
  fullName: string
  givenName: string
  quietFrom: string | null
  quietTo: string | null
  /** Reminders and broadcasts of the present day. */
  toldToday: number
}

/** One person a broadcast is for, or a unit in which there is nobody. */
export interface Recipient {
  unitCode: string
  group: RoleGroup | null
  person: NotifiedPerson | null
  account: { id: string; channel: string } | null
  /** Why nothing can be brought to them. */
  why: 'nobody' | 'noAccount' | 'inactive' | 'quiet' | null
  owed: OwedRow | null
}

/** Everybody a broadcast is for as of now, unit by unit; also those who cannot be reached. */
export async function recipientsOf(ctx: Ctx, audience: Audience): Promise<Recipient[]> {
  const places = isNudge(audience) ? await owing(ctx, audience.to) : competing(ctx, audience.to)
  const units = [...new Set(places.map(place => place.unitCode))]
  const people = await peopleOf(ctx, units, audience.roles)
  const accounts = await accountsFor(ctx.tx, [...new Set(people.map(({ person }) => person.id))])
  const byUnit = new Map<string, PersonOfUnit[]>(units.map(code => [code, []]))
  for (const one of people) byUnit.get(one.unitCode)?.push(one)
  const seen = new Set<string>()
  return places.flatMap(({ unitCode, owed }): Recipient[] => {
    const there = (byUnit.get(unitCode) ?? []).filter(({ group }) => mayHelp(group, owed))
    if (there.length === 0) return [{ unitCode, group: null, person: null, account: null, why: 'nobody', owed }]
    return there.flatMap(({ person, group, isLost }): Recipient[] => {
      // Of a message to all, a person of two units gets one; of two things that are owed, one each.
      const key = `${person.id}|${owed?.id ?? ''}`
      if (seen.has(key)) return []
      seen.add(key)
      const account = accounts.get(person.id) ?? null
      const why = account ? null : isLost ? 'inactive' : 'noAccount'
      return [{ unitCode, group, person, account, why, owed }]
    })
  })
}

/** Units that compete today. */
export function competingUnits(ctx: Ctx): CampaignUnit[] {
  const { plan, units } = ctx.campaign
  const today = ctx.today.toString()
  return [...units.values()].filter(unit => competes(plan, unit) && existsOn(unit, today))
}

interface Place {
  unitCode: string
  owed: OwedRow | null
}

function competing(ctx: Ctx, to: To): Place[] {
  const units = competingUnits(ctx).filter(unit => {
    if (to.of === 'group') return groupOf(ctx.campaign.plan, unit) === to.group
    return to.of === 'units' ? to.units.includes(unit.code) : to.of === 'all'
  })
  return units.map(({ code }) => ({ unitCode: code, owed: null }))
}

/** Who acts for a unit that owes; of several periods of one target the nearest is spoken of. */
async function owing(ctx: Ctx, to: To): Promise<Place[]> {
  const open = await everyOpen(ctx.tx, ctx.campaign, ctx.today.toString())
  if (to.of === 'duty') {
    const rows = open.filter(row => row.duty_code === to.duty && periodOf(row) === to.period)
    // Of several items of one unit the nearest is spoken of.
    const first = rows.filter(row => rows.find(({ unit_code }) => unit_code === row.unit_code) === row)
    return first.map(owed => ({ unitCode: owed.acting_unit, owed }))
  }
  if (to.of !== 'target') return []
  const nearest = new Map<string, OwedRow>()
  for (const row of open)
    if (row.targets.includes(to.target) && !nearest.has(row.unit_code)) nearest.set(row.unit_code, row)
  return [...nearest.values()].map(owed => ({ unitCode: owed.acting_unit, owed }))
}

/** What a focal point has handed to the head is the head's to bring on. */
function mayHelp(group: RoleGroup, owed: OwedRow | null): boolean {
  if (owed === null) return true
  return group === 'head' || (group === 'focalPoint' && owed.state === 'OPEN')
}

interface PersonOfUnit {
  unitCode: string
  group: RoleGroup
  person: NotifiedPerson
  /** There was an account, and the platform no longer takes messages to it. */
  isLost: boolean
}

async function peopleOf(ctx: Ctx, units: readonly string[], groups: readonly RoleGroup[]): Promise<PersonOfUnit[]> {
  const day = ctx.today.toString()
  const roles: Role[] = groups.flatMap(group => rolesOf[group])
  const since = instantAt(day, '00:00', ctx.campaign.timeZone)
  const rows = await ctx.tx.$queryRaw<(NotifiedPerson & { unitCode: string; role: Role; isLost: boolean })[]>`
    SELECT r.unit_code AS "unitCode", r.role, p.id, p.full_name AS "fullName", p.given_name AS "givenName",
      p.quiet_from AS "quietFrom", p.quiet_to AS "quietTo",
      EXISTS (SELECT FROM account a WHERE a.person_id = p.id) AS "isLost",
      (SELECT count(*)::int FROM account a JOIN outbox o ON o.account_id = a.id
        WHERE a.person_id = p.id AND o.kind IN ('REMINDER', 'BROADCAST') AND o.state NOT IN ('EXPIRED', 'UNREACHABLE')
          AND o.created_at >= ${since}) AS "toldToday"
    FROM role_assignment r JOIN person p ON p.id = r.person_id
    WHERE p.erased_at IS NULL AND r.role::text = ANY(${roles as string[]}::text[])
      AND r.unit_code = ANY(${units as string[]}::text[])
      AND r.valid_from <= ${day} AND (r.valid_to IS NULL OR r.valid_to >= ${day})
    ORDER BY r.unit_code, r.role::text, p.full_name, p.id`
  return rows.map(({ unitCode, role, isLost, ...person }) => ({
    unitCode,
    group: roleGroups.find(group => rolesOf[group].includes(role)) ?? 'staff',
    person,
    isLost,
  }))
}
