import { inOrder, stateColumn } from '../../contract/columns.ts'
import type { DeskPage, DeskRow, Tone } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { type MonthlyCount, monthlyCounts } from '../../outbox/monthly.ts'
import { may } from '../../people/may.ts'
import { fold } from '../../reading/text.ts'

type Cost = 'free' | 'plan' | 'charged'

/** What each way costs. The bot's messages count against its plan; no price of one is published (zalo.md §11). */
const costs: Readonly<Record<string, Cost>> = {
  'zalo-bot': 'plan',
  oaPaid: 'charged',
  zbsUser: 'charged',
  zbsPhone: 'charged',
}

const tones: Record<Cost, Tone> = { free: 'good', plan: 'neutral', charged: 'waiting' }

/** What was sent, by month and way, with what may cost money. */
export const messagesPage: DeskPage = {
  path: 'tin-da-gui',
  title: 'messages.page.title',
  door: 'urging',
  mayOpen: person => may(person, 'outbox.see'),
  columns: ['messages.page.month', 'messages.page.way', 'messages.page.count', 'messages.page.parts'],
  sorts: ['month', 'way', 'count', 'parts', stateColumn],

  filters: async ctx => [
    {
      name: 'state',
      label: ctx.t('messages.page.cost'),
      options: Object.keys(tones).map(value => ({ value, label: ctx.t(`messages.costs.${value}`) })),
    },
    { name: 'month', label: ctx.t('messages.page.month'), options: await months(ctx) },
  ],

  rows: async (ctx, query) => {
    const { state, month } = query.filters
    const lines = byWay(await monthlyCounts(ctx.tx, ctx.campaign.timeZone, month))
      .filter(line => state === undefined || costOf(line) === state)
      .filter(line => fold(ctx.t(`ways.${line.way}`)).includes(fold(query.q)))
    const from = (query.page - 1) * query.size
    const ordered = inOrder(lines, query.sort, {
      month: line => line.month,
      way: line => ctx.t(`ways.${line.way}`),
      count: ({ messages }) => messages,
      parts: ({ parts }) => parts,
      [stateColumn]: costOf,
    })
    return { rows: ordered.slice(from, from + query.size).map(line => rowOf(ctx, line)), total: lines.length }
  },

  detail: async (ctx, id) => {
    const [month, way] = id.split('_')
    if (!may(ctx.person, 'outbox.see')) return null
    const counts = await monthlyCounts(ctx.tx, ctx.campaign.timeZone, month)
    const own = counts.filter(count => count.way === way)
    const [line] = byWay(own)
    if (!line) return null
    return {
      title: `${monthOf(line)}: ${ctx.t(`ways.${line.way}`)}`,
      state: stateOf(ctx, line),
      fields: own.map(({ kind, ...count }) => ({ label: ctx.t(`messages.kinds.${kind}`), value: saidOf(ctx, count) })),
      files: [],
      history: [],
      actions: [],
    }
  },

  act: async ctx => ({ ok: false, say: ctx.t('messages.page.nothingToDo') }),
}

type Line = Omit<MonthlyCount, 'kind'>

function byWay(counts: readonly MonthlyCount[]): Line[] {
  const lines = new Map<string, Line>()
  for (const { kind: _, ...count } of counts) {
    const key = `${count.month}_${count.way}`
    const { messages = 0, parts = 0, doubtful = 0 } = lines.get(key) ?? {}
    lines.set(key, {
      ...count,
      messages: messages + count.messages,
      parts: parts + count.parts,
      doubtful: doubtful + count.doubtful,
    })
  }
  return [...lines.values()]
}

async function months(ctx: Ctx): Promise<{ value: string; label: string }[]> {
  const counts = await monthlyCounts(ctx.tx, ctx.campaign.timeZone)
  return [...new Map(counts.map(count => [count.month, { value: count.month, label: monthOf(count) }])).values()]
}

function rowOf(ctx: Ctx, line: Line): DeskRow {
  const cells = [monthOf(line), ctx.t(`ways.${line.way}`), saidOf(ctx, line), line.parts.toLocaleString('vi-VN')]
  return { id: `${line.month}_${line.way}`, cells, state: stateOf(ctx, line) }
}

/** «03/2026» */
function monthOf({ month }: Pick<Line, 'month'>): string {
  return month.split('-').reverse().join('/')
}

function saidOf(ctx: Ctx, { messages, doubtful }: Pick<Line, 'messages' | 'doubtful'>): string {
  const count = messages.toLocaleString('vi-VN')
  return doubtful === 0 ? count : ctx.t('messages.page.withDoubt', { count, doubtful })
}

function costOf({ way }: Pick<Line, 'way'>): Cost {
  return costs[way] ?? 'free'
}

function stateOf(ctx: Ctx, line: Pick<Line, 'way'>): DeskRow['state'] {
  const cost = costOf(line)
  return { label: ctx.t(`messages.costs.${cost}`), tone: tones[cost] }
}
