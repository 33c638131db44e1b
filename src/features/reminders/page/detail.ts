import type { DeskDetail } from '../../../contract/desk-page.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { may } from '../../../people/may.ts'
import { formatDate } from '../../../reading/format.ts'
import { weekdayAndDate } from '../../../reminders/words/days-in-words.ts'
import { subjectFor } from '../../../reminders/words/subject.ts'
import type { Obligation, ReceivedNote, Reminder, ReminderOrder } from '../../../store/generated/client.ts'
import { liveNote } from '../../received/store.ts'
import { dueOf } from '../answered.ts'
import { nextStep } from '../next-step.ts'
import { notifiedInWords, notifiedOf } from '../notified.ts'
import { nameOf, officerOrders } from '../officer-order.ts'
import { orderReminders } from '../rights.ts'
import { ordersOf } from './orders.ts'
import { dueInWords, stateOf } from './state.ts'

/** One duty that is owed: who was told of it when, what comes next, and what an officer may order. Null: it is not there, or not theirs to see. */
export async function detailOf(ctx: Ctx, id: string): Promise<DeskDetail | null> {
  const obligation = await ctx.tx.obligation.findFirst({ where: { id, campaignId: ctx.campaign.id } })
  if (!obligation || !may(ctx.person, orderReminders)) return null
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
}

/** Its state, which way it went, and why. */
function ledgerInWords({ t }: Ctx, { state, way, why }: Reminder): string {
  const through = way === null ? '' : ` – ${t(`ways.${way}`)}`
  return `${t(`reminders.ledger.${state}`)}${through}${why === null ? '' : ` (${t(`reminders.why.${why}`)})`}`
}

/** Where an officer notes, confirms or takes back what was received outside this system. */
function outside(ctx: Ctx, obligation: Obligation, note: ReceivedNote | null): DeskDetail['fields'] {
  const label = ctx.t('reminders.page.outside')
  if (note) return [{ label, value: `${ctx.publicUrl}/desk/da-nhan/${note.id}` }]
  if (obligation.state === 'MET' || obligation.state === 'WITHDRAWN') return []
  return [{ label, value: `${ctx.publicUrl}/desk/ghi-nhan/${obligation.id}` }]
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
