import { z } from 'zod'
import { commendationSchema } from './commendation-schema.ts'
import { deadlineSchema, dutySchema, ladderSchema, reminderRulesSchema } from './duty-schema.ts'
import type { Plan } from './plan.ts'
import { retentionSchema } from './retention-schema.ts'
import { code, listOf, orNull, planDay, roleName, words } from './schema-values.ts'
import { headingSchema, targetSchema, traitSchema } from './target-schema.ts'
import { unitKinds } from './unit-kind.ts'

const workingDays = z.int().min(1).max(250)

const kinds = z.array(z.enum(unitKinds))

const collectiveGroup = z.strictObject({
  code,
  name: words,
  unitKinds: kinds,
  isInvited: z.boolean().default(false),
  owingUnits: listOf(code),
})

const personGroup = z.strictObject({
  code,
  name: words,
  partOf: orNull(code),
  personKinds: listOf(z.strictObject({ code, name: words })),
  unitKinds: kinds,
  flaggedUnitKinds: kinds.default([]),
})

const role = z.strictObject({
  code: roleName,
  name: words,
  may: words,
  sections: listOf(words),
  isDefault: z.boolean().default(false),
})

const roleDuty = z.strictObject({
  code,
  roles: z.array(roleName).min(1),
  how: listOf(z.string().regex(/^[a-z][A-Za-z]*$/)),
  text: words,
  section: words,
})

const activity = z.strictObject({
  code,
  name: words,
  record: z.enum(['propaganda', 'case', 'replication', 'check', 'summary', 'supervision', 'note']),
  fields: listOf(words),
  legalBases: listOf(code),
  isRestricted: z.boolean().default(false),
  section: words,
})

const workTopic = z.strictObject({
  code: roleName,
  name: words,
  target: code.nullable().default(null),
  opensFollowUp: z.boolean().default(false),
})

const planDocument = z.strictObject({
  code,
  name: words,
  madeBy: words,
  sentTo: words,
  isNamedInPlan: z.boolean(),
  section: words,
})

const decision = z.strictObject({
  code,
  name: words,
  takenBy: words,
  roles: z.array(roleName),
  softwareNeverDecides: z.boolean(),
  note: orNull(words),
})

const recipient = z.strictObject({
  name: words,
  purpose: z.enum(['REPORT', 'ACT', 'FILE']),
  units: listOf(code),
  unitKinds: kinds.default([]),
})

/** The plan file as data of one campaign year; the years of its texts are filled in before. Output: `Plan` without `redatedFrom`; `draftFrom` names the year whose plan this one was made from, while it is a draft. */
export function planSchema(year: number): z.ZodType<Omit<Plan, 'redatedFrom'> & { draftFrom: number | null }> {
  const day = planDay(year)
  return z.strictObject({
    code,
    year: z.int().min(2000).max(2100),
    draftFrom: z.int().min(2000).max(2100).nullable().default(null),
    startsOn: day,
    endsOn: day,
    identity: z.strictObject({
      number: words,
      issuer: words,
      province: words,
      place: words,
      signedOn: day,
      documentType: words,
      title: words,
      name: words,
      parIndexYear: z.coerce.number().pipe(z.int()),
      emulationKind: words,
      awardForm: words,
      parent: z.strictObject({ number: words, signedOn: day, issuer: words, note: words }),
      filingNote: words,
    }),
    purposes: z.array(words).min(1),
    requirements: z.array(words).min(1),
    theme: z.strictObject({ name: words, text: words }),
    legalBases: z.array(
      z.strictObject({
        code,
        documentType: words,
        number: orNull(words),
        date: orNull(day),
        validTo: orNull(day),
        issuer: words,
        abstract: words,
        citedIn: z.array(words),
        isBasis: z.boolean().default(false),
        isToPropagate: z.boolean().default(false),
      }),
    ),
    generalLaw: listOf(
      z.strictObject({
        number: words,
        name: words,
        date: orNull(day),
        validFrom: day,
        validTo: orNull(day),
        note: orNull(words),
      }),
    ),
    participants: z.strictObject({
      collectives: z.array(collectiveGroup).min(1),
      people: z.array(personGroup),
    }),
    managingOffices: z.array(code).min(1),
    roles: z.array(role),
    roleDuties: z.array(roleDuty),
    traits: listOf(traitSchema),
    headings: listOf(headingSchema),
    targets: z.array(targetSchema(year)).min(1),
    activities: listOf(activity),
    workTopics: listOf(workTopic),
    workGenres: listOf(z.strictObject({ code, name: words })),
    deadlines: z.array(deadlineSchema(year)).min(1),
    duties: z.array(dutySchema).min(1),
    ladders: z.record(code, ladderSchema),
    reminderRules: reminderRulesSchema,
    // Plans that were loaded before may hold more of them.
    timeLimits: z.object({ correctReturned: workingDays, appraise: workingDays }),
    retention: retentionSchema,
    launchChecklist: z.array(words),
    documents: z.array(planDocument),
    decisions: z.array(decision),
    commendation: commendationSchema(year),
    recipients: z.array(recipient),
    signature: z.strictObject({ authorityLine: words, position: words, name: words }),
    openPoints: listOf(z.strictObject({ code, point: words, settledAs: words })),
  })
}
