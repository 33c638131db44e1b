import { dayOf, localTime } from '../clock.ts'
import type { Ctx } from '../features/feature.ts'
import type { System } from '../intake/system.ts'
import { readPerson } from '../people/read-person.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'

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
  system: System,
  visitor: DeskVisitor,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T | null> {
  return inTransaction(system.prisma, async tx => {
    const ctx = await deskCtx(system, tx, visitor)
    return ctx ? work(ctx) : null
  })
}

async function deskCtx(system: System, tx: Tx, { personId, accountId }: DeskVisitor): Promise<Ctx | null> {
  const now = system.clock.now()
  const active = await tx.campaign.findFirst({ where: { isActive: true }, select: { planHash: true } })
  const campaign = await system.campaign(tx, active?.planHash ?? null)
  const today = dayOf(now, campaign.timeZone)
  const person = await readPerson(tx, personId, today)
  if (!person) return null
  return {
    tx,
    now,
    today,
    sentAt: now,
    sentOn: today,
    claimedAt: null,
    campaign,
    account: { id: accountId, channel: 'web' },
    person,
    t: system.texts(person.locale),
    texts: system.texts,
    publicUrl: system.publicUrl,
    localTime: instant => localTime(instant, campaign.timeZone),
  }
}
