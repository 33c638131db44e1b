import { fold } from '../../reading/text.ts'
import type { Award } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import type { HonoreeKind } from './codes.ts'

/** Somebody whose earlier awards are asked for. */
export interface Honoree {
  /** By which the answer names them: the id of the nomination. */
  id: string
  kind: HonoreeKind
  name: string
  personId: string | null
  unitCode: string | null
}

/** `same`: the person, or the collective of that unit and name; `name`: the name alone is the same, people must look. */
export interface PastAward {
  award: Award
  match: 'same' | 'name'
}

/**
 * What the register holds of each of them, the newest first; revoked awards and the award of the nomination itself are left out. Names
 * are compared without accents and case, so that a slip hides nothing.
 */
export async function pastAwardsOf(
  tx: Pick<Tx, 'award'>,
  honorees: readonly Honoree[],
): Promise<ReadonlyMap<string, readonly PastAward[]>> {
  const names = [...new Set(honorees.map(({ name }) => fold(name)))]
  const people = honorees.flatMap(({ personId }) => personId ?? [])
  const found = await tx.award.findMany({
    where: { revokedOn: null, OR: [{ nameFolded: { in: names } }, { personId: { in: people } }] },
    orderBy: [{ decidedOn: 'desc' }, { id: 'asc' }],
  })
  const byName = groupedBy(found, ({ nameFolded }) => nameFolded)
  const byPerson = groupedBy(found, ({ personId }) => personId ?? '')
  return new Map(
    honorees.map(honoree => {
      const own = honoree.personId === null ? [] : (byPerson.get(honoree.personId) ?? [])
      const named = byName.get(fold(honoree.name)) ?? []
      const all = [...new Set([...own, ...named])].filter(award => award.recordId !== honoree.id)
      return [honoree.id, all.flatMap(award => matched(honoree, award)).sort(newestFirst)]
    }),
  )
}

function matched(honoree: Honoree, award: Award): PastAward[] {
  const isPerson = honoree.kind === 'INDIVIDUAL'
  if (isPerson !== (award.honoreeKind === 'INDIVIDUAL')) return []
  const isBothKnown = honoree.personId !== null && award.personId !== null
  if (isBothKnown) return honoree.personId === award.personId ? [{ award, match: 'same' }] : []
  const isSameUnit = honoree.unitCode !== null && honoree.unitCode === award.unitCode
  // A person’s name within a unit is not yet the person.
  return [{ award, match: !isPerson && isSameUnit ? 'same' : 'name' }]
}

function newestFirst(one: PastAward, other: PastAward): number {
  return other.award.decidedOn.localeCompare(one.award.decidedOn)
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
