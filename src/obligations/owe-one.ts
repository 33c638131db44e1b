import { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../campaign/active.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'

/** One thing that a unit owes by a day of its own. */
export interface OwedOne {
  /** In the words of whoever set the day. */
  about: string
  dueOn: string
  opensOn: string
}

/**
 * Makes one thing that is owed by itself (`period` names it) follow what was set: owed by that day, or (null) owed no longer; what is
 * met stays. The id of the row that changed, whose reminders follow; null: nothing did. Knows nothing of reminders.
 */
export async function oweOne(
  tx: Tx,
  { id: campaignId, calendar }: Pick<ActiveCampaign, 'id' | 'calendar'>,
  of: { unitCode: string; dutyCode: string; period: string },
  owed: OwedOne | null,
  now: Date,
): Promise<string | null> {
  const { unitCode, dutyCode, period } = of
  const known = await tx.obligation.findFirst({ where: { campaignId, dutyCode, period }, orderBy: { id: 'asc' } })
  if (known?.state === 'MET') return null
  if (!owed) {
    if (!known || known.state === 'WITHDRAWN') return null
    await tx.obligation.update({ where: { id: known.id }, data: { state: 'WITHDRAWN' } })
    return known.id
  }
  const remindBy = calendar.lastWorkingDayOnOrBefore(Temporal.PlainDate.from(owed.dueOn)).toString()
  const data = { ...owed, remindBy }
  if (!known) {
    const id = newId(now)
    await tx.obligation.create({ data: { id, campaignId, unitCode, dutyCode, period, targets: [], ...data } })
    return id
  }
  const isSame = known.dueOn === owed.dueOn && known.about === owed.about && known.unitCode === unitCode
  if (isSame && known.state !== 'WITHDRAWN') return null
  const state = known.state === 'WITHDRAWN' ? 'OPEN' : known.state
  await tx.obligation.update({ where: { id: known.id }, data: { ...data, unitCode, state } })
  return known.id
}
