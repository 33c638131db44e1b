import type { ActiveCampaign } from '../../campaign/active.ts'
import { endingUnits, lastDayOf, type Reorganisation, successorsIn } from '../../campaign/reorganisation.ts'
import type { Params } from '../../conversation/field.ts'
import type { AnyKind } from '../../records/kind.ts'
import { openRecords } from '../../records/succession.ts'
import type { Draft, Role } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Choices } from './stored.ts'

/** Somebody of a unit that ends. */
export interface GoingPerson {
  personId: string
  name: string
  from: string
  roles: readonly Role[]
  /** null: their roles there end. */
  to: string | null
  /** Where they may go; one: nothing is to be chosen. */
  among: readonly string[]
}

export interface GoingRecord {
  id: string
  campaignId: string
  code: string
  title: string
  from: string
  to: string
  among: readonly string[]
}

export interface GoingDraft {
  draft: Pick<Draft, 'id' | 'form' | 'key' | 'params'>
  personId: string
  name: string
  from: string
  to: string
  among: readonly string[]
}

/** Who and what goes where. */
export interface Places {
  people: readonly GoingPerson[]
  records: readonly GoingRecord[]
  drafts: readonly GoingDraft[]
}

/** The key of a person's choice. */
export const personKey = (from: string, personId: string) => `${from}:${personId}`

/** Everybody and everything that goes on: as was chosen, else to the larger part; a draft goes with its person. */
export async function placesOf(
  { tx, campaign }: { tx: Tx; campaign: ActiveCampaign },
  kinds: readonly AnyKind[],
  what: Reorganisation,
  choices: Choices,
): Promise<Places> {
  const ending = endingUnits(what)
  const people = await peopleOf(tx, what, choices)
  const drafts = await tx.draft.findMany({
    where: { state: { in: ['OPEN', 'WAITING'] }, personId: { not: null }, person: { erasedAt: null } },
    include: { person: { select: { fullName: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const goingDrafts = drafts.flatMap(({ id, form, key, params, personId, person }): GoingDraft[] => {
    const { unit } = params as Params
    const from = ending.find(one => one === unit)
    const among = from === undefined ? [] : successorsIn(what, from)
    const own = people.find(one => one.personId === personId && one.from === from)?.to
    const to = pick(among, choices.drafts[id]) ?? own ?? among[0]
    if (from === undefined || to === undefined || personId === null) return []
    return [{ draft: { id, form, key, params }, personId, name: person?.fullName ?? '', from, to, among }]
  })
  const records: GoingRecord[] = []
  for (const from of ending) {
    const among = successorsIn(what, from)
    for (const one of campaign.among.open)
      for (const { id, code, title } of await openRecords({ tx, campaign: one }, kinds, from)) {
        const to = pick(among, choices.records[id]) ?? among[0]
        if (to !== undefined) records.push({ id, campaignId: one.id, code, title, from, to, among })
      }
  }
  return { people, records, drafts: goingDrafts }
}

async function peopleOf(tx: Tx, what: Reorganisation, choices: Choices): Promise<GoingPerson[]> {
  const lastDay = lastDayOf(what)
  const held = await tx.roleAssignment.findMany({
    where: {
      ...{ unitCode: { in: endingUnits(what) }, person: { erasedAt: null, joinedInto: null } },
      OR: [{ validTo: null }, { validTo: { gt: lastDay } }],
    },
    select: { personId: true, unitCode: true, role: true, person: { select: { fullName: true } } },
    orderBy: [{ unitCode: 'asc' }, { personId: 'asc' }, { role: 'asc' }],
  })
  const inPlaces = await inPlaceOfWhom(tx, what)
  const byPlace = new Map<string, GoingPerson>()
  for (const { personId, unitCode: from, role, person } of held) {
    const key = personKey(from, personId)
    const among = successorsIn(what, from)
    const chosen = chosenFor(key, choices, inPlaces)
    const to = chosen === '' ? null : (pick(among, chosen) ?? among[0] ?? null)
    const roles = [...(byPlace.get(key)?.roles ?? []), role]
    byPlace.set(key, { personId, name: person.fullName, from, roles: [...new Set(roles)], to, among })
  }
  return [...byPlace.values()]
}

/** Whose place somebody has taken at a unit that ends, by the keys of their choices. */
async function inPlaceOfWhom(tx: Tx, what: Reorganisation): Promise<ReadonlyMap<string, string>> {
  const taken = await tx.roleAssignment.findMany({
    where: { unitCode: { in: endingUnits(what) }, inPlaceOf: { not: null } },
    select: { personId: true, unitCode: true, inPlaceOf: true },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  })
  return new Map(
    taken.map(({ personId, unitCode, inPlaceOf }) => [
      personKey(unitCode, personId),
      personKey(unitCode, inPlaceOf ?? ''),
    ]),
  )
}

/** Who took somebody's place since it was chosen goes where these would have gone. */
function chosenFor(key: string, { people }: Choices, inPlaces: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>()
  for (let at: string | undefined = key; at !== undefined && !seen.has(at); at = inPlaces.get(at)) {
    if (people[at] !== undefined) return people[at]
    seen.add(at)
  }
  return undefined
}

/** Several people who would each be the head of one unit: somebody must say who is. */
export function headsTogether({ people }: Places): { to: string; people: GoingPerson[] }[] {
  const heads = people.filter(
    ({ to, roles }) => to !== null && roles.some(role => role === 'HEAD' || role === 'WARD_CHAIR'),
  )
  return [...new Set(heads.flatMap(({ to }) => to ?? []))]
    .map(to => ({ to, people: heads.filter(one => one.to === to) }))
    .filter(({ people: together }) => together.length > 1)
}

function pick(among: readonly string[], chosen: string | undefined): string | undefined {
  return among.find(code => code === chosen)
}
