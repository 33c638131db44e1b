import type { Ctx } from '../../contract/feature.ts'
import { Prisma } from '../../store/generated/client.ts'

export interface DutyStanding {
  dutyCode: string
  period: string
  dueOn: string
  met: number
  /** Not at the managing office yet, with the head or not. */
  owed: number
  /** Owed, and past the day by which it is expected: of what came back, that of the correction. */
  overdue: number
  /** Since when the oldest of these is; null: none is. */
  overdueSince: string | null
  late: number
}

/** How every duty stands, by one count over the obligations: its cost does not grow with what was answered. */
export async function standings(ctx: Ctx): Promise<DutyStanding[]> {
  // What is owed item by item is one, and what is overdue of it another: its `period` names the item.
  const isPast = Prisma.sql`coalesce(returned_on, due_on) < ${ctx.today.toString()}`
  const period = Prisma.sql`CASE WHEN about = '' THEN period ELSE '' END`
  const rows = await ctx.tx.$queryRaw<DutyStanding[]>`
    SELECT duty_code AS "dutyCode", ${period} AS period, min(due_on) AS "dueOn",
      (count(*) FILTER (WHERE state = 'MET'))::int AS met,
      (count(*) FILTER (WHERE state IN ('OPEN', 'WITH_HEAD')))::int AS owed,
      (count(*) FILTER (WHERE state IN ('OPEN', 'WITH_HEAD') AND ${isPast}))::int AS overdue,
      min(coalesce(returned_on, due_on)) FILTER (WHERE state IN ('OPEN', 'WITH_HEAD') AND ${isPast}) AS "overdueSince",
      (count(*) FILTER (WHERE state = 'MET' AND is_late))::int AS late
    FROM obligation WHERE campaign_id = ${ctx.campaign.id}::uuid AND state <> 'WITHDRAWN'
    GROUP BY duty_code, ${period}, about <> '' AND ${isPast} ORDER BY 3, 1, 2`
  return rows
}
