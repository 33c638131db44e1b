import type { Ctx } from '../../contract/feature.ts'
import { alike, copiedFrom } from './sketch.ts'

/** A report of another nominee that has much in common with this one. */
export interface AlikeReport {
  recordId: string
  code: string
  percent: number
}

/**
 * Reports of the campaign that copy each other, by record: each pair is told on both sides. Compared is what the heads have let through,
 * and of the given records, for people of their unit, the newest version.
 */
export async function alikeReports(
  { tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>,
  recordIds: readonly string[],
  version: 'passed' | 'newest',
): Promise<ReadonlyMap<string, readonly AlikeReport[]>> {
  const rows = await tx.$queryRaw<{ recordId: string; code: string; isOwn: boolean; sketch: number[] }[]>`
    SELECT r.id AS "recordId", r.code, r.id = ANY (${[...recordIds]}::uuid[]) AS "isOwn", f.sketch
    FROM record r JOIN nomination_fact f ON f.record_id = r.id
      AND f.version = CASE WHEN ${version === 'newest'} AND r.id = ANY (${[...recordIds]}::uuid[]) THEN r.version ELSE r.passed_version END
    WHERE r.campaign_id = ${campaign.id}::uuid AND r.kind = 'nomination' AND r.state <> 'WITHDRAWN' ORDER BY r.number`
  const own = rows.filter(({ isOwn }) => isOwn)
  return new Map(
    own.map(one => {
      const found = rows.flatMap(({ recordId, code, sketch }) => {
        const percent = recordId === one.recordId ? null : alike(one.sketch, sketch)
        return percent !== null && percent >= copiedFrom ? [{ recordId, code, percent }] : []
      })
      return [one.recordId, found.toSorted((a, b) => b.percent - a.percent)]
    }),
  )
}
