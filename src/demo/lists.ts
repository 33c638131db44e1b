import { Temporal } from 'temporal-polyfill'
import type { ListTarget } from '../campaign/list-owner.ts'
import type { Ctx } from '../contract/feature.ts'
import { handInItems } from '../features/lists/hand-in.ts'
import { keptBy } from '../features/lists/in-chat.ts'
import type { Item } from '../features/lists/item.ts'
import { listAt } from '../features/lists/store.ts'
import { lot } from './lot.ts'

/** Brings the unit's lists up to date: what has come in since, and what is done by today. */
export async function handInLists(ctx: Ctx, unit: string): Promise<void> {
  for (const target of await keptBy(ctx, unit)) {
    const place = { unit, target: target.code }
    const record = await listAt(ctx, place)
    // A visitor keeps this list by now.
    if (record && record.authorId !== ctx.person.id) continue
    await handInItems(ctx, place, { record, basedOn: record?.version ?? 0, items: itemsOf(ctx, target, unit) })
  }
}

/** Two things a month from the year's first day on: most are done in time, some late, some not yet. */
function itemsOf({ t, today, campaign }: Ctx, { code, list }: ListTarget, unit: string): Item[] {
  const mark = t('demo.sampleMark')
  const first = Temporal.PlainDate.from({ year: campaign.startsOn.year, month: 1, day: 4 })
  return Array.from({ length: 24 }, (_, at) => at + 1).flatMap((n): Item[] => {
    const chance = (what: string) => lot(what, unit, code, n)
    const received = first.add({ days: 15 * (n - 1) + Math.floor(chance('received') * 10) })
    if (Temporal.PlainDate.compare(received, today) > 0) return []
    const needs = 6 + Math.floor(chance('needs') * (chance('late') < 0.85 ? 22 : 40))
    const done = received.add({ days: needs })
    const isDone = Temporal.PlainDate.compare(done, today) <= 0
    return [
      {
        ...{ n, text: t('demo.list.item', { item: list.item, n, mark }) },
        receivedOn: list.receivedOn === null ? null : received.toString(),
        dueOn: list.dueOn === null ? null : received.add({ days: 30 }).toString(),
        doneOn: isDone ? done.toString() : null,
        result: isDone && list.result !== null ? t('demo.list.result') : '',
      },
    ]
  })
}
