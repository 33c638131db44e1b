import type { Tx } from '../../store/transaction.ts'
import type { LedgerRow } from '../plan/ledger.ts'
import type { Order } from '../plan/order.ts'
import type { Recipient } from '../plan/recipients.ts'

export function loadLedger(tx: Tx, obligationIds: readonly string[]): Promise<LedgerRow[]> {
  return tx.$queryRaw<LedgerRow[]>`
    SELECT obligation_id AS "obligationId", person_id AS "personId", step, state, planned_on AS "plannedOn", why,
      CASE WHEN state = 'ACKNOWLEDGED' THEN COALESCE(
        (SELECT o.sent_at FROM outbox o WHERE o.dedupe_key = reminder.outbox_key), at) ELSE at END AS at
    FROM reminder WHERE obligation_id = ANY(${obligationIds as string[]}::uuid[])`
}

export function loadOrders(tx: Tx, obligationIds: readonly string[]): Promise<Order[]> {
  return tx.$queryRaw<Order[]>`
    SELECT obligation_id AS "obligationId", kind, person_id AS "personId", value, at
    FROM reminder_order WHERE obligation_id = ANY(${obligationIds as string[]}::uuid[]) ORDER BY at, id`
}

/** Names of people who were told and are no longer among the recipients. */
export async function loadNames(
  tx: Tx,
  ledger: readonly LedgerRow[],
  recipients: readonly Recipient[],
): Promise<ReadonlyMap<string, string>> {
  const known = new Set(recipients.map(recipient => recipient.personId))
  const others = [...new Set(ledger.map(row => row.personId))].filter(id => !known.has(id))
  if (others.length === 0) return new Map()
  const people = await tx.person.findMany({ where: { id: { in: others } }, select: { id: true, givenName: true } })
  return new Map(people.map(person => [person.id, person.givenName]))
}
