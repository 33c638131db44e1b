import { type ActiveCampaign, keyIn } from '../../campaign/active.ts'
import type { Speaking } from '../../contract/feature.ts'
import { newId } from '../../store/new-id.ts'
import type { Tx } from '../../store/transaction.ts'
import { instantAt } from '../plan/sending-hours.ts'
import { addDays, type WorkingDays, workingDayAt } from '../plan/working-days.ts'
import { isMorningKey, type Morning, mondayOf } from '../words/morning.ts'

/** The day whose first beat has been done. */
const DONE = 'reminders.morning'
/** One for each time that morning messages were taken back before they left: the day's overviews are written anew. */
const TAKEN = 'reminders.morning.taken:'

export interface MorningState {
  /** Day of the last morning that was done to its end. */
  lastDay: string | null
  /** Keys of what was taken back since. */
  taken: readonly string[]
}

export async function morningState(tx: Tx, campaign: Pick<ActiveCampaign, 'codeMark'>): Promise<MorningState> {
  const settings = await tx.setting.findMany({ where: { key: { startsWith: DONE } } })
  const lastDay = settings.find(({ key }) => key === keyIn(campaign, DONE))?.value
  return {
    lastDay: typeof lastDay === 'string' ? lastDay : null,
    taken: settings.map(({ key }) => key).filter(key => key.startsWith(TAKEN)),
  }
}

export async function setMorningDone(tx: Tx, campaign: Pick<ActiveCampaign, 'codeMark'>, today: string): Promise<void> {
  const key = keyIn(campaign, DONE)
  await tx.setting.upsert({ where: { key }, create: { key, value: today }, update: { value: today } })
}

/** What was taken back has been written anew. */
export async function forgetTaken(tx: Tx, taken: readonly string[]): Promise<void> {
  await tx.setting.deleteMany({ where: { key: { in: [...taken] } } })
}

/** Morning messages among these were taken back: what else they said, overview and list, is not lost. A row of its own: nobody waits. */
export async function morningTaken(tx: Tx, keys: readonly string[], now: Date): Promise<void> {
  if (keys.some(isMorningKey)) await tx.setting.create({ data: { key: `${TAKEN}${newId(now)}`, value: true } })
}

/** What is new since the working day before, what waits, and who has had the morning message already. */
export async function loadMorning(
  system: Speaking,
  tx: Tx,
  campaign: ActiveCampaign,
  today: string,
  calendar: WorkingDays,
  lastDay: string | null,
): Promise<Morning> {
  const since = instantAt(workingDayAt(addDays(today, -1), -1, calendar), '00:00', campaign.timeZone)
  const until = instantAt(today, '00:00', campaign.timeZone)
  let [submitted, waiting] = [0, 0]
  for (const cameIn of system.registry.cameIn) {
    const more = await cameIn(tx, campaign, since, until)
    submitted += more.submitted
    waiting += more.waiting
  }
  const [cutOff] = await tx.$queryRaw<{ people: number }[]>`
    SELECT count(DISTINCT r.person_id)::int AS people FROM reminder r JOIN obligation o ON o.id = r.obligation_id
    WHERE r.state = 'UNREACHABLE' AND r.at >= ${since} AND o.campaign_id = ${campaign.id}::uuid`
  const ofDay = `reminder:%:${today}:morning%`
  const monday = instantAt(mondayOf(today), '00:00', campaign.timeZone)
  const had = await tx.$queryRaw<{ id: string; today: number; taken: number; week: number }[]>`
    SELECT a.person_id AS id,
      count(*) FILTER (WHERE o.state <> 'EXPIRED' AND o.dedupe_key LIKE ${ofDay})::int AS today,
      count(*) FILTER (WHERE o.state = 'EXPIRED' AND o.dedupe_key LIKE ${ofDay})::int AS taken,
      count(*) FILTER (WHERE o.state <> 'EXPIRED' AND o.dedupe_key NOT LIKE ${ofDay})::int AS week
    FROM outbox o JOIN account a ON a.id = o.account_id
    WHERE o.kind = 'REMINDER' AND o.created_at >= ${monday} AND o.dedupe_key LIKE 'reminder:%:morning%'
      AND a.person_id IS NOT NULL AND (o.campaign_id IS NULL OR o.campaign_id = ${campaign.id}::uuid)
    GROUP BY a.person_id`
  const who = (has: (row: (typeof had)[number]) => boolean) => new Set(had.filter(has).map(({ id }) => id))
  return {
    counts: { submitted, waiting, unreachable: cutOff?.people ?? 0 },
    done: who(row => row.today > 0),
    taken: new Map(had.filter(row => row.taken > 0).map(row => [row.id, row.taken])),
    lastDay,
    doneThisWeek: who(row => row.week > 0),
  }
}
