import type { Tx } from '../store/transaction.ts'
import type { Translate } from '../texts.ts'

export interface HistoryLine {
  at: string
  who: string
  what: string
  reason?: string
}

/** What was done with a record, oldest first, in words (`audit.actions.<action>`). */
export async function historyOf(
  ctx: { tx: Tx; t: Translate; localTime: (instant: Date) => string },
  subjectType: string,
  subjectId: string,
): Promise<HistoryLine[]> {
  const entries = await ctx.tx.audit.findMany({
    where: { subjectType, subjectId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const ids = [...new Set(entries.flatMap(entry => entry.actorId ?? []))]
  const people = await ctx.tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } })
  const names = new Map(people.map(person => [person.id, person.fullName]))
  return entries.map(entry => ({
    at: ctx.localTime(entry.at),
    who: entry.actorId
      ? `${names.get(entry.actorId) ?? ''} (${ctx.t(`roles.${entry.actorRole}`)})`
      : ctx.t('roles.SYSTEM'),
    what: ctx.t(`audit.actions.${entry.action}`),
    ...(entry.reason ? { reason: entry.reason } : {}),
  }))
}
