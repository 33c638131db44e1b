import { z } from 'zod'
import type { DayAndHour } from '../../reminders/plan/sending-hours.ts'
import type { Role } from '../../store/generated/client.ts'

/** Whom of a unit an officer writes to. */
export const roleGroups = ['focalPoint', 'head', 'staff'] as const
export type RoleGroup = (typeof roleGroups)[number]

export const rolesOf: Readonly<Record<RoleGroup, readonly Role[]>> = {
  focalPoint: ['CLERK'],
  head: ['HEAD', 'WARD_CHAIR'],
  staff: ['OFFICIAL', 'PRESS', 'FRONT'],
}

const toSchema = z.discriminatedUnion('of', [
  /** Units that still owe it. */
  z.object({ of: z.literal('duty'), duty: z.string(), period: z.string() }),
  /** Units that still owe a report of it. */
  z.object({ of: z.literal('target'), target: z.string() }),
  /** Every unit that competes. */
  z.object({ of: z.literal('all') }),
  /** A group of units as the plan names them: «UBND các phường, xã». */
  z.object({ of: z.literal('group'), group: z.string() }),
  z.object({ of: z.literal('units'), units: z.array(z.string()) }),
])
export type To = z.infer<typeof toSchema>

export const audienceSchema = z.object({ to: toSchema, roles: z.array(z.enum(roleGroups)) })
export type Audience = z.infer<typeof audienceSchema>

/** A broadcast as an officer has written it. */
export interface Draft {
  /** Given out with the page: confirmed twice, it is sent once. */
  id: string
  audience: Audience
  text: string
  /** Local day and hour; null: now. */
  at: DayAndHour | null
  reason: string
}

/** Something that must be mended first; a sentence under `broadcast.problems`. */
export interface Problem {
  name: string
  params?: Record<string, string | number>
}

export const longestText = 1000
/** With everything filled in; one message on every channel. */
export const longestFilled = 1500
/** Calendar days ahead that a broadcast may be planned. */
export const farthestDays = 60
export const reasonLength = { min: 5, max: 500 } as const

/** Whether it reminds of something that is owed. */
export function isNudge({ to }: Audience): boolean {
  return to.of === 'duty' || to.of === 'target'
}

/** Pure: what is wrong with it whoever gets it. `now` and `farthest` are local. */
export function problemsOf(draft: Draft, now: DayAndHour, farthest: string): Problem[] {
  const { audience, text, at, reason } = draft
  const problems: Problem[] = []
  if (audience.roles.length === 0) problems.push({ name: 'noRole' })
  if (isNudge(audience) && audience.roles.every(role => role === 'staff')) problems.push({ name: 'staffOweNothing' })
  if (audience.to.of === 'units' && audience.to.units.length === 0) problems.push({ name: 'noUnit' })
  if (text.trim() === '') problems.push({ name: 'noText' })
  if (text.length > longestText)
    problems.push({ name: 'tooLong', params: { length: text.length, longest: longestText } })
  if (reason.length < reasonLength.min) problems.push({ name: 'noReason' })
  if (at && (at.day < now.day || (at.day === now.day && at.hour < now.hour))) problems.push({ name: 'past' })
  if (at && at.day > farthest) problems.push({ name: 'tooFar' })
  return problems
}
