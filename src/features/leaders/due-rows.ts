import { provisionalDuties } from '../../campaign/provisional.ts'
import type { Ctx } from '../../contract/feature.ts'
import { expectedOn } from '../../obligations/overdue.ts'
import type { Obligation } from '../../store/generated/client.ts'

/** What of the things that have fallen due is looked at. */
export const dueParts = ['met', 'late', 'all'] as const
export type DuePart = (typeof dueParts)[number]

/** The rows of the leaders' first line: what has fallen due, counted as `standings` of the board counts it. */
export async function dueRows({ tx, campaign, today }: Ctx, part: DuePart): Promise<Obligation[]> {
  const rows = await tx.obligation.findMany({
    where: {
      ...{ campaignId: campaign.id, state: { not: 'WITHDRAWN' } },
      dutyCode: { notIn: provisionalDuties(campaign.plan) },
    },
    orderBy: [{ dueOn: 'asc' }, { dutyCode: 'asc' }, { unitCode: 'asc' }],
  })
  const now = today.toString()
  const first = new Map<string, string>()
  // By day already: the first of each is the earliest.
  for (const row of rows) if (!first.has(nameOf(row, now))) first.set(nameOf(row, now), row.dueOn)
  return rows.filter(row => (first.get(nameOf(row, now)) ?? now) < now && isOf(row, part))
}

/** What is owed item by item is one, and what is overdue of it another. */
function nameOf(row: Obligation, today: string): string {
  const { dutyCode, period, about } = row
  return about === '' ? `${dutyCode} ${period}` : `${dutyCode} ${expectedOn(row) < today ? 'past' : 'to come'}`
}

function isOf({ state, isLate }: Obligation, part: DuePart): boolean {
  return part === 'all' || (state === 'MET' && (part === 'met' || isLate))
}
