import { provisionalDuties } from '../../campaign/provisional.ts'
import { inOrder } from '../../contract/columns.ts'
import type { DeskDetail, DeskPage, DeskRow } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import type { Person } from '../../people/person.ts'
import { formatDate } from '../../reading/format.ts'
import { fold } from '../../reading/text.ts'
import { workingDayAt, workingDaysOf } from '../../reminders/plan/working-days.ts'
import { weekdayAndDate } from '../../reminders/words/days-in-words.ts'
import { subjectFor } from '../../reminders/words/subject.ts'
import { timeLeft } from '../../reminders/words/time-left.ts'
import type { Obligation, Prisma, ReceivedNote, Reminder, ReminderOrder } from '../../store/generated/client.ts'
import { claimedAmong, liveNote } from '../received/store.ts'
import { dueOf } from './answered.ts'
import { nextStep } from './next-step.ts'
import { notifiedInWords, notifiedOf } from './notified.ts'
import { giveOrder, nameOf, officerOrders, orderNamed } from './officer-order.ts'
import { orderReminders } from './rights.ts'

/** What is still owed, the longest overdue first, with who was told when; officers stop, skip, hasten or let go on. */
export const remindersPage: DeskPage = {
  path: 'nhac-viec',
  title: 'reminders.page.title',
  door: 'urging',
  mayOpen: mayOrder,
  columns: ['reminders.page.unit', 'reminders.page.what', 'reminders.page.due', 'reminders.page.told'],
  sorts: ['unit', 'what', 'due'],

  filters: async ctx => [
    {
      name: 'state',
      label: ctx.t('reminders.page.filter'),
      options: standings.map(value => ({ value, label: ctx.t(`reminders.page.filters.${value}`) })),
    },
    { name: 'viec', label: ctx.t('reminders.page.what'), options: await openDuties(ctx) },
  ],

  rows: async (ctx, query) => {
    const all = await ctx.tx.obligation.findMany({
      where: { campaignId: ctx.campaign.id, state: { in: ['OPEN', 'WITH_HEAD'] }, ...ofDuty(query.filters.viec) },
    })
    const orders = await ordersOf(ctx, { obligation: { campaignId: ctx.campaign.id } })
    const wanted = fold(query.q)
    const found = all
      .filter(obligation => {
        const { unitName, unitCode, what } = subjectFor(ctx, obligation)
        return (
          fold(`${unitName} ${unitCode} ${what}`).includes(wanted) &&
          stands(ctx, obligation, orders.get(obligation.id) ?? [], query.filters.state)
        )
      })
      .toSorted(
        (a, b) => compare(dueOf(a), dueOf(b)) || compare(a.unitCode, b.unitCode) || compare(a.dutyCode, b.dutyCode),
      )
    const from = (query.page - 1) * query.size
    const shown = inOrder(found, query.sort, {
      unit: obligation => subjectFor(ctx, obligation).unitName,
      what: obligation => subjectFor(ctx, obligation).what,
      due: dueOf,
    }).slice(from, from + query.size)
    const told = await notifiedOf(
      ctx,
      shown.map(({ id }) => id),
    )
    const claimed = await claimedAmong(
      ctx.tx,
      shown.map(({ id }) => id),
    )
    const rows = shown.map((obligation): DeskRow => {
      const { unitName, what } = subjectFor(ctx, obligation)
      const people = (told.get(obligation.id) ?? []).map(one => notifiedInWords(ctx, one))
      const own = orders.get(obligation.id) ?? []
      return {
        id: obligation.id,
        cells: [unitName, what, dueInWords(ctx, obligation), people.join('\n') || ctx.t('reminders.page.nobody')],
        state: stateOf(ctx, obligation, own, claimed.has(obligation.id)),
      }
    })
    return { rows, total: found.length }
  },

  detail: async (ctx, id) => {
    const obligation = await ctx.tx.obligation.findFirst({ where: { id, campaignId: ctx.campaign.id } })
    if (!obligation || !mayOrder(ctx.person)) return null
    const { what, unitName } = subjectFor(ctx, obligation)
    const ledger = await ctx.tx.reminder.findMany({
      where: { obligationId: id },
      orderBy: [{ plannedOn: 'asc' }, { person: { fullName: 'asc' } }, { id: 'asc' }],
      include: { person: true },
    })
    const told = (await notifiedOf(ctx, [id])).get(id) ?? []
    const note = await liveNote(ctx.tx, id)
    const orders = (await ordersOf(ctx, { obligationId: id })).get(id) ?? []
    const next = await nextStep(ctx, obligation)
    const audience = [...new Set(next?.audience.map(one => ctx.t(`reminders.page.audience.${one}`)))].join(', ')
    const isOpen = obligation.state === 'OPEN' || obligation.state === 'WITH_HEAD'
    const nextInWords = next
      ? ctx.t('reminders.page.nextOn', { day: weekdayAndDate(next.day, ctx.t), audience })
      : ctx.t('reminders.page.noNext')
    return {
      title: `${unitName}: ${what}`,
      state: stateOf(ctx, obligation, orders, note?.state === 'CLAIMED'),
      fields: [
        {
          label: ctx.t('reminders.page.due'),
          value: isOpen ? dueInWords(ctx, obligation) : formatDate(dueOf(obligation)),
        },
        {
          label: ctx.t('reminders.page.told'),
          value: told.map(one => notifiedInWords(ctx, one)).join('\n') || ctx.t('reminders.page.nobody'),
        },
        ...(isOpen && !note ? [{ label: ctx.t('reminders.page.next'), value: nextInWords }] : []),
        ...outside(ctx, obligation, note),
        ...ledger.map(row => ({
          label: `${row.person.fullName}, ${formatDate(row.plannedOn)}`,
          value: `${ledgerInWords(ctx, row)}, ${ctx.localTime(row.at)}`,
        })),
      ],
      files: [],
      history: await historyOf(ctx, orders),
      actions: (await officerOrders(ctx, obligation)).map(order => ({
        name: nameOf(order),
        label:
          order.kind === 'SKIP'
            ? ctx.t('reminders.order.SKIP', { day: formatDate(order.day).slice(0, 5) })
            : ctx.t(`reminders.order.${order.kind}`),
        needsReason: true,
        reasonHint: ctx.t('reminders.order.reasonHint'),
        tone: order.kind === 'STOP' ? 'bad' : order.kind === 'SKIP' ? 'neutral' : 'good',
      })),
    }
  },

  act: async (ctx, id, action, reason) => {
    const order = orderNamed(action)
    if (!order || !mayOrder(ctx.person)) return { ok: false, say: ctx.t('reminders.order.gone') }
    return giveOrder(ctx, id, order, reason)
  },
}

/** Its state, which way it went, and why. */
function ledgerInWords({ t }: Ctx, { state, way, why }: Reminder): string {
  const through = way === null ? '' : ` – ${t(`ways.${way}`)}`
  return `${t(`reminders.ledger.${state}`)}${through}${why === null ? '' : ` (${t(`reminders.why.${why}`)})`}`
}

const standings = ['overdue', 'withHead', 'promised', 'stopped'] as const

function mayOrder(person: Person): boolean {
  return may(person, orderReminders)
}

function stands(
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

function ofDuty(value: string | undefined): Prisma.ObligationWhereInput {
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

/** What those reminded answered and what officers ordered, oldest first. */
async function ordersOf(
  ctx: Ctx,
  where: Prisma.ReminderOrderWhereInput,
): Promise<ReadonlyMap<string, readonly ReminderOrder[]>> {
  const orders = await ctx.tx.reminderOrder.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  const byId = new Map<string, ReminderOrder[]>()
  for (const order of orders) {
    const own = byId.get(order.obligationId)
    if (own) own.push(order)
    else byId.set(order.obligationId, [order])
  }
  return byId
}

async function historyOf(ctx: Ctx, orders: readonly ReminderOrder[]): Promise<DeskDetail['history']> {
  const ids = [...new Set(orders.map(order => order.byId))]
  const people = await ctx.tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } })
  const names = new Map(people.map(person => [person.id, person.fullName]))
  return orders.map(({ at, byId, kind, value, reason }) => ({
    at: ctx.localTime(at),
    who: names.get(byId) ?? '',
    what: ctx.t(`reminders.ordered.${kind}`, { day: kind === 'PROMISE' ? formatDate(value) : '' }),
    ...(reason ? { reason } : {}),
  }))
}

function promiseIn(orders: readonly ReminderOrder[]): ReminderOrder | undefined {
  return orders.findLast(({ kind }) => kind === 'PROMISE')
}

/** The order that holds the ladder, when it is stopped. */
function stopIn(orders: readonly ReminderOrder[]): ReminderOrder | undefined {
  const last = orders.findLast(({ kind }) => kind === 'STOP' || kind === 'RESUME')
  return last?.kind === 'STOP' ? last : undefined
}

function isOverdue(ctx: Ctx, obligation: Obligation): boolean {
  return dueOf(obligation) < ctx.today.toString() && !hasNoDay(ctx, obligation)
}

/** Only a planning aid of the office: nobody is late for it. */
function hasNoDay(ctx: Ctx, { dutyCode }: Obligation): boolean {
  return provisionalDuties(ctx.campaign.plan).includes(dutyCode)
}

/** The day, and how many working days are left or have passed. */
function dueInWords(ctx: Ctx, obligation: Obligation): string {
  const calendar = workingDaysOf(ctx.campaign.calendar)
  const dueOn = dueOf(obligation)
  if (hasNoDay(ctx, obligation)) return ctx.t('reminders.page.left.provisional', { due: formatDate(dueOn) })
  const deadline = { dueOn, remindBy: workingDayAt(dueOn, -1, calendar) }
  const left = timeLeft(deadline, ctx.today.toString(), calendar)
  return ctx.t(`reminders.page.left.${left.is}`, {
    due: formatDate(dueOn),
    ...('days' in left ? { count: left.days } : {}),
  })
}

/** Where an officer notes, confirms or takes back what was received outside this system. */
function outside(ctx: Ctx, obligation: Obligation, note: ReceivedNote | null): DeskDetail['fields'] {
  const label = ctx.t('reminders.page.outside')
  if (note) return [{ label, value: `${ctx.publicUrl}/desk/da-nhan/${note.id}` }]
  if (obligation.state === 'MET' || obligation.state === 'WITHDRAWN') return []
  return [{ label, value: `${ctx.publicUrl}/desk/ghi-nhan/${obligation.id}` }]
}

function stateOf(
  ctx: Ctx,
  obligation: Obligation,
  orders: readonly ReminderOrder[],
  isClaimed: boolean,
): DeskRow['state'] {
  const say = (name: string) => ctx.t(`reminders.page.states.${name}`)
  if (obligation.state === 'MET' || obligation.state === 'WITHDRAWN')
    return { label: say(obligation.state), tone: 'good' }
  if (isClaimed) return { label: say('claimed'), tone: 'waiting' }
  const promise = promiseIn(orders)
  const stop = stopIn(orders)
  const label = [
    say(obligation.state === 'WITH_HEAD' ? 'WITH_HEAD' : isOverdue(ctx, obligation) ? 'overdue' : 'OPEN'),
    ...(promise ? [ctx.t('reminders.page.promised', { day: formatDate(promise.value) })] : []),
    ...(stop ? [ctx.t('reminders.page.stopped', { reason: stop.reason })] : []),
  ].join(' · ')
  return { label, tone: isOverdue(ctx, obligation) ? 'bad' : obligation.state === 'WITH_HEAD' ? 'waiting' : 'neutral' }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
