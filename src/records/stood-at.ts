import type { Ctx } from '../contract/feature.ts'
import { Prisma, type RecordVersion, type Record as StoredRecord } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { type AnyKind, counting } from './kind.ts'
import { stood, unitThen } from './stood.ts'

export interface RecordThen {
  record: StoredRecord
  /** The newest that had passed the head then. */
  version: RecordVersion
  state: string
  /** The unit that had it then. */
  unitCode: string
  /** The unit that it began with. */
  origin: string
}

/** The records of a kind that counted just before an instant (null: now), of one unit or of all, by number. */
export async function recordsThen(
  { tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>,
  kind: AnyKind,
  before: Date | null,
  unitCode: string | null,
): Promise<RecordThen[]> {
  const of = Prisma.sql`r.campaign_id = ${campaign.id}::uuid AND r.kind = ${kind.name}`
  const rows = await tx.$queryRaw<Then[]>`
    SELECT * FROM (SELECT s.id, s.state, s.passed_version AS version, ${unitThen(before)} AS "unitCode", s.origin
      FROM (${stood(of, before)}) s WHERE s.passed_version > 0 AND s.state = ANY (${counting(kind)}::text[])) t
    WHERE ${unitCode}::text IS NULL OR t."unitCode" = ${unitCode}`
  const then = new Map(rows.map(row => [row.id, row]))
  const found = (await versionsOf(tx, rows)).flatMap(({ record, ...version }) => {
    const row = then.get(record.id)
    return row ? [{ record, version, state: row.state, unitCode: row.unitCode, origin: row.origin }] : []
  })
  return found.sort((one, other) => one.record.number - other.record.number)
}

interface Then {
  id: string
  state: string
  version: number
  unitCode: string
  origin: string
}

/** Of each record the version that is named, with the record. */
function versionsOf(tx: Tx, named: readonly Pick<Then, 'id' | 'version'>[]) {
  const numbers = [...new Set(named.map(({ version }) => version))]
  return tx.recordVersion.findMany({
    where: {
      OR: numbers.map(version => ({
        version,
        recordId: { in: named.flatMap(one => (one.version === version ? [one.id] : [])) },
      })),
    },
    include: { record: true },
  })
}
