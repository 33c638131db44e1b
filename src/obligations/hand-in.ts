import type { Temporal } from 'temporal-polyfill'
import { withFormer } from '../campaign/acting-unit.ts'
import type { ActiveCampaign } from '../campaign/active.ts'
import { provisionalDuties } from '../campaign/provisional.ts'
import { periodOwed } from '../campaign/report-period.ts'
import type { Obligation } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { codesServedBy, dutiesMetBy, type HandedItem } from './met-by.ts'

export interface HandedIn {
  /** Some obligation it meets was due before the day on which it was sent. */
  isLate: boolean
  obligations: readonly Pick<Obligation, 'id' | 'dutyCode' | 'dueOn' | 'state'>[]
}

/** What is handed in. */
export interface Handing {
  unitCode: string
  item: HandedItem
  /** `WITH_HEAD`: the focal point handed it to the head, who is reminded from now on. `MET`: it reached the managing office. */
  stage: 'WITH_HEAD' | 'MET'
  /** Targets of which the unit has reported for the same period, up to that stage: a duty of several is met by the last of them. */
  others?: ReadonlySet<string>
}

/**
 * Meets what the unit owes with what it has just handed in, in the caller's transaction. Knows nothing of reminders: see
 * `src/records/meeting.ts`.
 * Late is marked, never refused; it is judged by `sentOn`, the day on which the person of the unit sent it, whenever it came in and whenever the head approved it.
 */
export async function markHandedIn(
  tx: Tx,
  campaign: ActiveCampaign,
  what: Handing,
  now: Date,
  sentOn: Temporal.PlainDate,
): Promise<HandedIn> {
  const day = sentOn.toString()
  const owed = await tx.obligation.findMany({
    where: {
      campaignId: campaign.id,
      // What an ended unit still owes goes on with the one that has taken its place.
      unitCode: { in: withFormer(campaign, [what.unitCode], day) },
      state: { in: ['OPEN', 'WITH_HEAD'] },
      dutyCode: { in: dutiesMetBy(campaign.plan, what.item) },
    },
    // The beat locks in this order too.
    orderBy: { id: 'asc' },
  })
  // Nobody is late for a day that is only expected (OP-16).
  const withoutDay = provisionalDuties(campaign.plan)
  const isPast = ({ dueOn, dutyCode }: Obligation) => day > dueOn && !withoutDay.includes(dutyCode)
  const met: Obligation[] = []
  for (const obligation of owed) {
    if (counts(campaign, obligation, what)) met.push(obligation)
  }
  for (const obligation of met) {
    const reached = {
      metAt: obligation.metAt ?? now,
      isLate: obligation.isLate || isPast(obligation),
      returnedOn: null,
    }
    const data = { state: what.stage, ...(what.stage === 'MET' ? reached : {}) }
    await tx.obligation.update({ where: { id: obligation.id }, data })
  }
  const obligations = met.map(({ id, dutyCode, dueOn }) => ({ id, dutyCode, dueOn, state: what.stage }))
  return { isLate: met.some(isPast), obligations }
}

/** Opens again what a returned item had met, and tells what; the corrected item is expected by `returnedOn`. */
export async function markReopened(
  tx: Tx,
  campaign: ActiveCampaign,
  what: { unitCode: string; item: HandedItem; recordId?: string },
  returnedOn: string,
): Promise<string[]> {
  const where = {
    campaignId: campaign.id,
    OR: [{ unitCode: what.unitCode }, ...(what.recordId === undefined ? [] : [{ recordId: what.recordId }])],
    state: { in: ['MET' as const, 'WITH_HEAD' as const] },
    dutyCode: { in: dutiesMetBy(campaign.plan, what.item) },
  }
  const met = await tx.obligation.findMany({ where, orderBy: { id: 'asc' } })
  const ids = met.filter(obligation => isOfPeriod(campaign, obligation, what.item)).map(({ id }) => id)
  await tx.obligation.updateMany({ where: { id: { in: ids } }, data: { state: 'OPEN', returnedOn } })
  return ids
}

/** An obligation is met exactly by the reports of its period, of all its targets. */
function counts(campaign: ActiveCampaign, obligation: Obligation, { item, others }: Handing): boolean {
  if (item.kind !== 'target') return true
  if (!isOfPeriod(campaign, obligation, item)) return false
  const served = codesServedBy(campaign.plan, item.code)
  if (obligation.targets.every(code => served.includes(code))) return true
  return obligation.targets.every(
    code => served.includes(code) || codesServedBy(campaign.plan, code).some(twin => others?.has(twin)),
  )
}

function isOfPeriod({ plan }: ActiveCampaign, obligation: Obligation, item: HandedItem): boolean {
  return item.kind !== 'target' || periodOwed(plan, obligation) === item.period
}
