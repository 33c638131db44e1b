import { hasEnded, successorsOn } from '../../campaign/acting-unit.ts'
import type { CampaignUnit } from '../../campaign/active.ts'
import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Params } from '../../conversation/field.ts'
import { rolesGoOn } from '../../people/go-on.ts'
import type { Person } from '../../people/person.ts'
import type { AnyKind } from '../../records/kind.ts'
import { recordsGoOn } from '../../records/succession.ts'
import type { Draft } from '../../store/generated/client.ts'

/** A unit that has ended while somebody still holds a role there, and whoever has taken its place. */
export interface Ended {
  unit: CampaignUnit
  lastDay: string
  successors: readonly CampaignUnit[]
}

/** The first such unit of a person; one that was dissolved is none. Costs nothing where there is none. */
export function endedUnitOf({ campaign, today }: Pick<Ctx, 'campaign' | 'today'>, { roles }: Person): Ended | null {
  const day = today.toString()
  for (const code of new Set(roles.map(({ unitCode }) => unitCode))) {
    const unit = campaign.units.get(code)
    if (!unit?.validTo || !hasEnded(unit, day)) continue
    const successors = successorsOn(campaign, code, day)
    if (successors.length > 0) return { unit, lastDay: unit.validTo, successors }
  }
  return null
}

/**
 * Lets a person go on at the unit that has taken the place of theirs: roles from the next day on, open drafts, and the open records of
 * the old unit, of the person alone where it was divided.
 */
export async function goOn(
  ctx: Pick<Ctx, 'tx' | 'now' | 'campaign'>,
  kinds: readonly AnyKind[],
  personId: string,
  { unit, lastDay, successors }: Ended,
  to: string,
): Promise<void> {
  const from = unit.code
  await rolesGoOn(ctx.tx, personId, { from, to, lastDay }, ctx.now)
  await draftsGoOn(ctx, personId, from, to)
  const going = { from, to, ...(successors.length > 1 ? { authorId: personId } : {}) }
  // In every campaign that is open: the unit has ended in all of them.
  for (const campaign of ctx.campaign.among.open) await recordsGoOn({ ...ctx, campaign }, kinds, going)
}

async function draftsGoOn(
  ctx: Pick<Ctx, 'tx' | 'campaign'>,
  personId: string,
  from: string,
  to: string,
): Promise<void> {
  for (const draft of await ctx.tx.draft.findMany({ where: { personId, state: { in: ['OPEN', 'WAITING'] } } }))
    await draftGoesOn(ctx, draft, from, to)
}

/** A draft that was begun for a unit goes on for the one that has taken its place; another draft stays as it is. */
export async function draftGoesOn(
  { tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>,
  { id, key, params }: Pick<Draft, 'id' | 'key' | 'params'>,
  from: string,
  to: string,
): Promise<void> {
  const known = params as Params
  if (known.unit !== from) return
  const [before, after] = [from, to].map(code => unitName(campaign, code))
  const named = Object.fromEntries(
    ['unitName', 'about'].flatMap(name => (known[name] === before ? [[name, after ?? to]] : [])),
  )
  const parts = key.split(':').map(part => (part === from ? to : part))
  await tx.draft.update({
    where: { id },
    data: { key: parts.join(':'), params: { ...known, ...named, unit: to } as object },
  })
}
