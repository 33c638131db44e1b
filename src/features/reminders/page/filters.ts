import type { DeskFilter } from '../../../contract/desk-page.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { subjectFor } from '../../../reminders/words/subject.ts'
import type { Obligation, Prisma, ReminderOrder } from '../../../store/generated/client.ts'
import { promiseIn, stopIn } from './orders.ts'
import { isOverdue } from './state.ts'

const standings = ['overdue', 'withHead', 'promised', 'stopped'] as const

/** By how a duty stands, and by the duty itself. */
export async function filtersOf(ctx: Ctx): Promise<DeskFilter[]> {
  return [
    {
      name: 'state',
      label: ctx.t('reminders.page.filter'),
      options: standings.map(value => ({ value, label: ctx.t(`reminders.page.filters.${value}`) })),
    },
    { name: 'viec', label: ctx.t('reminders.page.what'), options: await openDuties(ctx) },
  ]
}

export function stands(
  ctx: Ctx,
  obligation: Obligation,
  orders: readonly ReminderOrder[],
  wanted: string | undefined,
): boolean {
  switch (wanted) {
    case 'overdue':
      return isOverdue(ctx, obligation)
    case 'withHead':
      return obligation.state === 'WITH_HEAD'
    case 'promised':
      return promiseIn(orders) !== undefined
    case 'stopped':
      return stopIn(orders) !== undefined
    default:
      return true
  }
}

export function ofDuty(value: string | undefined): Prisma.ObligationWhereInput {
  if (value === undefined) return {}
  const [dutyCode = '', period = ''] = value.split(':')
  // Each item of a list is a period of its own.
  return { dutyCode, OR: [{ period }, ...(period === '' ? [{ NOT: { about: '' } }] : [])] }
}

async function openDuties(ctx: Ctx): Promise<{ value: string; label: string }[]> {
  const rows = await ctx.tx.obligation.findMany({
    where: { campaignId: ctx.campaign.id, state: { in: ['OPEN', 'WITH_HEAD'] } },
    distinct: ['dutyCode', 'period'],
    orderBy: [{ dueOn: 'asc' }, { dutyCode: 'asc' }],
  })
  const options = rows.map(row => {
    const period = row.about === '' ? row.period : ''
    return [`${row.dutyCode}:${period}`, subjectFor(ctx, row).duty] as const
  })
  return [...new Map(options)].map(([value, label]) => ({ value, label }))
}
