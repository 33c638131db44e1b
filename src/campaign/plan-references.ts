import { fold } from '../reading/text.ts'
import type { LocatedFile, Path } from './located-file.ts'
import { nearestOf } from './nearest.ts'
import type { Plan } from './plan.ts'
import type { Problem } from './problem.ts'

type Data = Omit<Plan, 'redatedFrom'>
type Reference = readonly [Path, string]

/** Codes that stand twice, and references to codes that do not stand at all. */
export function referenceProblems(plan: Data, located: LocatedFile): Problem[] {
  return [
    ...duplicates(plan, located),
    ...sameNames(plan, located),
    ...references(plan).flatMap(group => unknown(group, located)),
  ]
}

function duplicates(plan: Data, located: LocatedFile): Problem[] {
  const coded: readonly (readonly (readonly [Path, readonly { code: string }[]])[])[] = [
    [[['legalBases'], plan.legalBases]],
    [
      [['participants', 'collectives'], plan.participants.collectives],
      [['participants', 'people'], plan.participants.people],
    ],
    [[['roles'], plan.roles]],
    [[['roleDuties'], plan.roleDuties]],
    [[['traits'], plan.traits]],
    // A heading and its parts are one space of codes: reports name them.
    [
      [['headings'], plan.headings],
      [['targets'], plan.targets],
    ],
    [[['activities'], plan.activities]],
    [[['workTopics'], plan.workTopics]],
    [[['workGenres'], plan.workGenres]],
    [[['deadlines'], plan.deadlines]],
    [[['duties'], plan.duties]],
    [[['documents'], plan.documents]],
    [[['decisions'], plan.decisions]],
    [[['commendation', 'rules'], plan.commendation.rules]],
    [[['commendation', 'awardForms'], plan.commendation.awardForms]],
    [[['openPoints'], plan.openPoints]],
  ]
  return coded.flatMap(space => {
    const first = new Map<string, number | null>()
    return space.flatMap(([at, items]) =>
      items.flatMap(({ code }, index) => {
        const found = located.problemAt([...at, index, 'code'], 'codeTwice', { value: code })
        const before = first.get(code)
        if (before === undefined) first.set(code, found.line)
        return before === undefined ? [] : [{ ...found, params: { value: code, first: before ?? 0 } }]
      }),
    )
  })
}

/** Two targets that people could not tell apart. */
function sameNames(plan: Data, located: LocatedFile): Problem[] {
  const first = new Map<string, string>()
  return plan.targets.flatMap(({ code, name }, index) => {
    const folded = fold(name)
    const before = first.get(folded)
    if (before === undefined) first.set(folded, code)
    return before === undefined
      ? []
      : [located.problemAt(['targets', index, 'name'], 'nameTwice', { value: name, first: before })]
  })
}

interface ReferenceGroup {
  /** What is referred to; names the sentence `unknown.<to>`. */
  to: string
  known: readonly string[]
  from: readonly Reference[]
}

function references(plan: Data): ReferenceGroup[] {
  const codesOf = (items: readonly { code: string }[]) => items.map(({ code }) => code)
  const rows = <T>(key: keyof Data, items: readonly T[], of: (item: T) => readonly Reference[]): Reference[] =>
    items.flatMap((item, index) => of(item).map(([path, code]): Reference => [[key, index, ...path], code]))
  const list = (path: Path, codes: readonly string[]): Reference[] =>
    codes.map((code, index) => [[...path, index], code])
  return [
    {
      to: 'target',
      known: [...codesOf(plan.targets), ...codesOf(plan.headings)],
      from: rows('targets', plan.targets, ({ partOf }) => (partOf === null ? [] : [[['partOf'], partOf]])),
    },
    {
      to: 'target',
      known: codesOf(plan.targets),
      from: rows('duties', plan.duties, ({ metBy, target }) => [
        ...(target === null ? [] : [[['target'], target] satisfies Reference]),
        ...(metBy.kind === 'targetReport' || metBy.kind === 'periodicReport'
          ? list(['metBy', metBy.kind], metBy.targets)
          : []),
        ...(metBy.kind === 'listItem' ? [[['metBy', 'listItem'], metBy.target] satisfies Reference] : []),
      ]),
    },
    {
      to: 'target',
      known: codesOf(plan.targets),
      from: rows('workTopics', plan.workTopics, ({ target }) => (target === null ? [] : [[['target'], target]])),
    },
    {
      to: 'deadline',
      known: codesOf(plan.deadlines),
      from: [
        ...rows('targets', plan.targets, ({ deadline }) => [[['deadline'], deadline]]),
        ...rows('duties', plan.duties, ({ due }) => (due.kind === 'once' ? [[['due', 'deadline'], due.deadline]] : [])),
        ...rows('deadlines', plan.deadlines, ({ day }) =>
          day && 'workingDaysBefore' in day ? [[['day', 'workingDaysBefore'], day.workingDaysBefore.deadline]] : [],
        ),
      ],
    },
    {
      to: 'trait',
      known: codesOf(plan.traits),
      from: [
        ...rows('targets', plan.targets, ({ appliesTo }) =>
          appliesTo.kind === 'trait' ? [[['appliesTo', 'trait'], appliesTo.trait]] : [],
        ),
        ...rows('duties', plan.duties, ({ owedBy }) =>
          owedBy.kind === 'trait' ? [[['owedBy', 'trait'], owedBy.trait]] : [],
        ),
      ],
    },
    {
      to: 'group',
      known: codesOf(plan.participants.people),
      from: [
        ...rows('targets', plan.targets, ({ appliesTo }) =>
          appliesTo.kind === 'people' ? list(['appliesTo', 'people'], appliesTo.groups) : [],
        ),
        ...plan.participants.people.flatMap(({ partOf }, index): Reference[] =>
          partOf === null ? [] : [[['participants', 'people', index, 'partOf'], partOf]],
        ),
      ],
    },
    {
      to: 'ladder',
      known: Object.keys(plan.ladders),
      from: rows('duties', plan.duties, ({ ladder }) => [[['ladder'], ladder]]),
    },
    {
      to: 'document',
      known: codesOf(plan.documents),
      from: [
        ...rows('targets', plan.targets, ({ measure }) =>
          measure.kind === 'DOCUMENT' ? [[['measure', 'document'], measure.document]] : [],
        ),
        ...plan.commendation.papers.map(
          ({ document }, index): Reference => [['commendation', 'papers', index, 'document'], document],
        ),
      ],
    },
    {
      to: 'legalBasis',
      known: codesOf(plan.legalBases),
      from: rows('activities', plan.activities, ({ legalBases }) => list(['legalBases'], legalBases)),
    },
    {
      to: 'rule',
      known: codesOf(plan.commendation.rules),
      from: list(['commendation', 'joined', 'rules'], plan.commendation.joined.rules),
    },
    {
      to: 'role',
      known: [...codesOf(plan.roles), 'ALL'],
      from: [
        ...rows('roleDuties', plan.roleDuties, ({ roles }) => list(['roles'], roles)),
        ...rows('decisions', plan.decisions, ({ roles }) => list(['roles'], roles)),
        ...plan.commendation.awardForms.flatMap(({ authorities }, form) =>
          authorities.map(
            ({ role }, index): Reference => [['commendation', 'awardForms', form, 'authorities', index, 'role'], role],
          ),
        ),
      ],
    },
  ]
}

function unknown({ to, known, from }: ReferenceGroup, located: LocatedFile): Problem[] {
  return from
    .filter(([, code]) => !known.includes(code))
    .map(([path, value]) => {
      const nearest = nearestOf(value, known)
      return nearest
        ? located.problemAt(path, `unknown.${to}Near`, { value, nearest })
        : located.problemAt(path, `unknown.${to}`, { value, allowed: known.join(', ') })
    })
}
