import type { Ctx } from '../../contract/feature.ts'

export interface DutyStanding {
  dutyCode: string
  period: string
  dueOn: string
  met: number
  /** Not at the managing office yet, with the head or not. */
  owed: number
  late: number
}

/** How every duty stands, by one count over the obligations: its cost does not grow with what was answered. */
export async function standings(ctx: Ctx): Promise<DutyStanding[]> {
  const rows = await ctx.tx.$queryRaw<DutyStanding[]>`
    SELECT duty_code AS "dutyCode", period, min(due_on) AS "dueOn",
      (count(*) FILTER (WHERE state = 'MET'))::int AS met,
      (count(*) FILTER (WHERE state IN ('OPEN', 'WITH_HEAD')))::int AS owed,
      (count(*) FILTER (WHERE state = 'MET' AND is_late))::int AS late
    FROM obligation WHERE campaign_id = ${ctx.campaign.id}::uuid AND state <> 'WITHDRAWN'
    GROUP BY duty_code, period ORDER BY min(due_on), duty_code, period`
  return rows
}
