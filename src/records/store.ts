import type { RecordVersion, Record as StoredRecord } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { AnyKind } from './kind.ts'

const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** The record, locked until the transaction ends: whoever decides or hands in decides on what stands. */
export async function lockRecord(tx: Tx, campaignId: string, id: string): Promise<StoredRecord | null> {
  if (!isId(id)) return null
  await tx.$queryRaw`SELECT 1 FROM record WHERE id = ${id}::uuid FOR UPDATE`
  return tx.record.findFirst({ where: { id, campaignId } })
}

export function findRecord(tx: Tx, campaignId: string, kind: string, id: string): Promise<StoredRecord | null> {
  return isId(id) ? tx.record.findFirst({ where: { id, campaignId, kind } }) : Promise.resolve(null)
}

/** The record that is meant, by its id or else by its key; null: none is. */
interface Meant {
  id: string | null
  key: string | null
}

/** The records that are meant, locked. Two who begin one of a key at the same moment come one after the other. */
export async function lockPresent(
  tx: Tx,
  campaignId: string,
  kind: string,
  meant: readonly Meant[],
): Promise<StoredRecord[]> {
  const ids = meant.flatMap(({ id }) => (id !== null && isId(id) ? [id] : []))
  const keys = meant.flatMap(({ id, key }) => (id === null && key !== null ? [key] : []))
  const names = keys.map(key => `record:${campaignId}:${kind}:${key}`).toSorted()
  if (names.length > 0)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(${names}::text[]) name`
  if (ids.length + keys.length === 0) return []
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM record WHERE campaign_id = ${campaignId}::uuid
      AND (id = ANY (${ids}::uuid[]) OR (kind = ${kind} AND key = ANY (${keys}::text[]))) ORDER BY id FOR UPDATE`
  if (locked.length === 0) return []
  return tx.record.findMany({ where: { id: { in: locked.map(({ id }) => id) } } })
}

export async function versionOf(tx: Tx, recordId: string, version: number): Promise<RecordVersion> {
  return tx.recordVersion.findUniqueOrThrow({ where: { recordId_version: { recordId, version } } })
}

/** The next number of a kind in the campaign, held until the transaction ends. */
export async function nextNumber(tx: Tx, campaignId: string, { name }: AnyKind): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`record-number:${campaignId}:${name}`}, 0))`
  const { _max } = await tx.record.aggregate({ where: { campaignId, kind: name }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}
