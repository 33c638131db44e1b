import type { Inbound } from '../channels/channel.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'

export interface Claimed {
  accountId: string
  personId: string | null
}

/**
 * Claims the event and locks its conversation until the transaction ends: the row of the conversation, and the person when
 * one is linked, because drafts belong to the person and may be open in two chats. Null: the event was handled before.
 */
export async function claim(tx: Tx, inbound: Inbound, now: Date): Promise<Claimed | null> {
  const first = await claimAndLock(tx, inbound, now)
  if (first.isDuplicate) return null
  if (first.account) return first.account
  await createAccount(tx, inbound, now)
  const created = await lock(tx, inbound)
  if (!created) throw new Error('account was created and is not there')
  return created
}

interface Row {
  claimed: boolean
  id: string | null
  person_id: string | null
}

async function claimAndLock(tx: Tx, inbound: Inbound, now: Date) {
  // One round trip. The locked row stands in its own CTE because FOR UPDATE may not sit under an outer join.
  const [row] = await tx.$queryRaw<Row[]>`
    WITH claim AS (
      INSERT INTO inbound_event (channel, event_id, received_at) VALUES (${inbound.channel}, ${inbound.eventId}, ${now})
      ON CONFLICT DO NOTHING RETURNING 1
    ), locked AS (
      SELECT a.id, a.person_id,
        CASE WHEN a.person_id IS NOT NULL THEN pg_advisory_xact_lock(hashtextextended(a.person_id::text, 0)) END AS lock
      FROM account a JOIN conversation c ON c.account_id = a.id
      WHERE a.channel = ${inbound.channel} AND a.external_id = ${inbound.account}
      FOR UPDATE OF c
    )
    SELECT EXISTS (SELECT FROM claim) AS claimed, locked.id, locked.person_id, locked.lock IS NOT NULL AS is_person_locked
    FROM (VALUES (1)) one LEFT JOIN locked ON true`
  const account = row?.id ? { accountId: row.id, personId: row.person_id } : null
  return { isDuplicate: row?.claimed !== true, account }
}

async function createAccount(tx: Tx, inbound: Inbound, now: Date): Promise<void> {
  const id = newId(now)
  await tx.$executeRaw`
    WITH made AS (
      INSERT INTO account (id, channel, external_id, display_name, created_at)
      VALUES (${id}::uuid, ${inbound.channel}, ${inbound.account}, ${inbound.displayName ?? ''}, ${now})
      ON CONFLICT (channel, external_id) DO NOTHING RETURNING id
    )
    INSERT INTO conversation (account_id) SELECT id FROM made`
}

async function lock(tx: Tx, inbound: Inbound): Promise<Claimed | null> {
  const [row] = await tx.$queryRaw<{ id: string; person_id: string | null }[]>`
    SELECT a.id, a.person_id FROM account a JOIN conversation c ON c.account_id = a.id
    WHERE a.channel = ${inbound.channel} AND a.external_id = ${inbound.account} FOR UPDATE OF c`
  return row ? { accountId: row.id, personId: row.person_id } : null
}
