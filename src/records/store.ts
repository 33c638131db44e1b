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

/** The one record of a key, locked. Two who begin it at the same moment come one after the other. */
export async function lockKey(tx: Tx, campaignId: string, kind: string, key: string): Promise<StoredRecord | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`record:${campaignId}:${kind}:${key}`}, 0))`
  const found = await tx.record.findFirst({ where: { campaignId, kind, key }, select: { id: true } })
  return found && lockRecord(tx, campaignId, found.id)
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
