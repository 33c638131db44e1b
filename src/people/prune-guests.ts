import { BATCH, batches } from '../store/batches.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import { inTransaction } from '../store/transaction.ts'
import { clearAccounts } from './clear-accounts.ts'

/**
 * Clears chat accounts of nobody that were last heard before `before`, and those in whose chat somebody was erased as soon as
 * the last reply is gone: what was said there, what was typed, the platform's id.
 */
export function pruneGuests(prisma: PrismaClient, before: Date): AsyncGenerator<number> {
  return batches(() =>
    inTransaction(prisma, async tx => {
      const guests = await tx.$queryRaw<{ id: string }[]>`
        SELECT a.id FROM account a JOIN conversation c ON c.account_id = a.id
        WHERE a.person_id IS NULL AND a.external_id <> 'erased:' || a.id
          AND (coalesce(c.last_inbound_at, a.created_at) < ${before} OR a.inactive_why = 'erased')
          AND NOT EXISTS (SELECT FROM outbox o WHERE o.account_id = a.id AND o.state IN ('QUEUED', 'SENDING'))
        ORDER BY a.id LIMIT ${BATCH} FOR UPDATE OF c SKIP LOCKED`
      const ids = guests.map(guest => guest.id)
      await tx.draft.deleteMany({ where: { accountId: { in: ids }, personId: null } })
      await tx.chatLine.deleteMany({ where: { accountId: { in: ids } } })
      await tx.outbox.updateMany({ where: { accountId: { in: ids } }, data: { body: {}, externalId: null } })
      await clearAccounts(tx, ids)
      return ids.length
    }),
  )
}
