import type { Temporal } from 'temporal-polyfill'
import { withFormer } from '../../campaign/acting-unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Answers } from '../../conversation/field.ts'
import { answersOf } from '../../records/answers.ts'
import { type AnyKind, anyKind } from '../../records/kind.ts'
import { type RecordThen, recordsThen } from '../../records/stood-at.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'
import { criterion } from './kind.ts'
import { criterionReport } from './report.ts'

/** A confirmed criterion of a unit's own, and the newest report that its head has let through. */
export interface OwnCriterion {
  id: string
  code: string
  name: string
  goal: string
  /** 'YYYY-MM-DD' */
  dueOn: string
  report: { id: string; code: string; outcome: string; result: string; sentAt: Date } | null
}

/** The criteria of these units and of those whose place they took, as they stood at the end of a day (null: as they stand now). */
export async function ownCriteria(
  ctx: Pick<Ctx, 'tx' | 'campaign' | 'today'>,
  units: readonly string[],
  day: Temporal.PlainDate | null,
): Promise<OwnCriterion[]> {
  const of = withFormer(ctx.campaign, units, (day ?? ctx.today).toString())
  const before = day && instantAt(day.add({ days: 1 }).toString(), '00:00', ctx.campaign.timeZone)
  const read = async (kind: AnyKind) => {
    const then = await recordsThen(ctx, kind, before, null)
    return then.flatMap(one => (of.includes(one.unitCode) ? [{ ...one, answers: answersOf(kind, one.version) }] : []))
  }
  const set = await read(anyKind(criterion))
  if (set.length === 0) return []
  const reports = await read(anyKind(criterionReport))
  return set.map(({ record: { id, code }, answers }) => ({
    ...{ id, code, name: String(answers.name), goal: String(answers.goal), dueOn: String(answers.dueOn) },
    report: newest(reports.filter(({ answers: said }) => said.criterion === code)),
  }))
}

function newest(reports: readonly (RecordThen & { answers: Answers })[]): OwnCriterion['report'] {
  const last = reports.toSorted((a, b) => a.version.sentAt.getTime() - b.version.sentAt.getTime()).at(-1)
  if (!last) return null
  const { record, version, answers } = last
  const { outcome, result } = answers
  return {
    ...{ id: record.id, code: record.code },
    ...{ outcome: String(outcome), result: String(result), sentAt: version.sentAt },
  }
}
