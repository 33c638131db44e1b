import { z } from 'zod'
import type { Deadline, DeadlineDay, Duty, DutyDue, Ladder, MetBy, ReminderRules } from './duty.ts'
import { audiences, tones } from './duty.ts'
import { code, hour, oneOfKeys, orNull, planDay, words } from './schema-values.ts'
import { appliesTo } from './target-schema.ts'

/** `day` is a date, or `{ workingDaysBefore: D07, days: 10 }`, or absent. */
export function deadlineSchema(year: number) {
  const day: z.ZodType<DeadlineDay> = z.union([
    planDay(year).transform(on => ({ on })),
    z
      .strictObject({ workingDaysBefore: code, days: z.int().min(1).max(250) })
      .transform(({ workingDaysBefore, days }) => ({ workingDaysBefore: { deadline: workingDaysBefore, days } })),
  ])
  return z.strictObject({
    code,
    name: words,
    who: words,
    day: orNull(day),
    legalText: words,
    stated: z.enum(['YES', 'RELATIVE', 'EVENT_ONLY', 'IMPLIED', 'NO']),
    isProvisional: z.boolean().default(false),
    note: orNull(words),
  }) satisfies z.ZodType<Deadline>
}

/** `{ deadline: D02 }`, `{ quarters: [2, 3] }` or `{ months: [4, 5] }`. */
const dated: z.ZodType<DutyDue> = z
  .strictObject({
    deadline: code.optional(),
    quarters: z.array(z.int().min(1).max(4)).min(1).optional(),
    months: z.array(z.int().min(1).max(12)).min(1).optional(),
  })
  .transform((written, context): DutyDue => {
    const { deadline, quarters, months } = written
    if (Object.keys(written).length !== 1) return oneOfKeys(context, ['deadline', 'quarters', 'months'])
    if (quarters) return { kind: 'quarterly', quarters }
    if (months) return { kind: 'monthly', months }
    return { kind: 'once', deadline: deadline ?? '' }
  })

/** `items`: each item of a list, or each check, by its own day. */
const due: z.ZodType<DutyDue> = z.union([z.literal('items').transform((): DutyDue => ({ kind: 'perItem' })), dated])

/** `launchDocument`, `initiative`, `dossier`, `checkRemedy`, `{ targetReport: [C13] }`, `{ periodicReport: [..] }`, `{ listItem: C03 }` or `{ summary: UNIT }`. */
const metBy: z.ZodType<MetBy> = z.union([
  z.enum(['launchDocument', 'initiative', 'dossier', 'checkRemedy']).transform(kind => ({ kind })),
  z
    .strictObject({
      targetReport: z.array(code).min(1).optional(),
      periodicReport: z.array(code).min(1).optional(),
      summary: z.enum(['UNIT', 'CAMPAIGN']).optional(),
      listItem: code.optional(),
    })
    .transform((written, context): MetBy => {
      const { targetReport, periodicReport, summary, listItem } = written
      if (Object.keys(written).length !== 1)
        return oneOfKeys(context, ['targetReport', 'periodicReport', 'summary', 'listItem'])
      if (targetReport) return { kind: 'targetReport', targets: targetReport }
      if (periodicReport) return { kind: 'periodicReport', targets: periodicReport }
      if (listItem !== undefined) return { kind: 'listItem', target: listItem }
      return { kind: 'summary', of: summary ?? 'UNIT' }
    }),
])

export const dutySchema = z.strictObject({
  code,
  name: words,
  brief: z.exactOptional(words),
  owedBy: appliesTo,
  target: orNull(code),
  metBy,
  due,
  legalText: words,
  opensDaysBefore: orNull(z.int().min(0).max(366)),
  ladder: code.default('standard'),
  isVoluntary: z.boolean().default(false),
  section: words,
}) satisfies z.ZodType<Duty>

const audience = z.array(z.enum(audiences)).min(1)
const tone = z.enum(tones)

export const ladderSchema = z.strictObject({
  steps: z
    .array(
      z.strictObject({
        days: z.int().min(-365).max(365),
        count: z.enum(['calendar', 'working']).default('calendar'),
        hour: hour.default('08:00'),
        audience,
        tone,
        lateBy: z.int().min(0).max(60).default(5),
      }),
    )
    .min(1),
  repeat: z.exactOptional(
    z.strictObject({ everyDays: z.int().min(1).max(90), untilDays: z.int().min(1).max(365), audience, tone }),
  ),
  stopsWhen: z.enum(['MET', 'WITH_HEAD']).default('MET'),
  channels: z.enum(['preferred', 'preferredThenNext']).default('preferredThenNext'),
}) satisfies z.ZodType<Ladder>

export const reminderRulesSchema = z.strictObject({
  windows: z.array(z.strictObject({ from: hour, to: hour })).min(1),
  messagesPerDay: z.int().min(1).max(50),
  isDueDayOffAllowed: z.boolean(),
}) satisfies z.ZodType<ReminderRules>
