import { z } from 'zod'
import { isIsoDay } from '../campaign/iso-day.ts'
import { namedIssue } from '../campaign/schema-problems.ts'
import { listOf, orNull, words } from '../campaign/schema-values.ts'

const day = z.string().check(context => {
  if (!isIsoDay(context.value))
    context.issues.push({ ...namedIssue('wrongIsoDate', { value: context.value }), input: context.value })
})

/** A: text of the law; B: a reliable description; C: plausible, to be confirmed by somebody who knows. */
const confidence = z.enum(['A', 'B', 'C'])

/** What the law speaks about. */
export const fields = [
  'commendation',
  'localGovernment',
  'personalData',
  'secrecy',
  'oneStop',
  'documents',
  'statistics',
] as const

export const formPurposes = [
  'topicReport',
  'unexpectedReport',
  'collectiveMeritReport',
  'individualMeritReport',
  'submission',
  'minutes',
  'decision',
  'certificate',
] as const

export const awardLevels = ['UNIT', 'CITY', 'WARD', 'PROVINCE'] as const

export const honouredKinds = ['COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD'] as const

const basis = z.strictObject({
  code: words,
  kind: z.enum(['LAW', 'DECREE', 'CIRCULAR']),
  title: words,
  signedOn: orNull(day),
  from: day,
  /** Last day of validity; null: no end is known. */
  to: orNull(day),
  /** What follows when it ends; null with an end: not known. */
  successor: orNull(words),
  replaces: listOf(words),
  /** The laws whose text it changes without replacing them. */
  amends: listOf(words),
  /** The changed text has not been read: what rests on the amended law stands with a caution. */
  isUnread: z.boolean().default(false),
  transition: orNull(z.strictObject({ rule: z.enum(['RECEIVED_BEFORE_KEEPS_OLD_UNLESS_BETTER']), text: words })),
  fields: z.array(z.enum(fields)).min(1),
  source: words,
  confidence,
  note: orNull(words),
})

const rests = { restsOn: z.array(words).min(1), confidence, note: orNull(words) }

const counted = z.strictObject({
  rule: words,
  name: words,
  count: z.int(),
  unit: z.enum(['WORKING_DAYS', 'DAYS', 'HOURS']),
  /** By how many days it may be extended once, with a reason told to the person; 0: not at all. */
  extension: z.int().min(0).default(0),
  ...rests,
})

const yearly = z.strictObject({ rule: words, name: words, yearly: z.string().regex(/^\d\d-\d\d$/), ...rests })

export const lawSchema = z.strictObject({
  bases: z.array(basis).min(1),
  forms: z.array(z.strictObject({ purpose: z.enum(formPurposes), name: words, number: orNull(words), ...rests })),
  authorities: z.array(z.strictObject({ level: z.enum(awardLevels), role: words, title: words, ...rests })),
  prizes: z.array(
    z.strictObject({
      levels: z.array(z.enum(awardLevels)).min(1),
      honoured: z.enum(honouredKinds),
      thousandths: z.int().positive(),
      ...rests,
    }),
  ),
  baseSalaries: z.array(
    z.strictObject({ amountVnd: z.int().positive(), from: day, to: orNull(day), basis: words, confidence }),
  ),
  limits: z.array(z.union([counted, yearly])),
})

/** All law that is held, with its days ('YYYY-MM-DD'). */
export type Law = z.infer<typeof lawSchema>
export type Basis = Law['bases'][number]
export type LawField = (typeof fields)[number]
export type FormPurpose = (typeof formPurposes)[number]
export type AwardLevel = (typeof awardLevels)[number]
export type Honoured = (typeof honouredKinds)[number]
export type Confidence = Basis['confidence']
