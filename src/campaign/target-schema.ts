import { z } from 'zod'
import { namedIssue } from './schema-problems.ts'
import { code, listOf, oneOfKeys, orNull, planDay, words } from './schema-values.ts'
import {
  type AppliesTo,
  type Heading,
  longestName,
  type Measure,
  type PercentMeasure,
  type PilotLight,
  type Target,
  type TargetList,
  type Trait,
} from './target.ts'
import { unitKinds } from './unit-kind.ts'

const comparison = z.enum(['gte', 'lte', 'eq'])
const count = z.int().min(0)

const percent = z.strictObject({
  kind: z.literal('PERCENT'),
  unit: z.enum(['count', 'money']).default('count'),
  numerator: words,
  denominator: words,
  comparison: comparison.default('gte'),
  threshold: orNull(z.int().min(0).max(100)),
}) satisfies z.ZodType<PercentMeasure>

const measure = z.discriminatedUnion('kind', [
  percent,
  z.strictObject({ kind: z.literal('YES_NO'), question: words }),
  z.strictObject({
    kind: z.literal('RANK'),
    label: words,
    comparison: z.literal('lte').default('lte'),
    threshold: z.int().min(1),
    // Written «{year-1}», a number once the year is filled in.
    ofYear: z.coerce.number().pipe(z.int().min(1900).max(2200)),
  }),
  z.strictObject({
    kind: z.literal('COUNT'),
    label: words,
    comparison: comparison.default('gte'),
    threshold: orNull(count),
  }),
  z.strictObject({ kind: z.literal('DOCUMENT'), label: words, document: code }),
  z.strictObject({ kind: z.literal('QUALITATIVE'), label: words }),
]) satisfies z.ZodType<Measure>

/** `every`, `managingOffice`, `{ unitKinds: [..] }`, `{ trait: x }` or `{ people: [N1] }`. */
export const appliesTo: z.ZodType<AppliesTo> = z.union([
  z.enum(['every', 'managingOffice']).transform(kind => ({ kind })),
  z
    .strictObject({
      unitKinds: z.array(z.enum(unitKinds)).optional(),
      trait: code.optional(),
      people: z.array(code).optional(),
    })
    .transform((written, context): AppliesTo => {
      const { unitKinds: kinds, trait, people } = written
      if (Object.keys(written).length !== 1) return oneOfKeys(context, ['unitKinds', 'trait', 'people'])
      if (kinds) return { kind: 'unitKinds', unitKinds: kinds }
      if (trait !== undefined) return { kind: 'trait', trait }
      return { kind: 'people', groups: people ?? [] }
    }),
])

const state = z.enum(['APPLIES', 'PENDING', 'NOT_APPLICABLE'])

export const traitSchema = z.strictObject({
  code,
  name: words,
  computed: orNull(z.literal('hasSubUnits')),
  units: z.record(code, state).default({}),
  kinds: z.partialRecord(z.enum(unitKinds), state).default({}),
  otherwise: state,
}) satisfies z.ZodType<Trait>

export const headingSchema = z.strictObject({ code, shortName: words }) satisfies z.ZodType<Heading>

const pilotLight = (year: number) =>
  z.strictObject({
    countsFrom: planDay(year),
    asksFrom: planDay(year),
    yearEnd: orNull(z.strictObject({ from: planDay(year), percentOfPace: z.int().min(100).max(1_000) })),
  }) satisfies z.ZodType<PilotLight>

const list = z.strictObject({
  item: words,
  receivedOn: orNull(words),
  dueOn: orNull(words),
  doneOn: words,
  result: orNull(words),
}) satisfies z.ZodType<TargetList>

const targetName = words.check(context => {
  const length = [...context.value].length
  if (length > longestName) {
    context.issues.push({ ...namedIssue('nameTooLong', { length, most: longestName }), input: context.value })
  }
})

export const targetSchema = (year: number) =>
  z.strictObject({
    code,
    partOf: orNull(code),
    name: targetName,
    shortName: words,
    judges: z.enum(['COLLECTIVE', 'INDIVIDUAL']).default('COLLECTIVE'),
    appliesTo,
    measure,
    aggregate: orNull(percent),
    computed: orNull(z.enum(['subUnitsRegistered', 'initiativesEffective', 'ranking', 'list'])),
    deadline: code,
    pilotLight: orNull(pilotLight(year)),
    dueText: orNull(words),
    isAspirational: z.boolean().default(false),
    evidence: listOf(words),
    list: orNull(list),
    checklist: listOf(words),
    field: orNull(words),
    focalAgencies: listOf(code),
    section: words,
    note: orNull(words),
  }) satisfies z.ZodType<Target>
