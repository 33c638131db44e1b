import { Prisma, type ReportState, type TargetReport } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import { isNewest } from './store.ts'

interface Wanted {
  campaignId: string
  /** Units whose handed-in figures may be seen. */
  units: readonly string[]
  /** Units whose figures may be seen before they are handed in. */
  unitsWithDrafts: readonly string[]
  /** Targets whose handed-in figures may be seen of every unit. */
  targetsOfField: readonly string[]
  state: ReportState | null
  target: string | null
  unit: string | null
  isLate: boolean
  /** Folded words of a unit's name; empty: no search. */
  words: string
  /** Targets that the same words name. */
  codesOfWords: readonly string[]
  skip: number
  take: number
}

/** One page of the desk's list: the newest version of each report, the latest sent first. */
export async function deskReports(tx: Tx, wanted: Wanted): Promise<{ total: number; reports: TargetReport[] }> {
  const where = whereOf(wanted)
  const [count] = await tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM target_report r JOIN unit u ON u.code = r.unit_code WHERE ${where}`
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM target_report r JOIN unit u ON u.code = r.unit_code WHERE ${where}
    ORDER BY r.updated_at DESC, r.target_code LIMIT ${wanted.take}::int OFFSET ${wanted.skip}::int`
  const reports = await tx.targetReport.findMany({
    where: { id: { in: ids.map(row => row.id) } },
    orderBy: [{ updatedAt: 'desc' }, { targetCode: 'asc' }],
  })
  return { total: count?.total ?? 0, reports }
}

function whereOf(wanted: Wanted): Prisma.Sql {
  const conditions = [
    Prisma.sql`r.campaign_id = ${wanted.campaignId}::uuid`,
    Prisma.sql`(r.unit_code = ANY (${wanted.unitsWithDrafts}::text[]) OR (r.state <> 'DRAFT' AND (
      r.unit_code = ANY (${wanted.units}::text[]) OR r.target_code = ANY (${wanted.targetsOfField}::text[]))))`,
    isNewest(),
  ]
  if (wanted.state) conditions.push(Prisma.sql`r.state::text = ${wanted.state}`)
  if (wanted.target) conditions.push(Prisma.sql`r.target_code = ${wanted.target}`)
  if (wanted.unit) conditions.push(Prisma.sql`r.unit_code = ${wanted.unit}`)
  if (wanted.isLate) conditions.push(Prisma.sql`r.is_late`)
  if (wanted.words)
    conditions.push(
      Prisma.sql`(position(${wanted.words} IN u.name_folded) > 0 OR r.target_code = ANY (${wanted.codesOfWords}::text[]))`,
    )
  return Prisma.join(conditions, ' AND ')
}
