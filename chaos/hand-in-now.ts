import { Temporal } from 'temporal-polyfill'
import type { System } from '../src/intake/system.ts'
import { handIn } from '../src/records/meeting.ts'
import { dayAndHour } from '../src/reminders/plan/sending-hours.ts'
import { cancelFor } from '../src/reminders/round/cancel.ts'
import { inTransaction } from '../src/store/transaction.ts'
import type { HandIn } from './messages.ts'

/**
 * Hands something in at the present instant, in one transaction with the end of its reminders. Done twice it changes nothing
 * more: whoever was killed before the answer is asked again.
 */
export async function handInNow({ prisma, clock, campaign: source }: System, what: HandIn): Promise<void> {
  const now = clock.now()
  await inTransaction(prisma, async tx => {
    const campaign = await source(tx)
    const obligation = await tx.obligation.findUniqueOrThrow({ where: { id: what.obligationId } })
    if (obligation.state === what.stage || obligation.state === 'MET') return
    const today = Temporal.PlainDate.from(dayAndHour(now, campaign.timeZone).day)
    const { metBy } = campaign.plan.duties.find(duty => duty.code === obligation.dutyCode) ?? {}
    if (metBy?.kind === 'launchDocument' || metBy?.kind === 'initiative') {
      const { unitCode } = obligation
      await handIn(tx, campaign, { unitCode, items: [{ item: { kind: metBy.kind } }], stage: what.stage }, now, today)
      return
    }
    // What `handIn` does once it has found the reports that meet a duty; there are no reports in this season.
    const reached = what.stage === 'MET' ? { metAt: now } : {}
    await tx.obligation.update({ where: { id: obligation.id }, data: { state: what.stage, ...reached } })
    await cancelFor(tx, [obligation.id], what.stage === 'MET' ? 'met' : 'withHead', now)
  })
}
