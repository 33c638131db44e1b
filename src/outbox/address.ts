import type { Tx } from '../store/transaction.ts'

/** A chat account that a message goes to. */
export interface Address {
  id: string
  channel: string
}

/**
 * For each person who can be reached: the preferred account when it can be, else the one used last; none of those that are
 * `left` out. One statement for all of them.
 */
export async function accountsFor(
  tx: Tx,
  personIds: readonly string[],
  left: readonly string[] = [],
): Promise<ReadonlyMap<string, Address>> {
  const rows = await tx.$queryRaw<(Address & { personId: string })[]>`
    SELECT DISTINCT ON (a.person_id) a.person_id AS "personId", a.id, a.channel
    FROM account a JOIN person p ON p.id = a.person_id JOIN conversation c ON c.account_id = a.id
    WHERE a.person_id = ANY(${personIds}::uuid[]) AND a.state = 'ACTIVE' AND NOT (a.id = ANY(${left}::uuid[]))
    ORDER BY a.person_id, a.id = p.preferred_account_id DESC NULLS LAST, c.last_inbound_at DESC NULLS LAST`
  return new Map(rows.map(({ personId, id, channel }) => [personId, { id, channel }]))
}

/** The same for one person; null: the person cannot be reached. */
export async function accountFor(tx: Tx, personId: string, left: readonly string[] = []): Promise<Address | null> {
  return (await accountsFor(tx, [personId], left)).get(personId) ?? null
}

/** The account that the person prefers, or used last where none was chosen; null when just this one cannot be reached. */
export async function preferredOf(tx: Tx, personId: string): Promise<Address | null> {
  const [account] = await tx.$queryRaw<(Address & { isActive: boolean })[]>`
    SELECT a.id, a.channel, a.state = 'ACTIVE' AS "isActive"
    FROM account a JOIN person p ON p.id = a.person_id JOIN conversation c ON c.account_id = a.id
    WHERE a.person_id = ${personId}::uuid
    ORDER BY a.id = p.preferred_account_id DESC NULLS LAST, c.last_inbound_at DESC NULLS LAST LIMIT 1`
  return account?.isActive ? { id: account.id, channel: account.channel } : null
}
