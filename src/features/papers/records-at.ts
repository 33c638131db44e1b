import type { Ctx } from '../../contract/feature.ts'
import type { Answers } from '../../conversation/field.ts'
import { answersOf } from '../../records/answers.ts'
import type { AnyKind } from '../../records/kind.ts'
import { type RecordThen, recordsThen } from '../../records/stood-at.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'
import type { Wanted } from './kind.ts'

/** What a unit had handed in of a kind and the head had let through, at the end of the day that is wanted. */
export async function recordsAt(
  ctx: Ctx,
  kind: AnyKind,
  { unitCode, day }: Wanted,
): Promise<(RecordThen & { answers: Answers })[]> {
  const before = day && instantAt(day.add({ days: 1 }).toString(), '00:00', ctx.campaign.timeZone)
  const then = await recordsThen(ctx, kind, before, unitCode)
  return then.map(one => ({ ...one, answers: answersOf(kind, one.version) }))
}

/** The same by the day that answers a question of theirs. */
export async function recordsByDay(ctx: Ctx, kind: AnyKind, wanted: Wanted, day: string) {
  const records = await recordsAt(ctx, kind, wanted)
  return records.toSorted((a, b) => String(a.answers[day]).localeCompare(String(b.answers[day])))
}
