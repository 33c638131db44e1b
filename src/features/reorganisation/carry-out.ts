import { type ActiveCampaign, campaignOf } from '../../campaign/active.ts'
import { applicabilityGoesOn } from '../../campaign/applicability-goes-on.ts'
import {
  endingUnits,
  type Fate,
  fateOf,
  lastDayOf,
  type Reorganisation,
  successorsIn,
} from '../../campaign/reorganisation.ts'
import { campaignSource } from '../../campaign/source.ts'
import type { Ctx } from '../../contract/feature.ts'
import { loadPlan } from '../../loading/load-plan.ts'
import { loadedPlans } from '../../loading/loaded-plans.ts'
import { reorganiseUnits } from '../../loading/reorganise-units.ts'
import { dutiesGoOn, type Joined } from '../../obligations/go-on.ts'
import { rolesGoOn, rolesStop } from '../../people/go-on.ts'
import type { AnyKind } from '../../records/kind.ts'
import { recordsGoOn } from '../../records/succession.ts'
import { inFlight, ledgerGoesOn } from '../../reminders/round/go-on.ts'
import type { RowChange } from '../../store/kept-rows.ts'
import type { Tx } from '../../store/transaction.ts'
import { sheetsGoOn } from '../dossier/go-on.ts'
import { draftGoesOn } from '../succession/go-on.ts'
import { changesBetween, look } from './looking.ts'
import { type Places, placesOf } from './places.ts'
import type { Choices, Trace } from './stored.ts'

export type Carrying = Pick<Ctx, 'tx' | 'now' | 'campaign'>

/** A duty of some units, and the unit that owes or answers for it from now on; null: none does. */
export interface DutyLine {
  dutyCode: string
  period: string
  dueOn: string
  from: readonly string[]
  to: string | null
}

/** What was done, or would be. */
export interface Carried {
  units: readonly { code: string; fate: Fate; to: readonly string[] }[]
  places: Places
  duties: {
    /** What falls due later goes on, that of several units as one. */
    goOn: readonly DutyLine[]
    /** Open and due by the last day: theirs for ever, and answered for by whoever follows. */
    stay: readonly DutyLine[]
    begin: number
    end: number
  }
  /** Messages that are on their way about what is owed. */
  reminders: { goOn: number; end: number }
  /** Figures that count at a unit which ends; what follows has their sum. */
  figures: readonly { unit: string; to: string | null; count: number }[]
  /** Sheets that were begun and do not go on by themselves. */
  sheetsLeft: readonly { unitCode: string; period: string }[]
  trace: Omit<Trace, 'told'>
  /** The campaign as it is afterwards. */
  campaign: ActiveCampaign
}

/**
 * Lets units end and begin from the day on, and everybody and everything of theirs go on, once: people, what is owed with its reminders,
 * drafts, open records, sheets. What was decided, what fell due and who acted before that day stays as it stood. Tells nobody. In the
 * caller's transaction; the decision must be without faults.
 */
export async function carryOut(
  ctx: Carrying,
  kinds: readonly AnyKind[],
  what: Reorganisation,
  choices: Choices,
): Promise<Carried> {
  const { tx, now, campaign } = ctx
  const { open } = campaign.among
  const ids = open.map(({ id }) => id)
  const before = await look(tx, ids, what)
  const flying = await inFlight(tx, idsOf(before.duties.values()))
  const places = await placesOf(ctx, kinds, what, choices)
  await reorganiseUnits(tx, what, now)
  const sheetsLeft: { unitCode: string; period: string }[] = []
  const joined: Joined[] = []
  for (const one of open) {
    const together = await goOnTogether(tx, one, what)
    sheetsLeft.push(...together.left)
    joined.push(...together.joined)
  }
  for (const plan of await loadedPlans(tx)) await loadPlan(tx, plan, now)
  const main = await campaignSource()(tx)
  const after = campaignOf(main.among, campaign.id) ?? main
  const lastDay = lastDayOf(what)
  for (const { personId, from, to } of places.people)
    if (to === null) await rolesStop(tx, personId, { from, lastDay }, now)
    else await rolesGoOn(tx, personId, { from, to, lastDay }, now)
  for (const { draft, from, to } of places.drafts) await draftGoesOn({ tx, campaign: after }, draft, from, to)
  for (const { id, campaignId, from, to } of places.records) {
    const of = campaignOf(main.among, campaignId)
    if (of) await recordsGoOn({ tx, now, campaign: of }, kinds, { from, to, ids: [id] })
  }
  const since = await look(tx, ids, what)
  const changes = changesBetween(before, since)
  const still = await inFlight(tx, idsOf(since.duties.values()))
  const cancelled = flying.filter(id => !still.includes(id))
  return {
    units: endingUnits(what).map(code => ({ code, fate: fateOf(what, code), to: successorsIn(what, code) })),
    places,
    duties: await dutiesSaid(tx, ids, what, changes.duties, joined),
    reminders: { goOn: flying.length - cancelled.length, end: cancelled.length },
    figures: await figuresOf(tx, ids, what),
    sheetsLeft,
    trace: { ...changes, cancelled },
    campaign: after,
  }
}

/** What belongs to the unit as a whole, by the unit that follows: of a divided one the larger part. */
async function goOnTogether(tx: Tx, campaign: ActiveCampaign, what: Reorganisation) {
  const lastDay = lastDayOf(what)
  const left: { unitCode: string; period: string }[] = []
  const joined: Joined[] = []
  for (const to of new Set(what.arrows.flatMap(arrow => arrow.to ?? []))) {
    const parts = endingUnits(what).filter(code => successorsIn(what, code).includes(to))
    const from = parts.filter(code => successorsIn(what, code)[0] === to)
    await applicabilityGoesOn(tx, campaign.id, { from: parts, to })
    joined.push(...(await dutiesGoOn(tx, campaign.id, campaign.plan, { from, to, lastDay })))
    left.push(
      ...(await sheetsGoOn(tx, campaign.id, {
        from,
        to,
        isRenamed: parts.every(code => fateOf(what, code) === 'renamed'),
      })),
    )
  }
  await ledgerGoesOn(tx, joined)
  return { left, joined }
}

async function dutiesSaid(
  tx: Tx,
  campaignIds: string[],
  what: Reorganisation,
  changes: readonly RowChange[],
  joined: readonly Joined[],
): Promise<Carried['duties']> {
  const joins = new Map(joined.map(({ from, to }) => [from, to]))
  const gone = await tx.obligation.findMany({ where: { id: { in: joined.flatMap(({ from, to }) => [from, to]) } } })
  const moved = changes.flatMap(({ before, after }) => {
    const into = gone.find(({ id }) => id === joins.get(String(after?.id)))
    const to = into?.unitCode ?? String(after?.unit_code ?? '')
    const from = String(before?.unit_code ?? '')
    return before && after && from !== to ? [{ ...dutyOf(after), from, to }] : []
  })
  const stay = await tx.obligation.findMany({
    where: {
      campaignId: { in: campaignIds },
      unitCode: { in: endingUnits(what) },
      state: { in: ['OPEN', 'WITH_HEAD'] },
    },
    select: { dutyCode: true, period: true, dueOn: true, unitCode: true },
  })
  return {
    goOn: together(what, moved),
    stay: together(
      what,
      stay.map(({ unitCode: from, ...duty }) => ({ ...duty, from, to: successorsIn(what, from)[0] ?? null })),
    ),
    begin: changes.filter(({ before }) => before === null).length,
    end: changes.filter(
      ({ before, after }) =>
        after && before?.state !== 'WITHDRAWN' && after.state === 'WITHDRAWN' && !joins.has(String(after.id)),
    ).length,
  }
}

function dutyOf(row: Readonly<Record<string, unknown>>) {
  return { dutyCode: String(row.duty_code), period: String(row.period), dueOn: String(row.due_on) }
}

/** The same duty of several units that one of them takes over is one line; by day, then as the decision names the units. */
function together(what: Reorganisation, one: readonly (Omit<DutyLine, 'from'> & { from: string })[]): DutyLine[] {
  const order = endingUnits(what)
  const lines = new Map<string, DutyLine>()
  for (const { from, ...duty } of one.toSorted((a, b) => order.indexOf(a.from) - order.indexOf(b.from))) {
    const key = [duty.dutyCode, duty.period, duty.to].join('|')
    lines.set(key, { ...duty, from: [...(lines.get(key)?.from ?? []), from] })
  }
  return [...lines.values()].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

function sortKey({ dueOn, dutyCode, period, to }: DutyLine): string {
  return [dueOn, dutyCode, period, to].join('|')
}

async function figuresOf(tx: Tx, campaignIds: string[], what: Reorganisation): Promise<Carried['figures']> {
  const figures: { unit: string; to: string | null; count: number }[] = []
  for (const unit of endingUnits(what)) {
    const count = await tx.record.count({
      where: {
        campaignId: { in: campaignIds },
        kind: 'report',
        key: { startsWith: `${unit}:` },
        passedVersion: { gt: 0 },
      },
    })
    figures.push({ unit, to: successorsIn(what, unit)[0] ?? null, count })
  }
  return figures
}

function idsOf(rows: Iterable<Readonly<Record<string, unknown>>>): string[] {
  return [...rows].map(({ id }) => String(id))
}
