import { z } from 'zod'
import { defaultRetention, leastDays, type Period, type Retention, type RetentionKind } from './retention.ts'
import { namedIssue } from './schema-problems.ts'
import { oneOfKeys } from './schema-values.ts'

/** `{ days: 30 }` or `{ months: 6 }`; absent: the default of its kind. */
function period(kind: RetentionKind) {
  const least = leastDays[kind] ?? 1
  return z
    .strictObject({ days: z.int().min(1).max(3_660).optional(), months: z.int().min(1).max(120).optional() })
    .transform((written, context): Period => {
      const { days, months } = written
      if (Object.keys(written).length !== 1) return oneOfKeys(context, ['days', 'months'])
      if (months !== undefined) return { months }
      if (days !== undefined && days >= least) return { days }
      context.issues.push({ ...namedIssue('keptTooShort', { value: days ?? 0, least }), input: written })
      return z.NEVER
    })
    .default(defaultRetention[kind])
}

/** How long what is not an official record is kept. */
export const retentionSchema = z
  .strictObject({
    inboundEvents: period('inboundEvents'),
    chatTranscripts: period('chatTranscripts'),
    sentBodies: period('sentBodies'),
    cancelledDrafts: period('cancelledDrafts'),
    untouchedDrafts: period('untouchedDrafts'),
    orphanedFiles: period('orphanedFiles'),
    sessionsAndLinks: period('sessionsAndLinks'),
    guestAccounts: period('guestAccounts'),
  })
  .default(defaultRetention) satisfies z.ZodType<Retention>
