import { hasEnded } from '../../campaign/acting-unit.ts'
import type { CampaignUnit } from '../../campaign/active.ts'
import { unitName } from '../../campaign/names.ts'
import { existsOn } from '../../campaign/unit.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may, mayEver } from '../../people/may.ts'
import { openInvitations } from '../../people/open-invitations.ts'
import { fold } from '../../reading/text.ts'
import { seePeople } from './rights.ts'
import { heldOn, readKnown } from './store.ts'
import { UnitPage, UnitsPage } from './units-page.tsx'

/** The units with their people; behind each who is there, who was, and what came before and after it. */
export const unitsRoom: DeskRoom = {
  path: 'don-vi',
  group: 'members',
  title: 'roleGiving.units.title',
  door: 'house',
  mayOpen: person => mayEver(person, seePeople),

  answer: async (ctx, request) => {
    if (request.form) return null
    const units = seenUnits(ctx)
    if (request.rest === '') return list(ctx, request, units)
    const unit = units.find(({ code }) => code === request.rest)
    return unit ? one(ctx, request, unit) : null
  },
}

function seenUnits({ campaign, person }: Ctx): CampaignUnit[] {
  return [...campaign.units.values()]
    .filter(({ code }) => may(person, seePeople, { unitCode: code }))
    .sort((first, second) => first.name.localeCompare(second.name, 'vi'))
}

async function list(ctx: Ctx, { address, search }: RoomRequest, all: readonly CampaignUnit[]): Promise<RoomAnswer> {
  const day = ctx.today.toString()
  const q = search.get('q') ?? ''
  const isPast = search.get('cu') === '1'
  const words = fold(q).split(' ')
  const units = all
    .filter(unit => (isPast ? hasEnded(unit, day) : existsOn(unit, day)))
    .filter(unit => words.every(word => fold(namesOf(ctx, unit)).includes(word)))
  const known = await readKnown(ctx)
  const waiting = await openInvitations(
    ctx.tx,
    units.map(({ code }) => code),
    ctx.now,
  )
  const lines = units.map(unit => ({
    unit,
    here: known.filter(({ roles }) => heldOn(roles, day).some(({ unitCode }) => unitCode === unit.code)).length,
    waiting: waiting.filter(({ unitCode }) => unitCode === unit.code).length,
  }))
  return {
    title: ctx.t('roleGiving.units.title'),
    body: () => <UnitsPage {...{ ctx, address, lines, q, isPast }} />,
  }
}

/** A unit is found by its name, and by the names of those that it took the place of. */
function namesOf({ campaign }: Ctx, { code, name }: CampaignUnit): string {
  const former = [...campaign.units.values()].filter(({ successors }) => successors.includes(code))
  return [name, code, ...former.flatMap(one => [one.name, one.code])].join(' ')
}

async function one(ctx: Ctx, { address }: RoomRequest, unit: CampaignUnit): Promise<RoomAnswer> {
  const known = await readKnown(ctx)
  const waiting = await openInvitations(ctx.tx, [unit.code], ctx.now)
  const named = (codes: readonly string[]) => codes.map(code => unitName(ctx.campaign, code))
  const before = [...ctx.campaign.units.values()].filter(({ successors }) => successors.includes(unit.code))
  const shown = {
    ctx,
    address,
    unit,
    known,
    waiting,
    before: before.map(({ name }) => name),
    after: named(unit.successors),
  }
  return { title: unit.name, body: () => <UnitPage {...shown} /> }
}
