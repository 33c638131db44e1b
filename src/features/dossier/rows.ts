import { periodOwed, spanOf } from '../../campaign/report-period.ts'
import type { Target } from '../../campaign/target.ts'
import { namesOf } from '../../campaign/target-names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { reportKindName } from '../../figures/counted.ts'
import { reportRights } from '../../figures/rights.ts'
import { answersOf } from '../../records/answers.ts'
import { marksOf } from '../../records/correct.ts'
import { anyKind } from '../../records/kind.ts'
import type { RecordVersion, Record as StoredRecord } from '../../store/generated/client.ts'
import { figureIn } from '../progress/answered.ts'
import { paramsOver } from '../progress/asking.ts'
import { reportForms } from '../progress/forms.ts'
import { report } from '../progress/kind.ts'
import { type Applying, type UnitTarget, unitTargets } from '../progress/owed.ts'
import { keyOf, primaryCode } from '../progress/report-key.ts'
import { reportKind } from '../progress/targets.ts'
import { cut, shownFigure } from '../progress/wording.ts'
import type { Row, SentState } from './row.ts'

/**
 * The targets of a unit's dossier of a period, in the order of the plan: what is or was owed for it, what a periodic duty of that rhythm
 * names, what has been handed in for it. Papers are no figures, they go by themselves. The same rows before and after handing in.
 */
export async function rowsOf(ctx: Ctx, unit: string, period: string, applying: Applying): Promise<Row[]> {
  const { tx, campaign } = ctx
  const records = await tx.record.findMany({
    where: { campaignId: campaign.id, kind: reportKindName, unitCode: unit, period },
  })
  const newest = records.map(({ id, version }) => ({ recordId: id, version }))
  const versions = newest.length === 0 ? [] : await tx.recordVersion.findMany({ where: { OR: newest } })
  const whys = await whyReturned(ctx, records)
  const wanted = await codesOf(ctx, unit, period)
  const order = new Map(campaign.plan.targets.map(({ code }, at) => [code, at]))
  const place = ({ target }: UnitTarget) => order.get(target.code) ?? 0
  return (await unitTargets(ctx, unit, applying))
    .filter(({ target }) => reportKind(target) !== 'document')
    .filter(({ serves, isPending }) => {
      const isSent = serves.some(({ code }) => records.some(({ topic }) => topic === primaryCode(campaign.plan, code)))
      return isSent || (!isPending && serves.some(({ code }) => wanted.has(code)))
    })
    .toSorted((one, other) => place(one) - place(other))
    .map((about, at) => {
      const topic = primaryCode(campaign.plan, about.target.code)
      const key = keyOf(unit, topic, period)
      const record = records.find(one => one.key === key) ?? records.find(one => one.topic === topic) ?? null
      const version = versions.find(({ recordId }) => recordId === record?.id) ?? null
      return rowOf(ctx, { unit, period, n: at + 1, topic }, about, record, version, whys)
    })
}

interface Place {
  unit: string
  period: string
  n: number
  topic: string
}

function rowOf(
  ctx: Ctx,
  { unit, period, n, topic }: Place,
  about: UnitTarget,
  record: StoredRecord | null,
  version: RecordVersion | null,
  whys: ReadonlyMap<string, string>,
): Row {
  const { target, serves, last, open } = about
  const kind = reportKind(target)
  return {
    ...{ n, topic, kind, codes: serves.map(({ code }) => code), name: namesOf(serves) },
    words: serves.flatMap(wordsOf),
    form: reportForms[kind],
    params: paramsOver(ctx, about, { unit, period }, record),
    last,
    lastShown: last ? cut(shownFigure(ctx.t, target, last)) : '',
    sent: record && version ? sentOf(ctx, target, record, version, whys.get(record.id) ?? '') : null,
    dueOn: open.find(owed => owed.period === period)?.dueOn ?? null,
  }
}

function sentOf(ctx: Ctx, target: Target, record: StoredRecord, version: RecordVersion, why: string): Row['sent'] {
  const figure = figureIn(answersOf(anyKind(report), version))
  return {
    ...{ recordId: record.id, version: record.version, state: stateOf(record), figure },
    shown: cut(shownFigure(ctx.t, target, figure)),
    why,
  }
}

/** Why records came back, by record: what their last move says. */
async function whyReturned({ tx }: Ctx, records: readonly StoredRecord[]): Promise<ReadonlyMap<string, string>> {
  const returned = records.filter(record => stateOf(record) === 'RETURNED').map(({ id }) => id)
  if (returned.length === 0) return new Map()
  const moves = await tx.recordMove.findMany({
    where: { recordId: { in: returned }, action: { in: ['sendBack', 'return'] } },
    orderBy: { seq: 'asc' },
  })
  return new Map(
    moves.map(move => [
      move.recordId,
      move.reason ??
        marksOf(move)
          .map(({ reason }) => reason)
          .join('; '),
    ]),
  )
}

function stateOf({ state, waitsFor, version, passedVersion }: StoredRecord): SentState {
  if (waitsFor === reportRights.approve.name) return 'WITH_HEAD'
  return state === 'RETURNED' || version > passedVersion ? 'RETURNED' : 'SENT'
}

/** The plan's words for a target and for its figure. */
export function wordsOf({ measure, shortName }: Target): string[] {
  switch (measure.kind) {
    case 'PERCENT':
      return [shortName, measure.numerator, measure.denominator]
    case 'YES_NO':
      return [shortName, measure.question]
    default:
      return [shortName, measure.label]
  }
}

/** The targets that the plan asks the unit for in the period. */
async function codesOf(ctx: Ctx, unit: string, period: string): Promise<ReadonlySet<string>> {
  const { plan } = ctx.campaign
  const owed = await ctx.tx.obligation.findMany({
    where: { campaignId: ctx.campaign.id, unitCode: unit, state: { not: 'WITHDRAWN' } },
    select: { period: true, dueOn: true, targets: true },
  })
  const asked = owed.filter(obligation => periodOwed(plan, obligation) === period)
  return new Set([...asked.flatMap(({ targets }) => targets), ...rhythmOf(ctx, period)])
}

/** Targets that are reported in the rhythm of the period, also where the plan asks for nothing in this one. */
function rhythmOf({ campaign: { plan } }: Ctx, period: string): string[] {
  const rhythm = /-Q\d$/.test(period) ? 'quarterly' : /-\d\d$/.test(period) ? 'monthly' : null
  if (rhythm === null || !spanOf(period)) return []
  return plan.duties.flatMap(({ metBy, due }) =>
    metBy.kind === 'periodicReport' && due.kind === rhythm ? metBy.targets : [],
  )
}
