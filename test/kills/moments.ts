import type { Watching } from '../support/postgres-proxy.ts'

/** Where in the life of an event its process dies: `strike` is called at that very moment. */
export type Moment = (strike: () => void) => Watching

const claims = (sql: string) => sql.includes('take_event(')
const at =
  (isForwarded: boolean, isMoment: (sql: string, before: readonly string[]) => boolean): Moment =>
  strike =>
  (sql, before) =>
    isMoment(sql, before) ? { isForwarded, broken: strike } : null
const commits = (sql: string, before: readonly string[]) => sql === 'COMMIT' && before.some(claims)

export const moments = {
  'before the claim': at(false, claims),
  'before the commit': at(false, commits),
  'committed, not acknowledged': at(true, commits),
  'sent, not recorded': at(false, sql => /^\s*UPDATE outbox o SET state = 'SENT'/.test(sql)),
} as const satisfies Readonly<Record<string, Moment>>
