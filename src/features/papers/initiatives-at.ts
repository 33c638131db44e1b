import type { Temporal } from 'temporal-polyfill'
import type { Ctx } from '../../contract/feature.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'
import { initiative } from '../initiatives/kind.ts'

export interface InitiativeAt {
  id: string
  code: string
  title: string
  unitCode: string
  authorId: string
  /** As it stood at the end of the day, by the last move before. */
  state: string
  isOutstanding: boolean
}

/** The initiatives that counted at the end of a day (null: now), of one unit or of all. Rejected, withdrawn and returned ones do not. */
export async function initiativesAt(
  { tx, campaign }: Ctx,
  day: Temporal.PlainDate | null,
  unitCode: string | null,
): Promise<InitiativeAt[]> {
  const counting = Object.keys(initiative.states).filter(state => initiative.states[state]?.counts)
  const before = day && instantAt(day.add({ days: 1 }).toString(), '00:00', campaign.timeZone)
  const rows = await tx.$queryRaw<InitiativeAt[]>`
    SELECT r.id, r.code, r.title, r.unit_code AS "unitCode", r.author_id AS "authorId",
      coalesce(m."to", r.state) AS state, coalesce(f.is_outstanding, false) AS "isOutstanding"
    FROM record r LEFT JOIN initiative_fact f ON f.record_id = r.id
    LEFT JOIN LATERAL (
      SELECT v."to" FROM record_move v WHERE v.record_id = r.id AND (${before}::timestamptz IS NULL OR v.at < ${before}::timestamptz)
      ORDER BY v.seq DESC LIMIT 1
    ) m ON true
    WHERE r.campaign_id = ${campaign.id}::uuid AND r.kind = ${initiative.name} AND r.passed_version > 0
      AND (${before}::timestamptz IS NULL OR m."to" IS NOT NULL) AND (${unitCode}::text IS NULL OR r.unit_code = ${unitCode})
    ORDER BY r.number`
  return rows.filter(({ state }) => counting.includes(state))
}
