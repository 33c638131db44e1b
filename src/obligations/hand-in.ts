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
  obligations: readonly Met[]
}

export interface Met extends Pick<Obligation, 'id' | 'dutyCode' | 'dueOn' | 'state'> {
  /** The record that met it. */
  recordId: string | null
  isLate: boolean
}

/** What is handed in, with its record where it is one. */
export interface HandedItemOf {
  item: HandedItem
  recordId?: string
}

/** What a unit hands in together. */
export interface Handing {
  unitCode: string
  items: readonly HandedItemOf[]
  /** `WITH_HEAD`: the focal point handed it to the head, who is reminded from now on. `MET`: it reached the managing office. */
  stage: 'WITH_HEAD' | 'MET'
  /** Targets of which the unit has reported for the same period, up to that stage, these included: a duty of several is met by the last of them. */
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
  { unitCode, items, stage, others }: Handing,
  now: Date,
  sentOn: Temporal.PlainDate,
): Promise<HandedIn> {
  const day = sentOn.toString()
  const handed = items.map(one => ({ ...one, duties: dutiesMetBy(campaign.plan, one.item) }))
  const owed = await tx.obligation.findMany({
    where: {
      campaignId: campaign.id,
      // What an ended unit still owes goes on with the one that has taken its place.
      unitCode: { in: withFormer(campaign, [unitCode], day) },
      state: { in: ['OPEN', 'WITH_HEAD'] },
      dutyCode: { in: [...new Set(handed.flatMap(({ duties }) => duties))] },
    },
  })
  // Nobody is late for a day that is only expected (OP-16).
  const withoutDay = provisionalDuties(campaign.plan)
  const obligations = owed.flatMap((obligation): Met[] => {
    const { id, dutyCode, dueOn, metAt } = obligation
    const by = handed.findLast(
      ({ item, duties }) => duties.includes(dutyCode) && counts(campaign, obligation, item, others),
    )
    // Judged once, by what first reached the office: a correction makes nobody late.
    const isLate = day > dueOn && metAt === null && !withoutDay.includes(dutyCode)
    return by ? [{ id, dutyCode, dueOn, state: stage, recordId: by.recordId ?? null, isLate }] : []
  })
  if (obligations.length > 0) await write(tx, obligations, stage, now)
  return { isLate: obligations.some(({ isLate }) => isLate), obligations }
}

/** One statement for all, which locks them in the order in which the beat does. */
async function write(tx: Tx, met: readonly Met[], stage: Handing['stage'], now: Date): Promise<void> {
  const [ids, records, late] = [met.map(one => one.id), met.map(one => one.recordId), met.map(one => one.isLate)]
  await tx.$executeRaw`
    WITH met AS (SELECT * FROM unnest(${ids}::uuid[], ${records}::uuid[], ${late}::boolean[]) AS m(id, record_id, is_late)),
    locked AS MATERIALIZED (SELECT o.id FROM obligation o WHERE o.id = ANY (${ids}::uuid[]) ORDER BY o.id FOR UPDATE)
    UPDATE obligation o SET state = ${stage}::"ObligationState", record_id = coalesce(met.record_id, o.record_id),
      met_at = CASE WHEN ${stage} = 'MET' THEN coalesce(o.met_at, ${now}) ELSE o.met_at END,
      is_late = CASE WHEN ${stage} = 'MET' THEN o.is_late OR met.is_late ELSE o.is_late END,
      returned_on = CASE WHEN ${stage} = 'MET' THEN NULL ELSE o.returned_on END
    FROM locked JOIN met ON met.id = locked.id WHERE o.id = locked.id`
}

/** Opens again what a returned item had met, and tells what; the corrected item is expected by `returnedOn`. */
export async function markReopened(
  tx: Tx,
  campaign: ActiveCampaign,
  { unitCode, item, recordId }: { unitCode: string; item: HandedItem; recordId: string },
  returnedOn: string,
): Promise<string[]> {
  const where = {
    campaignId: campaign.id,
    OR: [{ unitCode }, { recordId }],
    state: { in: ['MET' as const, 'WITH_HEAD' as const] },
    dutyCode: { in: dutiesMetBy(campaign.plan, item) },
  }
  const met = await tx.obligation.findMany({ where })
  const ids = met.filter(obligation => isOfPeriod(campaign, obligation, item)).map(({ id }) => id)
  await tx.obligation.updateMany({ where: { id: { in: ids } }, data: { state: 'OPEN', returnedOn } })
  return ids
}

/** An obligation is met exactly by the reports of its period, of all its targets. */
function counts(
  campaign: ActiveCampaign,
  obligation: Obligation,
  item: HandedItem,
  others: ReadonlySet<string> | undefined,
): boolean {
  if (!isOfPeriod(campaign, obligation, item)) return false
  if (item.kind !== 'target') return true
  const served = codesServedBy(campaign.plan, item.code)
  return obligation.targets.every(
    code => served.includes(code) || codesServedBy(campaign.plan, code).some(twin => others?.has(twin)),
  )
}

function isOfPeriod({ plan }: ActiveCampaign, obligation: Obligation, item: HandedItem): boolean {
  if (item.kind === 'checkRemedy') return obligation.period === item.check
  return item.kind !== 'target' || periodOwed(plan, obligation) === item.period
}
