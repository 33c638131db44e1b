import type { ActiveCampaign } from '../../campaign/active.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { AnswersOf } from '../../conversation/form.ts'
import { itemsAt, keepItems } from '../../figures/items.ts'
import { listRights } from '../../figures/rights.ts'
import { type OwedItem, perItemDuties, settleItems } from '../../obligations/settle-items.ts'
import type { Handed } from '../../records/kind.ts'
import { cancelFor, lookAgain } from '../../reminders/round/cancel.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import type { listForm } from './form.ts'
import type { Item } from './item.ts'

/** Keeps the items of the versions that have just been handed in, and lets what is owed item by item follow. */
export async function keepLists(ctx: Ctx, handed: readonly Handed<AnswersOf<typeof listForm.fields>>[]): Promise<void> {
  for (const { record, answers } of handed) {
    await keepItems(ctx.tx, record, answers.items.items)
    await letFollow(ctx, record)
  }
}

/**
 * What is owed item by item is what the head has let through; what the unit says to be done beyond it waits for the head. Reminders of
 * what is done end in this transaction.
 */
export async function letFollow({ tx, campaign, now }: Ctx, record: StoredRecord): Promise<void> {
  const duty = perItemDuties(campaign.plan).find(
    ({ metBy }) => metBy.kind === 'listItem' && metBy.target === record.topic,
  )
  if (!duty || record.passedVersion === 0) return
  const isWithHead = record.waitsFor === listRights.approve.name
  const passed = await itemsAt(tx, record.id, record.passedVersion)
  const newest = isWithHead ? await itemsAt(tx, record.id, record.version) : passed
  const items = passed.flatMap(item =>
    owedItem(
      campaign,
      item,
      newest.find(({ n }) => n === item.n),
    ),
  )
  // Of the unit that began the list, wherever it went on since: reminders find who acts for it.
  const [unitCode = record.unitCode] = (record.key ?? '').split(':')
  const of = { unitCode, dutyCode: duty.code, target: record.topic, recordId: record.id, items }
  const { met, withHead, withdrawn, changed } = await settleItems(tx, campaign, of, now)
  await cancelFor(tx, met, 'met', now)
  await cancelFor(tx, withHead, 'withHead', now)
  await cancelFor(tx, withdrawn, 'withdrawn', now)
  await lookAgain(tx, changed)
}

function owedItem({ plan }: Pick<ActiveCampaign, 'plan'>, item: Item, newest: Item | undefined): OwedItem[] {
  const { n, text, receivedOn, dueOn, doneOn } = item
  if (dueOn === null) return []
  const isSaidDone = doneOn === null && (newest?.doneOn ?? null) !== null
  return [
    {
      ...{ key: `#${n}`, about: text, dueOn, doneOn, opensOn: receivedOn ?? plan.startsOn },
      state: doneOn !== null ? 'MET' : isSaidDone ? 'WITH_HEAD' : 'OPEN',
    },
  ]
}
