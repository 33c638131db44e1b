import { accountsFor, preferredOf } from '../../outbox/address.ts'
import { type Addressed, enqueueMany, type Notice } from '../../outbox/enqueue.ts'
import { newId } from '../../store/new-id.ts'
import type { Tx } from '../../store/transaction.ts'
import type { RowChange } from '../plan/ledger.ts'
import type { Owed } from '../plan/owed.ts'
import type { RoundMessage } from './round.ts'
import { takeBack } from './take-back.ts'

/** What the round was decided on is no longer so; the next beat decides anew. */
export class Outdated extends Error {}

/** Ledger rows that end or wait without a message. */
export async function writeRows(tx: Tx, rows: readonly RowChange[], seen: Seen, now: Date): Promise<void> {
  await checkUnchanged(tx, rows, seen)
  const fresh = rows.filter(row => row.was === null).map(row => ({ row, outboxKey: null }))
  await insert(tx, fresh, now)
  for (const row of rows) if (row.was === 'PLANNED') await move(tx, row, null, now)
  await takeBack(
    tx,
    rows.filter(row => row.was === 'QUEUED'),
    now,
  )
}

/** Messages, each with the rows it stands for: together or not at all. */
export async function writeMessages(
  tx: Tx,
  messages: readonly RoundMessage[],
  campaign: Notice['campaign'],
  seen: Seen,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  await checkUnchanged(
    tx,
    messages.flatMap(message => message.rows),
    seen,
  )
  const people = [...new Set(messages.map(({ recipient }) => recipient.personId))]
  const accounts = await accountsFor(tx, people)
  const queued: Addressed[] = []
  const fresh: LedgerEntry[] = []
  for (const message of messages) {
    const notice = noticeOf(message, campaign, expiresAt)
    const { personId } = message.recipient
    const account = notice.isBound ? await preferredOf(tx, personId) : accounts.get(personId)
    if (account) queued.push({ account, notice })
    const outboxKey = account ? notice.dedupeKey : null
    for (const row of message.rows) {
      const written = account ? row : { ...row, state: 'UNREACHABLE' as const, why: 'noAccount' as const }
      if (row.was === null) fresh.push({ row: written, outboxKey })
      else await move(tx, written, outboxKey, now)
    }
  }
  await enqueueMany(tx, queued, now)
  await insert(tx, fresh, now)
}

function noticeOf(
  { composed, content, key, notBefore }: RoundMessage,
  campaign: Notice['campaign'],
  expiresAt: Date,
): Notice {
  return {
    dedupeKey: key,
    kind: 'REMINDER',
    campaign,
    message: composed.message,
    go: composed.go,
    expiresAt,
    ...(notBefore ? { notBefore } : {}),
    isBound: content.items.length > 0 && content.items.every(item => item.isBound),
  }
}

/** The obligations as they were read. */
export type Seen = ReadonlyMap<string, Owed>

/**
 * Holds the obligations as they are until the transaction ends: a submission waits for it, and then finds the rows to cancel. Locks
 * in the order of their ids, as everybody does who changes several. What has changed since it was read is not written about.
 */
async function checkUnchanged(tx: Tx, rows: readonly RowChange[], seen: Seen): Promise<void> {
  const ids = [...new Set(rows.map(row => row.obligationId))].sort()
  if (ids.length === 0) return
  const found = await tx.$queryRaw<{ id: string; state: string; due_on: string; returned_on: string | null }[]>`
    SELECT id, state, due_on, returned_on FROM obligation WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`
  for (const row of found) {
    const owed = seen.get(row.id)
    if (owed?.state !== row.state || owed.dueOn !== row.due_on || owed.returnedOn !== row.returned_on)
      throw new Outdated(`obligation ${row.id} has changed`)
  }
}

interface LedgerEntry {
  row: RowChange
  outboxKey: string | null
}

async function insert(tx: Tx, entries: readonly LedgerEntry[], now: Date): Promise<void> {
  if (entries.length === 0) return
  const data = entries.map(({ row: { was: _, ...row }, outboxKey }) => ({ id: newId(now), ...row, at: now, outboxKey }))
  const { count } = await tx.reminder.createMany({ data, skipDuplicates: true })
  if (count !== entries.length) throw new Outdated('another instance has written these reminders')
}

async function move(tx: Tx, row: RowChange, outboxKey: string | null, now: Date): Promise<void> {
  const { obligationId, personId, step, was, state, why } = row
  const { count } = await tx.reminder.updateMany({
    where: { obligationId, personId, step, state: was ?? 'PLANNED' },
    data: { state, why, at: now, outboxKey },
  })
  if (count !== 1) throw new Outdated('another instance has moved this reminder')
}

/** Remembers when each obligation must be looked at again, unless it has changed meanwhile. */
export async function rememberLooks(tx: Tx, lookAt: ReadonlyMap<string, Date | null>, seen: Seen): Promise<void> {
  const looks = [...lookAt].flatMap(([id, at]) => {
    const owed = seen.get(id)
    return owed ? [{ id, at, state: owed.state, due_on: owed.dueOn, returned_on: owed.returnedOn }] : []
  })
  for (let from = 0; from < looks.length; from += BATCH) {
    const batch = JSON.stringify(looks.slice(from, from + BATCH))
    await tx.$executeRaw`
      UPDATE obligation o SET next_reminder_at = v.at
      FROM jsonb_to_recordset(${batch}::jsonb) AS v (id uuid, at timestamptz, state text, due_on text, returned_on text)
      WHERE o.id = v.id AND o.state::text = v.state AND o.due_on = v.due_on
        AND o.returned_on IS NOT DISTINCT FROM v.returned_on AND o.next_reminder_at IS DISTINCT FROM v.at`
  }
}

const BATCH = 5000
