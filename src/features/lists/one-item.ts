import { actingUnit } from '../../campaign/acting-unit.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { itemsAt } from '../../figures/items.ts'
import { listRights } from '../../figures/rights.ts'
import { may } from '../../people/may.ts'
import type { Obligation, Record as StoredRecord } from '../../store/generated/client.ts'
import { targetOf } from '../progress/targets.ts'
import { handInItems } from './hand-in.ts'
import type { Item } from './item.ts'
import { itemInWords } from './item-words.ts'

type Args = Readonly<Record<string, string>>

interface Found {
  obligation: Obligation
  record: StoredRecord
  items: readonly Item[]
  item: Item
  unit: string
}

/** What is owed item by item leads here: the item, done by one tap, or its whole list. */
export async function showItem(ctx: Ctx, args: Args): Promise<Outcome> {
  const found = await itemOwed(ctx, args.obligation ?? '')
  if (!found) return { text: ctx.t('tasks.gone') }
  const { obligation, record, item, unit } = found
  const done = (name: string, day: string) => ({
    label: ctx.t(`list.do.${name}`),
    go: { to: 'list.done', args: { obligation: obligation.id, day } },
  })
  const [today, yesterday] = [ctx.today, ctx.today.subtract({ days: 1 })].map(String)
  return {
    title: targetOf(ctx.campaign.plan, record.topic)?.name ?? record.topic,
    text: itemInWords(ctx.t, item, ctx.today.toString()),
    choices: [
      ...(item.doneOn === null ? [done('today', today ?? ''), done('yesterday', yesterday ?? '')] : []),
      { label: ctx.t('list.do.otherDay'), go: { to: 'list', args: { unit, target: record.topic } } },
      { label: ctx.t('tasks.command.menu'), go: { to: 'tasks' } },
    ],
  }
}

/** «Xong hôm nay»: the list with this item done, handed in. A second tap finds it done. */
export async function markDone(ctx: Ctx, args: Args): Promise<Outcome> {
  const found = await itemOwed(ctx, args.obligation ?? '')
  const day = /^\d{4}-\d\d-\d\d$/.test(args.day ?? '') ? (args.day ?? '') : ''
  if (!found || day === '' || day > ctx.today.toString()) return { text: ctx.t('tasks.gone') }
  const { record, items, item, unit } = found
  if (item.doneOn !== null) return { text: itemInWords(ctx.t, item, ctx.today.toString()) }
  // Nothing is done before it was received.
  const doneOn = item.receivedOn !== null && day < item.receivedOn ? item.receivedOn : day
  const changed = items.map(one => (one === item ? { ...one, doneOn } : one))
  return handInItems(ctx, { unit, target: record.topic }, { record, basedOn: record.version, items: changed })
}

async function itemOwed(ctx: Ctx, id: string): Promise<Found | null> {
  const where = { id, campaignId: ctx.campaign.id, state: { not: 'WITHDRAWN' as const } }
  const obligation = await ctx.tx.obligation.findFirst({ where, include: { record: true } })
  const unit = obligation ? actingUnit(ctx.campaign, obligation.unitCode, ctx.today.toString()) : ''
  if (!obligation?.record || !may(ctx.person, listRights.write, { unitCode: unit })) return null
  const { record, ...row } = obligation
  const items = await itemsAt(ctx.tx, record.id, record.version)
  const item = items.find(({ n }) => `#${n}` === obligation.period)
  return item ? { obligation: row, record, items, item, unit } : null
}
