import { withFormer } from '../../campaign/acting-unit.ts'
import { competes } from '../../campaign/competing.ts'
import { officeName } from '../../campaign/names.ts'
import { type CampaignStep, isUnderWay } from '../../campaign/states.ts'
import { existsOn } from '../../campaign/unit.ts'
import type { CampaignState } from '../../campaign/writable.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Params } from '../../conversation/field.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { type Holder, holdersOf } from '../../people/holders.ts'
import { takeOut } from '../../reminders/round/take-back.ts'
import type { Role } from '../../store/generated/client.ts'
import { inOfficeHours } from '../succession/in-office-hours.ts'

/** By form, whether a draft of it brings something new. */
export type NewForms = ReadonlyMap<string, (params: Params) => boolean>

export interface StepTaken {
  move: CampaignStep
  from: CampaignState
  to: CampaignState
  reason: string
  /** Since when it stood in `from`. */
  since: Date | null
}

/** Of the beginning only these need to know: units are told by the plan's own announcement. */
const office: readonly Role[] = ['PNV', 'CHAIR', 'VICE']
const ofUnits: readonly Role[] = ['HEAD', 'WARD_CHAIR', 'CLERK']

/**
 * Everybody concerned is told once, whoever has an open draft that waits from now on in the same message. What was said of a move that is
 * taken back, and has not gone out yet, does not go out, nor does its taking back. How many are told.
 */
export async function tellStep(ctx: Ctx, moved: StepTaken, newForms: NewForms): Promise<number> {
  const unsaid = moved.move === 'back' ? await takeBackSaid(ctx, moved) : new Set<string>()
  const waiting = await draftsThatWait(ctx, moved, newForms)
  const told = new Map<string, Holder>()
  for (const one of [...(await concerned(ctx, moved)), ...waiting.values()])
    if (one.id !== ctx.person.id && !unsaid.has(one.id)) told.set(one.id, one)
  let count = 0
  for (const one of told.values()) if (await tellOne(ctx, moved, one, waiting.has(one.id))) count += 1
  return count
}

async function tellOne(ctx: Ctx, moved: StepTaken, { id, locale }: Holder, hasDraft: boolean): Promise<boolean> {
  const { tx, campaign, now, today, person } = ctx
  const t = ctx.texts(locale)
  const named = {
    name: `${campaign.plan.identity.name} ${campaign.year}`,
    office: officeName(campaign, today.toString()),
    who: person.fullName,
    from: t(`campaigns.states.${moved.from}`),
    to: t(`campaigns.states.${moved.to}`),
    reason: moved.reason,
  }
  const back = moved.reason === '' ? 'back' : 'backWhy'
  const lines = [
    t(moved.move === 'on' ? `campaigns.told.${moved.to}` : `campaigns.told.${back}`, named),
    ...(hasDraft ? [t(`campaigns.told.draft.${moved.to === 'ARCHIVED' ? 'closed' : 'waits'}`, named)] : []),
  ]
  const message = { text: lines.join('\n\n') }
  const dedupeKey = `${keyOf(campaign.id, moved.to, now)}${id}`
  const notice = { dedupeKey, kind: 'NOTICE' as const, campaign, message, ...inOfficeHours(campaign, now) }
  return enqueueTo(tx, id, notice, now)
}

function keyOf(campaignId: string, state: CampaignState, since: Date): string {
  return `campaign-state:${campaignId}:${state}:${since.toISOString()}:`
}

/** Those who would have been told of the move that is taken back, and are told nothing now. */
async function takeBackSaid({ tx, campaign, now }: Ctx, { from, since }: StepTaken): Promise<ReadonlySet<string>> {
  if (since === null) return new Set()
  const start = keyOf(campaign.id, from, since)
  const rows = await tx.outbox.findMany({ where: { dedupeKey: { startsWith: start } }, select: { dedupeKey: true } })
  const keys = rows.map(({ dedupeKey }) => dedupeKey)
  return new Set((await takeOut(tx, keys, 'undone', now)).map(key => key.slice(start.length)))
}

/** Officers always; the units that compete when the year-end begins, and whenever what they may do changes. */
async function concerned({ tx, campaign, today }: Ctx, { from, to }: StepTaken): Promise<Holder[]> {
  const officers = await holdersOf(tx, office, today)
  const isOfUnits = isUnderWay({ state: from }) !== isUnderWay({ state: to }) || [from, to].includes('SUMMARISING')
  if (!isOfUnits && to !== 'ARCHIVED' && from !== 'ARCHIVED') return officers
  const day = today.toString()
  const competing = [...campaign.units.values()].filter(unit => competes(campaign.plan, unit) && existsOn(unit, day))
  const units = competing.map(({ code }) => code)
  return [...officers, ...(await holdersOf(tx, ofUnits, today, withFormer(campaign, units, day)))]
}

/** Whose drafts are kept and taken no more: all of them by a closed campaign, those of something new by one that takes nothing new. */
async function draftsThatWait(
  { tx, campaign }: Ctx,
  { move, to }: StepTaken,
  newForms: NewForms,
): Promise<ReadonlyMap<string, Holder>> {
  if (isUnderWay({ state: to }) || (move === 'back' && to === 'AWARDED')) return new Map()
  const ofNew = to === 'ARCHIVED' ? {} : { form: { in: [...newForms.keys()] } }
  const rows = await tx.draft.findMany({
    where: { campaignId: campaign.id, state: 'OPEN', ...ofNew, person: { erasedAt: null } },
    select: { form: true, params: true, person: { select: { id: true, fullName: true, locale: true } } },
  })
  const waiting = rows.filter(
    ({ form, params }) => to === 'ARCHIVED' || newForms.get(form)?.(params as Params) === true,
  )
  return new Map(
    waiting.flatMap(({ person }) =>
      person ? [[person.id, { ...person, locale: person.locale === 'en' ? ('en' as const) : ('vi' as const) }]] : [],
    ),
  )
}
