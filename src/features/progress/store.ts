import { Prisma, type ReportState, type TargetReport } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'

/** The report with this id in the campaign, or null. */
export function findReport(tx: Tx, campaignId: string, id: string): Promise<TargetReport | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return Promise.resolve(null)
  return tx.targetReport.findFirst({ where: { id, campaignId } })
}

/** Two people of a unit who report at the same moment get two versions, one after the other. Held until the transaction ends. */
export async function lockReports(tx: Tx, campaignId: string, unitCode: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reports:${campaignId}:${unitCode}`}, 0))`
}

/** The latest version for a unit, target and period, handed in or not. */
export function latestVersion(
  tx: Tx,
  of: { campaignId: string; unitCode: string; targetCode: string; period: string },
): Promise<TargetReport | null> {
  return tx.targetReport.findFirst({ where: of, orderBy: { version: 'desc' } })
}

/** Versions of the same unit, target and period, newest first. */
export function versionsOf(tx: Tx, report: TargetReport): Promise<TargetReport[]> {
  const { campaignId, unitCode, targetCode, period } = report
  return tx.targetReport.findMany({
    where: { campaignId, unitCode, targetCode, period },
    orderBy: { version: 'desc' },
  })
}

/** Reports that came from one form: the targets that one figure serves are decided on together. */
export function siblingsOf(tx: Tx, report: TargetReport): Promise<TargetReport[]> {
  const { campaignId, unitCode, draftId, state, awaitingHead } = report
  return tx.targetReport.findMany({
    where: { campaignId, unitCode, draftId, state, awaitingHead },
    orderBy: { targetCode: 'asc' },
  })
}

const handedInStates: ReportState[] = ['SUBMITTED', 'VERIFIED', 'LOCKED']

/** The figure that counts at present for each target of the unit: the one handed in last and not returned. */
export async function lastFigures(tx: Tx, campaignId: string, unitCode: string): Promise<Map<string, TargetReport>> {
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (target_code) id FROM target_report
    WHERE campaign_id = ${campaignId}::uuid AND unit_code = ${unitCode} AND state::text = ANY (${handedInStates}::text[])
    ORDER BY target_code, as_of DESC, sent_at DESC, version DESC`
  const reports = await tx.targetReport.findMany({ where: { id: { in: ids.map(row => row.id) } } })
  return new Map(reports.map(report => [report.targetCode, report]))
}

/** Latest versions that were not handed in or came back; newest first. */
export async function inHand(tx: Tx, campaignId: string, unitCode: string): Promise<TargetReport[]> {
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT DISTINCT ON (target_code, period) id, state FROM target_report
      WHERE campaign_id = ${campaignId}::uuid AND unit_code = ${unitCode} ORDER BY target_code, period, version DESC
    ) latest WHERE state::text IN ('DRAFT', 'RETURNED')`
  return tx.targetReport.findMany({
    where: { id: { in: ids.map(row => row.id) } },
    orderBy: [{ updatedAt: 'desc' }, { targetCode: 'asc' }],
  })
}

/** Newest reports of the units, whatever their state. */
export async function reportsOf(
  tx: Tx,
  campaignId: string,
  unitCodes: readonly string[],
  page: { skip: number; take: number },
): Promise<{ total: number; reports: TargetReport[] }> {
  const where = { campaignId, unitCode: { in: [...unitCodes] } }
  return {
    total: await tx.targetReport.count({ where }),
    reports: await tx.targetReport.findMany({ where, orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }], ...page }),
  }
}

/** A newer version that was handed in takes the place of an older one; a draft does not. `r` is the older. */
export function isNewest(): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM target_report newer
    WHERE newer.campaign_id = r.campaign_id AND newer.unit_code = r.unit_code AND newer.target_code = r.target_code
      AND newer.period = r.period AND newer.version > r.version AND newer.state <> 'DRAFT')`
}

/** Whether a newer version was handed in. */
export async function isSuperseded(tx: Tx, report: TargetReport): Promise<boolean> {
  const { campaignId, unitCode, targetCode, period, version } = report
  const newer = await tx.targetReport.findFirst({
    where: { campaignId, unitCode, targetCode, period, version: { gt: version }, state: { not: 'DRAFT' } },
    select: { id: true },
  })
  return newer !== null
}

/** Reports that wait for a head of these units, or (in these targets; null: in all) for being verified; oldest first. */
export async function waitingReports(
  tx: Tx,
  campaignId: string,
  wanted: { ofUnits: readonly string[]; inTargets: readonly string[] | null },
): Promise<TargetReport[]> {
  const inField =
    wanted.inTargets === null ? Prisma.sql`true` : Prisma.sql`r.target_code = ANY (${wanted.inTargets}::text[])`
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM target_report r
    WHERE r.campaign_id = ${campaignId}::uuid AND ${isNewest()} AND (
      (r.state = 'DRAFT' AND r.awaiting_head AND r.unit_code = ANY (${wanted.ofUnits}::text[]))
      OR (r.state = 'SUBMITTED' AND ${inField}))
    ORDER BY r.updated_at LIMIT 400`
  return tx.targetReport.findMany({
    where: { id: { in: ids.map(row => row.id) } },
    orderBy: [{ updatedAt: 'asc' }, { targetCode: 'asc' }],
  })
}
