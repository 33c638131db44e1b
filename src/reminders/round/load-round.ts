import { actingUnit } from '../../campaign/acting-unit.ts'
import type { ActiveCampaign } from '../../campaign/active.ts'
import { officeName, unitName } from '../../campaign/names.ts'
import { provisionalDuties } from '../../campaign/provisional.ts'
import { periodOwed } from '../../campaign/report-period.ts'
import { instantOf } from '../../clock.ts'
import type { Speaking } from '../../contract/feature.ts'
import type { Reported } from '../../contract/reported.ts'
import type { Tx } from '../../store/transaction.ts'
import type { LedgerRow } from '../plan/ledger.ts'
import type { Owed } from '../plan/owed.ts'
import { dayAndHour } from '../plan/sending-hours.ts'
import { workingDaysOf } from '../plan/working-days.ts'
import type { Morning } from '../words/morning.ts'
import { subjectOf } from '../words/subject.ts'
import type { Subject } from '../words/wording.ts'
import { loadLedger, loadNames, loadOrders } from './load-ledger.ts'
import { loadRecipients } from './load-recipients.ts'
import type { RoundInput } from './round.ts'

export interface OwedRow {
  id: string
  unit_code: string
  /** The unit that acts for it today: itself, or its successor after a merger. */
  acting_unit: string
  duty_code: string
  period: string
  targets: string[]
  about: string
  due_on: string
  returned_on: string | null
  state: 'OPEN' | 'WITH_HEAD'
}

/**
 * The open obligations that must be looked at now. One index range: flat in the number of those that need nothing. What has no day
 * yet (OP-16) is not among them, nor what the unit says it has handed in elsewhere, until an officer has looked.
 */
export async function dueForALook(
  tx: Tx,
  campaign: Pick<ActiveCampaign, 'id' | 'plan' | 'units'>,
  now: Date,
  today: string,
): Promise<OwedRow[]> {
  const rows = await tx.$queryRaw<Omit<OwedRow, 'acting_unit'>[]>`
    SELECT o.id, o.unit_code, o.duty_code, o.period, o.targets, o.about, o.due_on, o.returned_on, o.state
    FROM obligation o
    WHERE o.campaign_id = ${campaign.id}::uuid AND o.state IN ('OPEN', 'WITH_HEAD')
      AND o.duty_code <> ALL(${provisionalDuties(campaign.plan)}::text[])
      AND NOT EXISTS (SELECT FROM received_note n WHERE n.obligation_id = o.id AND n.state = 'CLAIMED')
      AND (o.next_reminder_at IS NULL OR o.next_reminder_at <= ${now})
    ORDER BY o.due_on, o.unit_code, o.id`
  return rows.map(row => ({ ...row, acting_unit: actingUnit(campaign, row.unit_code, today) }))
}

/** All of them, whatever their next look: the first beat of a day sees every change that nobody announced. */
export function everyOpen(tx: Tx, campaign: ActiveCampaign, today: string): Promise<OwedRow[]> {
  return dueForALook(tx, campaign, FOR_EVER, today)
}

/** What gathering a beat needs of the system. */
export interface Telling {
  texts: Speaking['texts']
  registry: Pick<Speaking['registry'], 'reported'>
}

/** Gathers what one beat decides on, in a handful of statements. */
export async function loadRound(
  tx: Tx,
  system: Telling,
  campaign: ActiveCampaign,
  rows: readonly OwedRow[],
  now: Date,
  morning: Morning | null,
): Promise<RoundInput & { ledger: readonly LedgerRow[] }> {
  const ids = rows.map(row => row.id)
  const owed = rows.map(row => owedOf(row, campaign))
  const today = dayAndHour(now, campaign.timeZone).day
  const places = [...new Set(owed.flatMap(one => [one.unitCode, ...one.focalAgencies]))]
  const recipients = await loadRecipients(tx, places, today, campaign.timeZone, now)
  const ledger = await loadLedger(tx, ids)
  const reported = await system.registry.reported(tx, campaign, reportsAmong(rows, campaign))
  return {
    now,
    timeZone: campaign.timeZone,
    calendar: workingDaysOf(campaign.calendar),
    rules: campaign.plan.reminderRules,
    ladders: campaign.plan.ladders,
    owed,
    recipients,
    ledger,
    orders: await loadOrders(tx, ids),
    subjects: new Map(rows.map(row => [row.id, subjectFor(row, campaign, reported)])),
    names: await loadNames(tx, ledger, recipients),
    office: officeName(campaign, today),
    campaign: { id: campaign.id, codeMark: campaign.codeMark, shownAs: campaign.shownAs },
    texts: system.texts,
    morning,
  }
}

function reportsAmong(rows: readonly OwedRow[], campaign: ActiveCampaign) {
  return rows.flatMap(row => {
    const { metBy } = dutyFor(row, campaign)
    if (metBy.kind !== 'targetReport' && metBy.kind !== 'periodicReport') return []
    const { id, unit_code, acting_unit, period, targets, due_on: dueOn } = row
    const unitCodes = [...new Set([unit_code, acting_unit])]
    return [{ id, unitCodes, targets, dueOn, period: periodOwed(campaign.plan, { period, dueOn, targets }) }]
  })
}

function subjectFor(row: OwedRow, campaign: ActiveCampaign, reported: ReadonlyMap<string, Reported>): Subject {
  const duty = dutyFor(row, campaign)
  const { unit_code: unitCode, period, targets, about, due_on: dueOn } = row
  const subject = subjectOf(
    duty,
    { unitCode, unitName: unitName(campaign, unitCode), period, targets, dueOn, about },
    campaign.plan,
  )
  return { ...subject, reported: reported.get(row.id) ?? null }
}

export function owedOf(row: OwedRow, campaign: ActiveCampaign): Owed {
  const targets = campaign.plan.targets.filter(target => row.targets.includes(target.code))
  return {
    id: row.id,
    unitCode: row.acting_unit,
    state: row.state,
    dueOn: row.due_on,
    returnedOn: row.returned_on,
    ladder: dutyFor(row, campaign).ladder,
    focalAgencies: [...new Set(targets.flatMap(target => target.focalAgencies))],
  }
}

function dutyFor(row: OwedRow, campaign: ActiveCampaign) {
  const duty = campaign.plan.duties.find(one => one.code === row.duty_code)
  if (!duty) throw new Error(`the plan ${campaign.code} has no duty ${row.duty_code}, which obligation ${row.id} names`)
  return duty
}

const FOR_EVER = instantOf('9999-12-31T23:59:59Z')
