import type { Plan } from '../campaign/plan.ts'
import type { Obligation } from '../store/generated/client.ts'
import type { KeptTable } from '../store/kept-rows.ts'
import type { Tx } from '../store/transaction.ts'
import { perItemDuties } from './settle-items.ts'

/** Two duties became one: what was told of the first is told of the second. */
export interface Joined {
  from: string
  to: string
}

/**
 * What falls due after the last day of these units goes on with the unit that takes their place: the same row, so that its reminders,
 * promises and notes go along. Of several that owe the same the open one goes on, and only where all had handed it in it is met; what
 * the successor owes itself stands. What fell due before stays theirs, and whoever follows answers for it; what hangs on a list stays
 * with the list. Knows nothing of reminders. In the caller's transaction, before what is owed is settled anew.
 */
export async function dutiesGoOn(
  tx: Tx,
  campaignId: string,
  plan: Plan,
  { from, to, lastDay }: { from: readonly string[]; to: string; lastDay: string },
): Promise<Joined[]> {
  const owed = await tx.obligation.findMany({
    where: {
      ...{ campaignId, unitCode: { in: [to, ...from] }, dueOn: { gt: lastDay } },
      dutyCode: { notIn: perItemDuties(plan).map(({ code }) => code) },
    },
  })
  const joined: Joined[] = []
  for (const key of new Set(owed.map(keyOf))) {
    const same = owed.filter(one => keyOf(one) === key)
    const own = same.find(({ unitCode }) => unitCode === to)
    const theirs = same.filter(({ unitCode, state }) => unitCode !== to && state !== 'WITHDRAWN')
    const rank = ({ state, unitCode }: Obligation) => order.indexOf(state) * from.length + from.indexOf(unitCode)
    const [first, ...others] = theirs.sort((one, other) => rank(one) - rank(other))
    if (!first) continue
    const carrier = own ?? first
    if (!own) await tx.obligation.update({ where: { id: first.id }, data: { unitCode: to } })
    else if (own.state === 'WITHDRAWN') await tx.obligation.update({ where: { id: own.id }, data: standsLike(first) })
    joined.push(...(own ? theirs : others).map(({ id }) => ({ from: id, to: carrier.id })))
  }
  return joined
}

/** What of obligations changes when units are reorganised. */
export const dutyRows: KeptTable = {
  table: 'obligation',
  key: ['id'],
  columns: [
    ...['id', 'campaign_id', 'unit_code', 'duty_code', 'period', 'targets', 'about', 'due_on', 'opens_on', 'remind_by'],
    ...['state', 'met_at', 'is_late', 'returned_on', 'record_id'],
  ],
}

const order: readonly Obligation['state'][] = ['OPEN', 'WITH_HEAD', 'MET']

function keyOf({ dutyCode, period }: Obligation): string {
  return `${dutyCode}:${period}`
}

function standsLike({ state, recordId, metAt, isLate, returnedOn }: Obligation) {
  return { state, recordId, metAt, isLate, returnedOn }
}
