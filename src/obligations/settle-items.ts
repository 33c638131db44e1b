import { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../campaign/active.ts'
import type { Duty } from '../campaign/duty.ts'
import type { Obligation } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'

/** An item of a list as something that is owed by its own day. */
export interface OwedItem {
  /** Names it within the list, for ever. */
  key: string
  /** In the words of whoever wrote it. */
  about: string
  dueOn: string
  opensOn: string
  /** MET: done, on this day. WITH_HEAD: said to be done, and the head has not approved it. */
  state: 'OPEN' | 'WITH_HEAD' | 'MET'
  doneOn: string | null
}

/** Ids of what has been met, handed to the head, is owed no longer, is owed anew or by another day: their reminders follow. */
export interface SettledItems {
  met: readonly string[]
  withHead: readonly string[]
  withdrawn: readonly string[]
  changed: readonly string[]
}

/** Duties that are owed item by item. */
export function perItemDuties({ duties }: Pick<ActiveCampaign['plan'], 'duties'>): Duty[] {
  return duties.filter(({ due }) => due.kind === 'perItem')
}

/**
 * Makes what a unit owes of a duty follow its list: a row an item, open again when it is done no longer, withdrawn with it. Late is
 * judged by the day of doing. Knows nothing of reminders; in the caller's transaction.
 */
export async function settleItems(
  tx: Tx,
  { id: campaignId, calendar }: Pick<ActiveCampaign, 'id' | 'calendar'>,
  of: { unitCode: string; dutyCode: string; target: string; recordId: string; items: readonly OwedItem[] },
  now: Date,
): Promise<SettledItems> {
  const { dutyCode, target, recordId, items } = of
  const known = await tx.obligation.findMany({ where: { campaignId, dutyCode, recordId }, orderBy: { id: 'asc' } })
  // A list that went on with another unit: its items stay in line, wherever another list of that unit begins to count.
  const unitCode = known[0]?.unitCode ?? of.unitCode
  const settled = { met: [] as string[], withHead: [] as string[], withdrawn: [] as string[], changed: [] as string[] }
  for (const item of items) {
    const before = known.find(({ period }) => period === item.key)
    const data = { ...datesOf(item, calendar), ...stateOf(item, before, now), recordId }
    if (before && isSo(before, data)) continue
    const id = before?.id ?? newId(now)
    if (before) await tx.obligation.update({ where: { id }, data })
    else
      await tx.obligation.create({
        data: { id, campaignId, unitCode, dutyCode, period: item.key, targets: [target], ...data },
      })
    settled[ends[item.state]].push(id)
  }
  const gone = known.filter(({ period, state }) => state !== 'WITHDRAWN' && !items.some(({ key }) => key === period))
  for (const { id } of gone) settled.withdrawn.push(id)
  await tx.obligation.updateMany({ where: { id: { in: settled.withdrawn } }, data: { state: 'WITHDRAWN' } })
  return settled
}

const ends = { MET: 'met', WITH_HEAD: 'withHead', OPEN: 'changed' } as const

function isSo(
  row: Obligation,
  { state, dueOn, about, isLate }: Pick<Obligation, 'state' | 'dueOn' | 'about' | 'isLate'>,
) {
  return row.state === state && row.dueOn === dueOn && row.about === about && row.isLate === isLate
}

function datesOf({ about, dueOn, opensOn }: OwedItem, calendar: ActiveCampaign['calendar']) {
  const remindBy = calendar.lastWorkingDayOnOrBefore(Temporal.PlainDate.from(dueOn)).toString()
  return { about, dueOn, opensOn, remindBy }
}

function stateOf({ state, dueOn, doneOn }: OwedItem, before: Obligation | undefined, now: Date) {
  if (state !== 'MET') return { state, isLate: false }
  return { state, isLate: (doneOn ?? dueOn) > dueOn, metAt: before?.metAt ?? now, returnedOn: null }
}
