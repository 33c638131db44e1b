import type { Ctx } from '../../contract/feature.ts'

/** Members of a sitting read the files of the nominations that lie before them, from the invitation on. */
export async function mayReadCaseFile({ tx, person, campaign }: Ctx, fileId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ one: number }[]>`
    SELECT 1 AS one FROM sitting_member m
    JOIN sitting s ON s.id = m.sitting_id AND s.campaign_id = ${campaign.id}::uuid AND s.state <> 'CANCELLED'
    JOIN sitting_case c ON c.sitting_id = s.id
    JOIN record_version v ON v.record_id = c.record_id AND v.version = c.version
    WHERE m.person_id = ${person.id}::uuid AND ${fileId}::uuid = ANY(v.file_ids) LIMIT 1`
  return found !== undefined
}
