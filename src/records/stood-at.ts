import type { Ctx } from '../contract/feature.ts'
import { Prisma, type RecordVersion, type Record as StoredRecord } from '../store/generated/client.ts'
import { type AnyKind, counting } from './kind.ts'
import { stood } from './stood.ts'

export interface RecordThen {
  record: StoredRecord
  /** The newest that had passed the head then. */
  version: RecordVersion
  state: string
}

/** The records of a kind that counted just before an instant (null: now), of one unit or of all, by number. */
export async function recordsThen(
  { tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>,
  kind: AnyKind,
  before: Date | null,
  unitCode: string | null,
): Promise<RecordThen[]> {
  const of = Prisma.sql`r.campaign_id = ${campaign.id}::uuid AND r.kind = ${kind.name}`
  const rows = await tx.$queryRaw<{ id: string; state: string; passedVersion: number }[]>`
    SELECT id, state, passed_version AS "passedVersion" FROM (${stood(of, before)}) s
    WHERE passed_version > 0 AND state = ANY (${counting(kind)}::text[])
      AND (${unitCode}::text IS NULL OR unit_code = ${unitCode})`
  const records = await tx.record.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    orderBy: [{ number: 'asc' }],
  })
  const versions = await tx.recordVersion.findMany({
    where: { OR: rows.map(({ id, passedVersion }) => ({ recordId: id, version: passedVersion })) },
  })
  return records.flatMap(record => {
    const row = rows.find(({ id }) => id === record.id)
    const version = versions.find(one => one.recordId === record.id && one.version === row?.passedVersion)
    return row && version ? [{ record, version, state: row.state }] : []
  })
}
