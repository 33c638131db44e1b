import { z } from 'zod'
import { campaignDate } from './campaign-date.ts'
import { namedIssue } from './schema-problems.ts'

/** A sentence or name a person reads: not empty. */
export const words = z.string().trim().min(1)

/** Codes are what stored records point to: letters, digits, hyphens. */
export const code = z.string().check(context => {
  if (!/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(context.value)) {
    context.issues.push({ ...namedIssue('wrongCode', { value: context.value }), input: context.value })
  }
})

/** Codes of roles and topics: capital letters and underscores. */
export const roleName = z.string().check(context => {
  if (!/^[A-Z]+(_[A-Z]+)*$/.test(context.value)) {
    context.issues.push({ ...namedIssue('wrongRoleName', { value: context.value }), input: context.value })
  }
})

/** Absent, or written as null, is null. */
export function orNull<T extends z.ZodType>(schema: T) {
  return schema.nullable().default(null)
}

export function listOf<T extends z.ZodType>(schema: T) {
  return z.array(schema).default([])
}

/** A day as a plan file writes it, see `campaignDate`; becomes 'YYYY-MM-DD'. */
export function planDay(year: number) {
  return z.string().transform((text, context) => {
    const day = campaignDate(text, year)
    if (day !== null) return day
    context.issues.push({ ...namedIssue('wrongDate', { value: text, year }), input: text })
    return z.NEVER
  })
}

/** Local hour 'HH:mm'. */
export const hour = z.string().check(context => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(context.value)) {
    context.issues.push({ ...namedIssue('wrongHour', { value: context.value }), input: context.value })
  }
})

/** Reports that an object must hold exactly one of some keys. */
export function oneOfKeys(context: z.core.$RefinementCtx, keys: readonly string[]): never {
  context.issues.push({
    ...namedIssue('oneOfKeys', { allowed: keys.join(', ') }),
    input: context.value,
    continue: false,
  })
  return z.NEVER
}
