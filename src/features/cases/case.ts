import { z } from 'zod'
import { fold } from '../../reading/text.ts'

export const caseStates = ['OPEN', 'CONFIRMED', 'NOT_FOUND'] as const

/** What is locked up of a case (plan §4.4, S03: the case, its day, the conclusion, how it was dealt with). */
export const caseContent = z.strictObject({
  unitCode: z.string().min(1),
  /** Whom it concerns; empty: not known by name. */
  people: z.array(z.string()),
  what: z.string().min(5).max(5_000),
  /** Days 'YYYY-MM-DD'. */
  happenedOn: z.iso.date(),
  state: z.enum(caseStates),
  conclusion: z.string().max(5_000),
  handling: z.string().max(2_000),
  concludedOn: z.iso.date().nullable(),
})
export type CaseContent = z.infer<typeof caseContent>

/** A case as it stands; `content` null: it cannot be opened here, for the key is another one. */
export interface Case {
  caseId: string
  version: number
  code: string
  content: CaseContent | null
}

/** Of whom is asked: a person, or everybody of a unit (of the unit itself, and of who heads it). */
export interface AskedAbout {
  nameFolded: string
  unitCode: string
  isOverUnit: boolean
  /** Units right above and below, at which the same person may be written down. */
  around: readonly string[]
}

/** All that a check of a nominee may learn, and of which day it is. */
export interface CaseAnswer {
  answer: 'YES' | 'NO' | 'UNKNOWN'
  /** 'YYYY-MM-DD' */
  day: string
}

/**
 * Whether a case is confirmed against somebody: yes since a day, no by today, or not known: something is still being looked into, or cannot
 * be read here. Never which case, nor how many. Pure.
 */
export function answerOf(cases: readonly Case[], asked: AskedAbout, today: string): CaseAnswer {
  const open = cases.flatMap(({ content }) => content ?? [])
  const isNamed = (people: readonly string[]) => people.some(name => nameOf(name) === asked.nameFolded)
  const ofThem = open.filter(({ unitCode, people }) => {
    if (unitCode !== asked.unitCode) return false
    return asked.isOverUnit || isNamed(people)
  })
  // A ward nominates the people of its departments: whether it is the same person is for people to say.
  const isNear = open.some(
    ({ unitCode, people, state }) => state !== 'NOT_FOUND' && asked.around.includes(unitCode) && isNamed(people),
  )
  const days = ofThem.flatMap(({ state, concludedOn, happenedOn }) =>
    state === 'CONFIRMED' ? [concludedOn ?? happenedOn] : [],
  )
  const [last] = days.toSorted().reverse()
  if (last !== undefined) return { answer: 'YES', day: last }
  const isUnread = cases.some(({ content }) => content === null)
  return { answer: isUnread || isNear || ofThem.some(({ state }) => state === 'OPEN') ? 'UNKNOWN' : 'NO', day: today }
}

/** As the check of nominees compares names: without accents, signs and double spaces. */
function nameOf(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
