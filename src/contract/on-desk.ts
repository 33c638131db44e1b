import { campaignsMark } from '../campaign/source.ts'
import { dayOf } from '../clock.ts'
import { readPerson } from '../people/read-person.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { campaignFor } from './campaigns-of.ts'
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
 * Nothing is sent from inside; whoever changes something wakes the outbox afterwards. `campaignId`: the campaign that was chosen; without
 * one, or where it is not this person's to see, their last.
 */
export async function onDesk<T>(
  system: Running,
  visitor: DeskVisitor,
  work: (ctx: Ctx) => Promise<T>,
  campaignId: string | null = null,
): Promise<T | null> {
  return inTransaction(system.prisma, async tx => {
    const ctx = await deskCtx(system, tx, visitor, campaignId)
    return ctx ? work(ctx) : null
  })
}

async function deskCtx(
  system: Running,
  tx: Tx,
  { personId, accountId }: DeskVisitor,
  campaignId: string | null,
): Promise<Ctx | null> {
  const now = system.clock.now()
  const { among, timeZone } = await system.campaign(tx, await campaignsMark(tx))
  const today = dayOf(now, timeZone)
  const person = await readPerson(tx, personId, today)
  const campaign = campaignFor(person, among, campaignId, today.toString())
  const account = { id: accountId, channel: 'web' as const }
  return person && makeCtx(system, tx, { campaign, account, person, now, sent: { sentAt: now, claimedAt: null } })
}
