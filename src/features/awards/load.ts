import type { Tx } from '../../store/transaction.ts'
import { awardKey, type ListedAward } from './award-list.ts'
import { personMeant } from './who-is-meant.ts'
import { writeAwards } from './write.ts'

export interface AwardsDiff {
  added: readonly ListedAward[]
  /** In the register before. */
  same: number
}

/** What a list would add to the register. */
export async function awardsDiff(tx: Tx, listed: readonly ListedAward[]): Promise<AwardsDiff> {
  const days = [...new Set(listed.map(({ decidedOn }) => decidedOn))]
  const known = await tx.award.findMany({
    where: { decidedOn: { in: days } },
    select: { name: true, unitCode: true, unitName: true, form: true, decisionNumber: true, decidedOn: true },
  })
  const keys = new Set(known.map(awardKey))
  const added = listed.filter(award => !keys.has(awardKey(award)))
  return { added, same: listed.length - added.length }
}

/** Adds what the register does not have; loading twice adds nothing, and nothing is changed or taken out. */
export async function loadAwards(tx: Tx, listed: readonly ListedAward[], now: Date): Promise<AwardsDiff> {
  const diff = await awardsDiff(tx, listed)
  const awards = []
  for (const award of diff.added) {
    const isPerson = award.honoreeKind === 'INDIVIDUAL'
    const personId = isPerson ? await personMeant(tx, award.name, award.unitCode) : null
    awards.push({ ...award, personId, origin: 'LOADED' as const })
  }
  await writeAwards(tx, awards, null, now)
  return diff
}
