import type { DeskDetail, DeskPage, DeskRow } from '../features/desk-page.ts'
import type { Ctx } from '../features/feature.ts'
import { may } from '../people/may.ts'
import type { Person } from '../people/person.ts'
import { formatDate } from '../reading/format.ts'
import { fold } from '../reading/text.ts'
import type { Obligation, Prisma } from '../store/generated/client.ts'
import { dueOf, subjectFor } from './answered.ts'
import { giveOrder, isStopped, type OfficerOrder, officerOrders } from './officer-order.ts'

/** What is still owed, the overdue first, with who was told when; officers stop, hasten or let go on. */
export const remindersPage: DeskPage = {
  path: 'nhac-viec',
  title: 'reminders.page.title',
  mayOpen: mayOrder,
  columns: ['reminders.page.unit', 'reminders.page.what', 'reminders.page.due', 'reminders.page.lastTold'],

  filters: async ctx => [
    {
      name: 'due',
      label: ctx.t('reminders.page.filter'),
      options: ['overdue', 'withHead', 'promised'].map(value => ({
        value,
        label: ctx.t(`reminders.page.filters.${value}`),
      })),
    },
  ],

  rows: async (ctx, query) => {
    const all = await ctx.tx.obligation.findMany({
      where: { campaignId: ctx.campaign.id, state: { in: ['OPEN', 'WITH_HEAD'] }, ...narrowed(ctx, query.filters.due) },
      orderBy: [{ dueOn: 'asc' }, { unitCode: 'asc' }, { dutyCode: 'asc' }],
    })
    const wanted = fold(query.q)
    const found = all.filter(obligation => {
      const { unitName, unitCode, what } = subjectFor(ctx, obligation)
      return fold(`${unitName} ${unitCode} ${what}`).includes(wanted)
    })
    const from = (query.page - 1) * query.size
    const rows: DeskRow[] = []
    for (const obligation of found.slice(from, from + query.size)) rows.push(await rowOf(ctx, obligation))
    return { rows, total: found.length }
  },

  detail: async (ctx, id) => {
    const obligation = await ctx.tx.obligation.findFirst({ where: { id, campaignId: ctx.campaign.id } })
    if (!obligation || !mayOrder(ctx.person)) return null
    const { what, unitName } = subjectFor(ctx, obligation)
    const told = await ctx.tx.reminder.findMany({
      where: { obligationId: id },
      orderBy: { at: 'asc' },
      include: { person: true },
    })
    const stopped = await isStopped(ctx, id)
    const actions = obligation.state === 'MET' || obligation.state === 'WITHDRAWN' ? [] : officerOrders(stopped)
    return {
      title: `${unitName}: ${what}`,
      state: await stateOf(ctx, obligation),
      fields: [
        { label: ctx.t('reminders.page.due'), value: formatDate(dueOf(obligation)) },
        ...told.map(row => ({
          label: `${row.person.fullName}, ${formatDate(row.plannedOn)}`,
          value: `${ctx.t(`reminders.ledger.${row.state}`)}${row.why ? ` (${ctx.t(`reminders.why.${row.why}`)})` : ''}, ${ctx.localTime(row.at)}`,
        })),
      ],
      files: [],
      history: await ordersOf(ctx, id),
      actions: actions.map(name => ({
        name,
        label: ctx.t(`reminders.order.${name}`),
        needsReason: true,
        tone: name === 'STOP' ? 'bad' : 'good',
      })),
    }
  },

  act: async (ctx, id, action, reason) => {
    const name = (['STOP', 'RESUME', 'HASTEN'] as const).find((known): known is OfficerOrder => known === action)
    if (!name || !mayOrder(ctx.person)) return { ok: false, say: ctx.t('reminders.order.gone') }
    return giveOrder(ctx, id, name, reason)
  },
}

/** What those reminded answered and what officers ordered, oldest first. */
async function ordersOf(ctx: Ctx, obligationId: string): Promise<DeskDetail['history']> {
  const orders = await ctx.tx.reminderOrder.findMany({
    where: { obligationId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const ids = [...new Set(orders.map(order => order.byId))]
  const people = await ctx.tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } })
  const names = new Map(people.map(person => [person.id, person.fullName]))
  return orders.map(order => ({
    at: ctx.localTime(order.at),
    who: names.get(order.byId) ?? '',
    what: ctx.t(`reminders.ordered.${order.kind}`, { day: order.kind === 'PROMISE' ? formatDate(order.value) : '' }),
    ...(order.reason ? { reason: order.reason } : {}),
  }))
}

function mayOrder(person: Person): boolean {
  return may(person, 'reminder.order')
}

function narrowed(ctx: Ctx, filter: string | undefined): Prisma.ObligationWhereInput {
  switch (filter) {
    case 'overdue':
      return { dueOn: { lt: ctx.today.toString() } }
    case 'withHead':
      return { state: 'WITH_HEAD' }
    case 'promised':
      return { reminderOrders: { some: { kind: 'PROMISE' } } }
    default:
      return {}
  }
}

async function rowOf(ctx: Ctx, obligation: Obligation): Promise<DeskRow> {
  const { what, unitName } = subjectFor(ctx, obligation)
  const last = await ctx.tx.reminder.findFirst({
    where: { obligationId: obligation.id, state: { in: ['QUEUED', 'SENT', 'ACKNOWLEDGED'] } },
    orderBy: { at: 'desc' },
    include: { person: true },
  })
  const lastTold = last ? `${last.person.fullName}, ${ctx.localTime(last.at)}` : ctx.t('reminders.page.nobody')
  return {
    id: obligation.id,
    cells: [unitName, what, formatDate(dueOf(obligation)), lastTold],
    state: await stateOf(ctx, obligation),
  }
}

async function stateOf(ctx: Ctx, obligation: Obligation): Promise<DeskRow['state']> {
  const say = (name: string) => ctx.t(`reminders.page.states.${name}`)
  if (obligation.state === 'MET' || obligation.state === 'WITHDRAWN')
    return { label: say(obligation.state), tone: 'good' }
  const promise = await ctx.tx.reminderOrder.findFirst({
    where: { obligationId: obligation.id, kind: 'PROMISE' },
    orderBy: { at: 'desc' },
  })
  const notes = [
    ...(promise ? [ctx.t('reminders.page.promised', { day: formatDate(promise.value) })] : []),
    ...((await isStopped(ctx, obligation.id)) ? [say('stopped')] : []),
  ]
  const isOverdue = dueOf(obligation) < ctx.today.toString()
  const label = [say(isOverdue ? 'overdue' : obligation.state), ...notes].join(' · ')
  return { label, tone: isOverdue ? 'bad' : obligation.state === 'WITH_HEAD' ? 'waiting' : 'neutral' }
}
