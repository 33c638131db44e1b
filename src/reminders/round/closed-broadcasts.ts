import type { ActiveCampaign } from '../../campaign/active.ts'
import { dayOf, localTime } from '../../clock.ts'
import type { Speaking } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { readPerson } from '../../people/read-person.ts'
import { inTransaction, type Tx } from '../../store/transaction.ts'
import { takeOut } from './take-back.ts'

/**
 * What officers have written and planned for later does not go out once its campaign is closed: it is taken back, and who wrote it is
 * told how many do not get it. What a channel has been given by then has gone out. Should the campaign open again, it is written anew by
 * whoever still wants it.
 */
export async function takeBackOfClosed(system: Speaking, main: ActiveCampaign, now: Date): Promise<void> {
  for (const campaign of main.among.closed) {
    const where = { campaignId: campaign.id, kind: 'BROADCAST' as const, state: 'QUEUED' as const }
    const queued = await system.prisma.outbox.findMany({ where, select: { dedupeKey: true } })
    const keys = queued.map(({ dedupeKey }) => dedupeKey)
    if (keys.length > 0) await inTransaction(system.prisma, tx => takeBackIn(system, tx, campaign, keys, now))
  }
}

async function takeBackIn(system: Speaking, tx: Tx, campaign: ActiveCampaign, keys: readonly string[], now: Date) {
  const taken = await takeOut(tx, keys, 'campaignOver', now)
  const rows = await tx.broadcastRecipient.findMany({
    where: { outboxKey: { in: taken } },
    select: { broadcast: { select: { id: true, byId: true, at: true } } },
  })
  const written = new Map(rows.map(({ broadcast }) => [broadcast.id, broadcast]))
  for (const { id, byId, at } of written.values()) {
    const person = await readPerson(tx, byId, dayOf(now, campaign.timeZone))
    if (!person) continue
    const count = rows.filter(({ broadcast }) => broadcast.id === id).length
    const t = system.texts(person.locale)
    const text = t('broadcast.closed', { at: localTime(at, campaign.timeZone), count })
    const notice = { dedupeKey: `broadcast:closed:${id}`, kind: 'NOTICE' as const, campaign, message: { text } }
    await enqueueTo(tx, person.id, notice, now)
  }
}
