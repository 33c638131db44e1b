import type { Temporal } from 'temporal-polyfill'
import type { Ctx } from '../../contract/feature.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'

/** Who owed the launch document, who had sent it by the end of a day (null: now), and who of these late. */
export async function launchesAt({ tx, campaign }: Ctx, day: Temporal.PlainDate | null) {
  const launch = campaign.plan.duties.find(({ metBy }) => metBy.kind === 'launchDocument')
  const before = day && instantAt(day.add({ days: 1 }).toString(), '00:00', campaign.timeZone)
  const owed = await tx.obligation.findMany({
    where: { campaignId: campaign.id, dutyCode: launch?.code ?? '', state: { not: 'WITHDRAWN' } },
    select: { unitCode: true, metAt: true, isLate: true, dueOn: true },
  })
  const sent = owed.filter(({ metAt }) => metAt !== null && (before === null || metAt < before))
  return {
    owed: owed.length,
    sent: sent.length,
    late: sent.filter(({ isLate }) => isLate).length,
    of: owed,
    handedIn: sent,
  }
}
