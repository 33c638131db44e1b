import type { ActiveCampaign } from '../../campaign/active.ts'
import { after, dayOf } from '../../clock.ts'
import type { Running } from '../../contract/running.ts'
import type { AnyKind } from '../../records/kind.ts'
import { Prisma } from '../../store/generated/client.ts'
import { inTransaction } from '../../store/transaction.ts'
import { carryOutPlanned } from './reorganise.ts'
import { lockReorganisation } from './stored.ts'
import { tellStuck } from './stuck.ts'

/** Carries out what was decided for today, and forgets what can no longer be undone. */
export async function reorganisationsOfToday(
  system: Running,
  campaign: ActiveCampaign,
  now: Date,
  goesOn: () => Promise<boolean>,
  kinds: readonly AnyKind[],
): Promise<void> {
  const today = dayOf(now, campaign.timeZone)
  const waiting = await system.prisma.reorganisation.findMany({
    where: { doneAt: null, undoneAt: null, effectiveOn: { lte: today.toString() } },
    orderBy: [{ effectiveOn: 'asc' }, { at: 'asc' }],
    select: { id: true },
  })
  for (const { id } of waiting) {
    if (!(await goesOn())) return
    await inTransaction(system.prisma, async tx => {
      const stored = await lockReorganisation(tx, id)
      if (!stored || stored.doneAt || stored.undoneAt) return
      const ctx = { tx, now, today, campaign: await system.campaign(tx), texts: system.texts }
      const done = await carryOutPlanned(ctx, kinds, stored)
      if (done) return
      system.log.warn({ reorganisation: id }, 'a reorganisation can no longer be carried out as it was decided')
      await tellStuck(ctx, stored)
    })
    system.wake('outbox')
  }
  const past = { doneAt: { lt: after(now, -2 * 24 * 3_600_000) }, trace: { not: Prisma.AnyNull } }
  await system.prisma.reorganisation.updateMany({ where: past, data: { trace: Prisma.DbNull } })
}
