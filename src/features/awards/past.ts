import { formatDate } from '../../reading/format.ts'
import type { Award } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import type { PastAward, SoughtNominee } from '../nominations/seams.ts'

/**
 * What the register holds of each nominee, the newest first; revoked awards and the award of the nomination itself are left out. Names
 * are compared without accents, case and signs, so that a slip hides nothing. A few statements, however many there are.
 */
export async function pastAwardsOf(
  tx: Pick<Tx, 'award'>,
  nominees: readonly SoughtNominee[],
): Promise<ReadonlyMap<string, readonly PastAward[]>> {
  const names = [...new Set(nominees.flatMap(namesOf))]
  const people = nominees.flatMap(({ personId }) => personId ?? [])
  const found = await tx.award.findMany({
    where: { revokedOn: null, OR: [{ nameFolded: { in: names } }, { personId: { in: people } }] },
    orderBy: [{ decidedOn: 'desc' }, { id: 'asc' }],
  })
  const byName = groupedBy(found, ({ nameFolded }) => nameFolded)
  const byPerson = groupedBy(found, ({ personId }) => personId ?? '')
  return new Map(
    nominees.map(nominee => {
      const own = nominee.personId === null ? [] : (byPerson.get(nominee.personId) ?? [])
      const all = new Set([...own, ...namesOf(nominee).flatMap(name => byName.get(name) ?? [])])
      const others = [...all].filter(award => award.recordId !== nominee.recordId)
      return [nominee.recordId, others.sort(newestFirst).flatMap(award => matched(nominee, award))]
    }),
  )
}

function namesOf({ nameFolded, alsoCalled }: SoughtNominee): string[] {
  return [...new Set([nameFolded, ...alsoCalled])]
}

function matched(nominee: SoughtNominee, award: Award): PastAward[] {
  const isPerson = nominee.kind === 'INDIVIDUAL'
  if (isPerson !== (award.honoreeKind === 'INDIVIDUAL')) return []
  const isBothKnown = nominee.personId !== null && award.personId !== null
  if (isBothKnown && nominee.personId !== award.personId) return []
  const { decisionNumber, decidedOn, achievement, campaignId } = award
  return [
    {
      decision: `${decisionNumber} (${formatDate(decidedOn)})`,
      ...{ decidedOn, achievement, campaignId },
      // A person’s name within a unit is not yet the person.
      isByNameOnly: isPerson ? !isBothKnown : nominee.unitCode !== award.unitCode,
    },
  ]
}

function newestFirst(one: Award, other: Award): number {
  return other.decidedOn.localeCompare(one.decidedOn)
}

function groupedBy(awards: readonly Award[], keyOf: (award: Award) => string): ReadonlyMap<string, readonly Award[]> {
  const groups = new Map<string, Award[]>()
  for (const award of awards) {
    const group = groups.get(keyOf(award))
    if (group) group.push(award)
    else groups.set(keyOf(award), [award])
  }
  return groups
}
