import type { Tx } from '../store/transaction.ts'

/** A signed-in browser, as its owner and an administrator see it. */
export interface OpenSession {
  /** The beginning of the stored hash: names it to its owner, opens nothing. */
  ref: string
  /** `browser/system`; empty: not known. */
  device: string
  createdAt: Date
  lastSeenAt: Date
}

const REF_LENGTH = 16

/** The reference of a session by its stored hash. */
export function sessionRef(tokenHash: string): string {
  return tokenHash.slice(0, REF_LENGTH)
}

/** The open sessions of a person, the one used last first. */
export async function openSessions(tx: Pick<Tx, 'webSession'>, personId: string, now: Date): Promise<OpenSession[]> {
  const rows = await tx.webSession.findMany({
    where: { personId, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: 'desc' }, { tokenHash: 'asc' }],
  })
  return rows.map(({ tokenHash, device, createdAt, lastSeenAt }) => ({
    ...{ ref: sessionRef(tokenHash), device, createdAt, lastSeenAt },
  }))
}

/** Ends sessions of a person: one, or all. How many there were. Their open pages are told by the database. */
export async function endSessionsOf(tx: Pick<Tx, 'webSession'>, personId: string, ref?: string): Promise<number> {
  if (ref !== undefined && !/^[0-9a-f]{16}$/.test(ref)) return 0
  const named = ref === undefined ? {} : { tokenHash: { startsWith: ref } }
  return (await tx.webSession.deleteMany({ where: { personId, ...named } })).count
}
