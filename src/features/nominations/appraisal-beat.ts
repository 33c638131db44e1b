import type { ActiveCampaign } from '../../campaign/active.ts'
import { zoned } from '../../clock.ts'
import type { Running } from '../../contract/running.ts'
import { inTransaction } from '../../store/transaction.ts'
import { isReminderDay, openOpinions, tellAgency, timeIsUp } from './appraisal.ts'

/**
 * A beat of the appraisal: opens what was given on records whose time is up, and reminds agencies that still owe an opinion, by working
 * days. Run twice, nobody is told twice.
 */
export async function urgeAppraisal(system: Running, campaign: ActiveCampaign, now: Date): Promise<number> {
  const today = zoned(now, campaign.timeZone).toPlainDate()
  return inTransaction(system.prisma, async tx => {
    const over = await timeIsUp(tx, campaign.id, today)
    if (over.length > 0) await openOpinions(tx, over, await system.officeSecret(), now)
    const owed = await tx.appraisal.findMany({
      where: {
        ...{ openedAt: null, sealed: null, dueOn: { gte: today.toString() } },
        record: { campaignId: campaign.id, state: 'APPRAISING' },
      },
      select: { agency: true, dueOn: true },
      distinct: ['agency', 'dueOn'],
    })
    const due = owed.filter(({ dueOn }) => isReminderDay({ campaign, today }, dueOn))
    const { texts, publicUrl } = system
    for (const { agency, dueOn } of due)
      await tellAgency({ tx, campaign, today, now, texts, publicUrl }, agency, `urge:${today}`, dueOn)
    return due.length
  })
}
