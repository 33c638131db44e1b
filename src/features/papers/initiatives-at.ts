import type { Temporal } from 'temporal-polyfill'
import type { Ctx } from '../../contract/feature.ts'
import { counting } from '../../records/kind.ts'
import { stood, unitThen } from '../../records/stood.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'
import { Prisma } from '../../store/generated/client.ts'
import { initiative } from '../initiatives/kind.ts'

/** An initiative as it stood at the end of the day, by versions, moves and decisions. */
export interface InitiativeAt {
  id: string
  /** The version that counted. */
  version: number
  unitCode: string
  state: string
  isOutstanding: boolean
}

/** The initiatives that counted at the end of a day (null: now), of one unit or of all. Rejected, withdrawn and returned ones do not. */
export async function initiativesAt(
  ctx: Ctx,
  day: Temporal.PlainDate | null,
  unitCode: string | null,
): Promise<InitiativeAt[]> {
  const { tx, campaign } = ctx
  const before = day && instantAt(day.add({ days: 1 }).toString(), '00:00', campaign.timeZone)
  const of = Prisma.sql`r.campaign_id = ${campaign.id}::uuid AND r.kind = ${initiative.name}`
  const rows = await tx.$queryRaw<InitiativeAt[]>`
    SELECT t.* FROM (
      SELECT s.id, s.passed_version AS version, s.state, ${unitThen(before)} AS "unitCode",
        coalesce(f.is_outstanding, false) AS "isOutstanding"
      FROM (${stood(of, before)}) s LEFT JOIN initiative_fact f ON f.record_id = s.id
      WHERE s.passed_version > 0 AND s.state = ANY (${counting(initiative)}::text[])
    ) t JOIN record r ON r.id = t.id WHERE ${unitCode}::text IS NULL OR t."unitCode" = ${unitCode} ORDER BY r.number`
  const changed = before ? await chosenSince(ctx, before) : new Map<string, boolean>()
  return rows.map(row => ({ ...row, isOutstanding: changed.get(row.id) ?? row.isOutstanding }))
}

/** Whether those were outstanding before, of which it was decided otherwise since. */
async function chosenSince({ tx }: Ctx, before: Date): Promise<ReadonlyMap<string, boolean>> {
  const later = await tx.audit.findMany({
    where: {
      ...{ subjectType: 'initiative', action: { in: ['initiative.outstanding', 'initiative.ordinary'] } },
      at: { gte: before },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { subjectId: true, action: true },
  })
  return new Map(later.map(({ subjectId, action }) => [subjectId, action === 'initiative.ordinary']))
}
