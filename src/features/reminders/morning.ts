import { provisionalDuties } from '../../campaign/provisional.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { MorningLine } from '../../contract/morning.ts'
import { overdueOn } from '../../obligations/overdue.ts'
import { may, reachOf } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { subjectFor } from '../../reminders/words/subject.ts'
import { orderReminders } from './rights.ts'

interface Overdue {
  id: string
  dutyCode: string
  period: string
  dueOn: string
  count: number
  asked: number
}

/** What is overdue: for officers by duty, with how many were asked; for the people of a unit what it still owes. */
export async function lateThisMorning(ctx: Ctx): Promise<MorningLine[]> {
  if (!may(ctx.person, orderReminders)) return ofOwnUnits(ctx)
  const duties = await overdueByDuty(ctx)
  const examples = await ctx.tx.obligation.findMany({ where: { id: { in: duties.map(({ id }) => id) } } })
  return duties.flatMap(({ id, dutyCode, period, dueOn, count, asked }): MorningLine[] => {
    const example = examples.find(one => one.id === id)
    if (!example) return []
    const viec = `${dutyCode}:${period}`
    const said = { what: subjectFor(ctx, example).duty, due: formatDate(dueOn), asked, unasked: count - asked }
    return [
      {
        ...{ part: 'late', words: ctx.t('reminders.morning.late', said), count },
        page: `nhac-viec?${new URLSearchParams({ state: 'overdue', viec })}`,
        nudge: `gui-tin/moi?${new URLSearchParams({ toi: `duty:${viec}` })}`,
      },
    ]
  })
}

/** Those that have passed their day, item by item of a list as one; somebody was asked who got a reminder or an officer's message. */
function overdueByDuty({ tx, campaign, today }: Ctx): Promise<Overdue[]> {
  const without = provisionalDuties(campaign.plan)
  return tx.$queryRaw<Overdue[]>`
    SELECT (array_agg(o.id ORDER BY o.due_on, o.id))[1]::text AS id, o.duty_code AS "dutyCode",
      CASE WHEN o.about = '' THEN o.period ELSE '' END AS period, min(coalesce(o.returned_on, o.due_on)) AS "dueOn",
      count(*)::int AS count,
      (count(*) FILTER (WHERE EXISTS (SELECT FROM reminder m WHERE m.obligation_id = o.id AND m.state IN ('SENT', 'ACKNOWLEDGED'))
        OR EXISTS (SELECT FROM broadcast_recipient b WHERE b.obligation_id = o.id)))::int AS asked
    FROM obligation o
    WHERE o.campaign_id = ${campaign.id}::uuid AND o.state IN ('OPEN', 'WITH_HEAD') AND coalesce(o.returned_on, o.due_on) < ${today.toString()}
      AND o.duty_code <> ALL (${without as string[]}::text[])
    GROUP BY 2, 3 ORDER BY 4, 2, 3`
}

async function ofOwnUnits(ctx: Ctx): Promise<MorningLine[]> {
  const { tx, campaign, today, t, person } = ctx
  const { units } = reachOf(person, 'unit.seeDrafts')
  const lines: MorningLine[] = []
  for (const unitCode of units) {
    const count = await tx.obligation.count({
      where: {
        ...{ campaignId: campaign.id, unitCode, ...overdueOn(today.toString()) },
        NOT: { dutyCode: { in: provisionalDuties(campaign.plan) } },
      },
    })
    const page = `bang-so-lieu/don-vi/${encodeURIComponent(unitCode)}`
    if (count > 0) lines.push({ part: 'late', words: t('reminders.morning.own'), count, page })
  }
  return lines
}
