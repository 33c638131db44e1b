import { inOrder, stateColumn } from '../../contract/columns.ts'
import type { DeskPage, Tone } from '../../contract/desk-page.ts'
import { historyOf } from '../../people/history.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { fold } from '../../reading/text.ts'
import { ReceivedState } from '../../store/generated/client.ts'
import { decideNote } from './decide.ts'
import { actionNamed, decisions } from './rules.ts'
import { offered } from './screens.ts'
import { findNote } from './store.ts'
import { noteTitle, receiptInWords } from './wording.ts'

const tones: Record<ReceivedState, Tone> = {
  CLAIMED: 'waiting',
  CONFIRMED: 'good',
  DECLINED: 'bad',
  REOPENED: 'neutral',
}

/** What was received outside this system, and what units say of it. */
export const receivedPage: DeskPage = {
  path: 'da-nhan',
  title: 'received.page.title',
  door: 'records',
  mayOpen: person => may(person, 'received.note'),
  columns: ['what', 'receipt', 'due', 'by'].map(column => `received.page.${column}`),
  sorts: ['what', 'due', stateColumn],

  filters: async ctx => [
    {
      name: 'state',
      label: ctx.t('received.page.state'),
      options: Object.values(ReceivedState).map(state => ({ value: state, label: ctx.t(`received.states.${state}`) })),
    },
  ],

  rows: async (ctx, query) => {
    const state = Object.values(ReceivedState).find(known => known === query.filters.state)
    const notes = await ctx.tx.receivedNote.findMany({
      where: { campaignId: ctx.campaign.id, ...(state ? { state } : {}) },
      include: { obligation: true },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    })
    const wanted = fold(query.q)
    const found = notes.filter(note => fold(`${noteTitle(ctx, note.obligation)} ${note.number}`).includes(wanted))
    const from = (query.page - 1) * query.size
    const shown = inOrder(found, query.sort, {
      what: ({ obligation }) => noteTitle(ctx, obligation),
      due: ({ obligation }) => obligation.dueOn,
      [stateColumn]: ({ state: standing }) => standing,
    }).slice(from, from + query.size)
    const people = await ctx.tx.person.findMany({
      where: { id: { in: shown.map(note => note.byId) } },
      select: { id: true, fullName: true },
    })
    const names = new Map(people.map(person => [person.id, person.fullName]))
    const rows = shown.map(note => ({
      id: note.id,
      cells: [
        noteTitle(ctx, note.obligation),
        receiptInWords(ctx, note),
        formatDate(note.obligation.dueOn),
        names.get(note.byId) ?? '',
      ],
      state: { label: ctx.t(`received.states.${note.state}`), tone: tones[note.state] },
    }))
    return { rows, total: found.length }
  },

  detail: async (ctx, id) => {
    const note = await findNote(ctx, id)
    if (!note || !may(ctx.person, 'received.note')) return null
    return {
      title: noteTitle(ctx, note.obligation),
      state: { label: ctx.t(`received.states.${note.state}`), tone: tones[note.state] },
      fields: [
        { label: ctx.t('received.page.receipt'), value: receiptInWords(ctx, note) },
        { label: ctx.t('received.page.due'), value: formatDate(note.obligation.dueOn) },
      ],
      files: [],
      history: await historyOf(ctx, 'obligation', note.obligationId),
      actions: offered(ctx, note).map(action => ({
        name: action,
        label: ctx.t(`received.actions.${action}`),
        needsReason: decisions[action].needsReason,
        tone: decisions[action].needsReason ? 'bad' : 'good',
      })),
    }
  },

  act: async (ctx, id, name, reason) => {
    const action = actionNamed(name)
    return action === null ? { ok: false, say: ctx.t('received.gone') } : decideNote(ctx, id, action, reason)
  },
}
