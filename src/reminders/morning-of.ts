import type { ActiveCampaign } from '../campaign/active.ts'
import type { Tx } from '../store/transaction.ts'
import type { Morning } from './morning.ts'
import { instantAt } from './sending-hours.ts'
import { addDays, type WorkingDays, workingDayAt } from './working-days.ts'

/** The day whose first beat has been done. */
const KEY = 'reminders.morning'

export async function isMorningDone(tx: Tx, today: string): Promise<boolean> {
  const setting = await tx.setting.findUnique({ where: { key: KEY } })
  return setting?.value === today
}

export async function setMorningDone(tx: Tx, today: string): Promise<void> {
  await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value: today }, update: { value: today } })
}

/** What is new since the working day before, what waits, and who has had the morning message already. */
export async function loadMorning(
  tx: Tx,
  campaign: ActiveCampaign,
  today: string,
  calendar: WorkingDays,
): Promise<Morning> {
  const since = instantAt(workingDayAt(addDays(today, -1), -1, calendar), '00:00', campaign.timeZone)
  const until = instantAt(today, '00:00', campaign.timeZone)
  const [counts] = await tx.$queryRaw<{ submitted: number; waiting: number; unreachable: number }[]>`
    SELECT
      ((SELECT count(*) FROM launch_document WHERE campaign_id = ${campaign.id}::uuid AND sent_at >= ${since} AND sent_at < ${until})
        + (SELECT count(*) FROM target_report WHERE campaign_id = ${campaign.id}::uuid AND sent_at >= ${since} AND sent_at < ${until})
        + (SELECT count(*) FROM initiative WHERE campaign_id = ${campaign.id}::uuid AND registered_at >= ${since} AND registered_at < ${until})
      )::int AS submitted,
      ((SELECT count(*) FROM launch_document WHERE campaign_id = ${campaign.id}::uuid AND state = 'SENT')
        + (SELECT count(*) FROM target_report WHERE campaign_id = ${campaign.id}::uuid AND state = 'SUBMITTED')
        + (SELECT count(*) FROM initiative WHERE campaign_id = ${campaign.id}::uuid AND state = 'REGISTERED' AND received_at IS NULL)
      )::int AS waiting,
      (SELECT count(DISTINCT person_id)::int FROM reminder WHERE state = 'UNREACHABLE' AND at >= ${since}) AS unreachable`
  const done = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT a.person_id AS id FROM outbox o JOIN account a ON a.id = o.account_id
    WHERE o.kind = 'REMINDER' AND o.created_at >= ${until} AND o.dedupe_key LIKE ${`reminder:%:${today}:morning`}
      AND a.person_id IS NOT NULL`
  return {
    counts: counts ?? { submitted: 0, waiting: 0, unreachable: 0 },
    done: new Set(done.map(row => row.id)),
  }
}
