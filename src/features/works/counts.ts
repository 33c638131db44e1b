import type { Plan } from '../../campaign/plan.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { KeptAnswers } from '../../records/answers.ts'
import type { Prisma, Record as StoredRecord } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import { targetsOfTopics, worksTargets } from './targets.ts'

/** The works of one person at one unit. */
export interface WorksOfPerson {
  authorId: string
  unitCode: string
  accepted: number
  waiting: number
  returned: number
  /** Accepted ones by target (P01, P02); one of several topics counts for each of them. */
  byTarget: ReadonlyMap<string, number>
}

interface Counted {
  authorId: string
  unitCode: string
  state: string
  topics: readonly string[]
}

/** Counts works by person and unit, those with the most accepted ones first. */
export function countWorks(plan: Pick<Plan, 'targets' | 'workTopics'>, works: readonly Counted[]): WorksOfPerson[] {
  const people = new Map(works.map(one => [`${one.authorId} ${one.unitCode}`, one]))
  const rows = [...people.values()].map(({ authorId, unitCode }) => {
    const of = works.filter(one => one.authorId === authorId && one.unitCode === unitCode)
    const inState = (state: string) => of.filter(one => one.state === state)
    const accepted = inState('ACCEPTED').map(({ topics }) => targetsOfTopics(plan.workTopics, topics))
    const byTarget = new Map(
      worksTargets(plan).map(({ code }) => [code, accepted.filter(targets => targets.includes(code)).length]),
    )
    const counts = { accepted: accepted.length, waiting: inState('SUBMITTED').length }
    return { authorId, unitCode, ...counts, returned: inState('RETURNED').length, byTarget }
  })
  return rows.toSorted((a, b) => b.accepted - a.accepted || a.authorId.localeCompare(b.authorId))
}

/** Works of the campaign as they are counted. */
export async function worksToCount(
  tx: Tx,
  campaignId: string,
  where: Prisma.RecordWhereInput = {},
): Promise<Counted[]> {
  const records = await tx.record.findMany({
    where: { ...where, campaignId, kind: 'work' },
    select: {
      ...{ authorId: true, unitCode: true, state: true },
      versions: { orderBy: { version: 'desc' }, take: 1, select: { answers: true } },
    },
  })
  return records.map(({ versions: [newest], ...record }) => {
    // Written by `kept` and by nothing else.
    const answers = (newest?.answers ?? {}) as unknown as KeptAnswers
    return { ...record, topics: (answers.topics?.value ?? []) as readonly string[] }
  })
}

/** «Tác phẩm được chấp nhận của tác giả: 3 (P01: 2, P02: 1)». */
export async function acceptedInWords({ tx, t, campaign }: Ctx, { authorId }: StoredRecord) {
  const works = await worksToCount(tx, campaign.id, { authorId, state: 'ACCEPTED' })
  const counted = countWorks(
    campaign.plan,
    works.map(work => ({ ...work, unitCode: '' })),
  )
  const targets = worksTargets(campaign.plan).map(({ code, name }) =>
    t('work.ofTarget', { name, count: counted[0]?.byTarget.get(code) ?? 0 }),
  )
  return [{ label: t('work.accepted'), value: [String(works.length), ...targets].join('; ') }]
}
