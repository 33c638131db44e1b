import type { Ctx, Screen } from '../../contract/feature.ts'
import { expectedOn } from '../../obligations/overdue.ts'
import type { Obligation } from '../../store/generated/client.ts'

/** The reminder that is answered: the one whose button was pressed, or, for a typed answer, the latest one. */
export async function answeredKey(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<string> {
  if (args.key) return args.key
  const latest = await ctx.tx.reminder.findFirst({
    where: { personId: ctx.person.id, outboxKey: { not: null }, state: { in: ['QUEUED', 'SENT', 'ACKNOWLEDGED'] } },
    orderBy: { at: 'desc' },
  })
  return latest?.outboxKey ?? ''
}

/** The obligations that a reminder to this very person spoke of; nobody answers another's reminder. */
export async function remindedOf(ctx: Ctx, key: string, only?: string): Promise<Obligation[]> {
  const rows = await ctx.tx.reminder.findMany({
    where: { outboxKey: key, personId: ctx.person.id, ...(only ? { obligationId: only } : {}) },
    include: { obligation: true },
  })
  const found = new Map(rows.map(row => [row.obligationId, row.obligation]))
  return [...found.values()].sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1))
}

export function isOpen(obligation: Obligation): boolean {
  return obligation.state === 'OPEN' || obligation.state === 'WITH_HEAD'
}

/** The day the unit has to keep: that of a return, when there was one. */
export function dueOf(obligation: Obligation): string {
  return expectedOn(obligation)
}

export function gone(ctx: Ctx): Screen {
  return { text: ctx.t('reminders.answer.gone') }
}
