import { inOrder } from '../../../contract/columns.ts'
import type { DeskPage, DeskRow } from '../../../contract/desk-page.ts'
import { may } from '../../../people/may.ts'
import type { Person } from '../../../people/person.ts'
import { fold } from '../../../reading/text.ts'
import { subjectFor } from '../../../reminders/words/subject.ts'
import { claimedAmong } from '../../received/store.ts'
import { dueOf } from '../answered.ts'
import { notifiedInWords, notifiedOf } from '../notified.ts'
import { giveOrder, orderNamed } from '../officer-order.ts'
import { orderReminders } from '../rights.ts'
import { detailOf } from './detail.ts'
import { filtersOf, ofDuty, stands } from './filters.ts'
import { ordersOf } from './orders.ts'
import { dueInWords, stateOf } from './state.ts'

/** What is still owed, the longest overdue first, with who was told when; officers stop, skip, hasten or let go on. */
export const remindersPage: DeskPage = {
  path: 'nhac-viec',
  title: 'reminders.page.title',
  door: 'urging',
  mayOpen: mayOrder,
  columns: ['reminders.page.unit', 'reminders.page.what', 'reminders.page.due', 'reminders.page.told'],
  sorts: ['unit', 'what', 'due'],

  filters: filtersOf,

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

  detail: detailOf,

  act: async (ctx, id, action, reason) => {
    const order = orderNamed(action)
    if (!order || !mayOrder(ctx.person)) return { ok: false, say: ctx.t('reminders.order.gone') }
    return giveOrder(ctx, id, order, reason)
  },
}

function mayOrder(person: Person): boolean {
  return may(person, orderReminders)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
