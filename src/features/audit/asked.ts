import type { Ctx } from '../../contract/feature.ts'
import { readDayCell } from '../../office-files/day-cell.ts'
import { fold } from '../../reading/text.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'
import { addDays } from '../../reminders/plan/working-days.ts'
import type { Prisma } from '../../store/generated/client.ts'

/** What was typed into the search of a log: days, the code of a record, and words. */
export interface AskedOfLog {
  /** First and last day, 'YYYY-MM-DD'; one day: both the same. */
  days: { from: string; to: string } | null
  /** «SK-023» */
  code: string | null
  words: readonly string[]
}

export function readAskedOfLog(q: string): AskedOfLog {
  const parts = q.split(/\s+/).filter(part => part !== '' && !/^[-–]$/.test(part))
  const days = parts.flatMap(part => readDayCell(part) ?? []).sort()
  const code = parts.find(part => /^\p{L}{2}-\d{1,6}$/u.test(part)) ?? null
  const words = parts.filter(part => readDayCell(part) === null && part !== code).map(fold)
  const [from, to] = [days[0], days.at(-1)]
  return { days: from && to ? { from, to } : null, code: code && fold(code).toUpperCase(), words }
}

/** The entries of those days, in the campaign's time. */
export function ofDays({ campaign }: Ctx, { days }: AskedOfLog): Prisma.AuditWhereInput {
  if (days === null) return {}
  const midnight = (day: string) => instantAt(day, '00:00', campaign.timeZone)
  return { at: { gte: midnight(days.from), lt: midnight(addDays(days.to, 1)) } }
}

/** Entries whose doer, or the person it was done to, or the action in words, holds all the words. */
export async function ofWords(
  { tx, t }: Ctx,
  { words }: AskedOfLog,
  actions: readonly string[],
): Promise<Prisma.AuditWhereInput> {
  if (words.length === 0) return {}
  const holds = (text: string) => words.every(word => fold(text).includes(word))
  const people = await tx.person.findMany({ where: { erasedAt: null }, select: { id: true, fullName: true } })
  const ids = people.filter(({ fullName }) => holds(fullName)).map(({ id }) => id)
  const named = actions.filter(action => holds(t(`audit.actions.${action}`)))
  return {
    OR: [
      { actorId: { in: ids } },
      { subjectType: 'person', subjectId: { in: ids } },
      ...(named.length > 0 ? [{ action: { in: named } }] : []),
    ],
  }
}
