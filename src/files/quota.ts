import { after } from '../clock.ts'
import type { Tx } from '../store/transaction.ts'
import { mostBytesADay, mostFilesADay } from './file-limits.ts'

const DAY_MS = 24 * 60 * 60_000

/** Whether somebody may send `more` files now: so much is taken of one person, on all channels together, within a day. */
export async function isWithinQuota(
  tx: Pick<Tx, '$queryRaw'>,
  sender: { accountId: string; personId: string | null },
  more: number,
  now: Date,
): Promise<boolean> {
  const [sent] = await tx.$queryRaw<{ files: number; bytes: number }[]>`
    SELECT count(*)::int AS files, coalesce(sum(f.size), 0)::float8 AS bytes
    FROM stored_file f JOIN account a ON a.id = f.account_id
    WHERE f.created_at > ${after(now, -DAY_MS)}
      AND (a.id = ${sender.accountId}::uuid OR a.person_id = ${sender.personId}::uuid)`
  return sent !== undefined && sent.files + more <= mostFilesADay && sent.bytes < mostBytesADay
}
