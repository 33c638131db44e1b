import type { PrismaClient } from '../store/generated/client.ts'
import { sqlStateOf } from '../store/sql-state.ts'

/** What the database tells of the system, in one statement that writes: a database that only reads takes no messages. */
export interface Signs {
  queues: readonly Queue[]
  /** Messages that ended without arriving. */
  notDelivered: number
  filesWaiting: number
  openLetters: number
  beats: readonly { name: string; at: string }[]
  leases: readonly { name: string; owner: string; until: string }[]
}

/** What waits for one channel. */
export interface Queue {
  channel: string
  waiting: number
  /** Since when the oldest could have left. */
  oldestAt: string | null
}

/** @throws what the database says, or SignsTooSlow */
export async function readSigns(prisma: Pick<PrismaClient, '$queryRaw'>, now: Date): Promise<Signs> {
  const [row] = await inTime(
    prisma.$queryRaw<{ signs: Signs }[]>`
      WITH beat AS (
        INSERT INTO heartbeat (name, at) VALUES ('health', ${now}) ON CONFLICT (name) DO UPDATE SET at = excluded.at RETURNING name, at
      )
      SELECT jsonb_build_object(
        'queues', (SELECT coalesce(jsonb_agg(q), '[]') FROM (
          SELECT channel, count(*) AS waiting, min(not_before) FILTER (WHERE not_before <= ${now}) AS "oldestAt"
          FROM outbox WHERE state IN ('QUEUED', 'SENDING') GROUP BY channel) q),
        'notDelivered', (SELECT count(*) FROM outbox WHERE state IN ('UNKNOWN', 'UNREACHABLE', 'DEAD')),
        'filesWaiting', (SELECT count(*) FROM stored_file WHERE state = 'PENDING'),
        'openLetters', (SELECT count(*) FROM dead_letter WHERE state IN ('OPEN', 'RETRYING', 'DROPPING')),
        'beats', (SELECT coalesce(jsonb_agg(b), '[]') FROM (
          SELECT name, at FROM beat UNION ALL SELECT name, at FROM heartbeat WHERE name <> 'health') b),
        'leases', (SELECT coalesce(jsonb_agg(l), '[]') FROM (SELECT name, owner, until FROM lease WHERE until > ${now}) l)
      ) AS signs`,
  )
  if (!row) throw new SignsTooSlow()
  return row.signs
}

/** The database does not answer in the time in which somebody who asks for the health wants to know. */
export class SignsTooSlow extends Error {
  override readonly name = 'SignsTooSlow'
}

/** In one word, for the page of the health: SQLSTATE or the name of the error. */
export function troubleOf(error: unknown): string {
  return sqlStateOf(error) ?? (error instanceof Error ? error.name : 'unknown')
}

const LONGEST_MS = 5_000

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SignsTooSlow()), LONGEST_MS)
  })
  try {
    return await Promise.race([work, tooSlow])
  } finally {
    clearTimeout(timer)
  }
}
