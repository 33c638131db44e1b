import type { Tx } from '../store/transaction.ts'

/**
 * Takes from chat accounts all that leads to the human behind them: the platform's id, in the account and in the keys of events and
 * messages, the name shown, the sessions. The rows stay, so that the ledger of what was sent stays whole; keys stay unique.
 */
export async function clearAccounts(tx: Tx, accountIds: readonly string[]): Promise<void> {
  const ids = [...accountIds]
  if (ids.length === 0) return
  await tx.webSession.deleteMany({ where: { accountId: { in: ids } } })
  await tx.$executeRaw`
    UPDATE outbox o SET dedupe_key = array_to_string(array_replace(string_to_array(o.dedupe_key, ':'), a.external_id, a.id::text), ':')
    FROM account a
    WHERE a.id = ANY(${ids}::uuid[]) AND o.account_id = a.id AND a.external_id = ANY(string_to_array(o.dedupe_key, ':'))`
  await tx.$executeRaw`
    UPDATE inbound_event e SET event_id = array_to_string(array_replace(string_to_array(e.event_id, ':'), a.external_id, a.id::text), ':')
    FROM account a
    WHERE a.id = ANY(${ids}::uuid[]) AND e.channel = a.channel AND e.event_id LIKE '%:%'
      AND a.external_id = ANY(string_to_array(e.event_id, ':'))`
  await tx.$executeRaw`
    UPDATE conversation SET prompt = NULL, draft_id = NULL WHERE account_id = ANY(${ids}::uuid[])`
  await tx.$executeRaw`
    UPDATE account SET external_id = 'erased:' || id, display_name = '', person_id = NULL, state = 'INACTIVE', inactive_why = 'erased'
    WHERE id = ANY(${ids}::uuid[])`
}
