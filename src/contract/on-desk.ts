import { dayOf } from '../clock.ts'
import { readPerson } from '../people/read-person.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import type { Ctx } from './feature.ts'
import { makeCtx } from './make-ctx.ts'
import type { Running } from './running.ts'

/** Who acts on the desk: a signed-in person in the web account that signed in. */
export interface DeskVisitor {
  personId: string
  accountId: string
}

/**
 * Runs `work` in one transaction, for a person with the roles of today. Null: there is no such person (any more).
 * Nothing is sent from inside; whoever changes something wakes the outbox afterwards.
 */
export async function onDesk<T>(
  system: Running,
  visitor: DeskVisitor,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T | null> {
  return inTransaction(system.prisma, async tx => {
    const ctx = await deskCtx(system, tx, visitor)
    return ctx ? work(ctx) : null
  })
}

async function deskCtx(system: Running, tx: Tx, { personId, accountId }: DeskVisitor): Promise<Ctx | null> {
  const now = system.clock.now()
  const active = await tx.campaign.findFirst({ where: { isActive: true }, select: { planHash: true } })
  const campaign = await system.campaign(tx, active?.planHash ?? null)
  const person = await readPerson(tx, personId, dayOf(now, campaign.timeZone))
  const account = { id: accountId, channel: 'web' as const }
  return person && makeCtx(system, tx, { campaign, account, person, now, sent: { sentAt: now, claimedAt: null } })
}
