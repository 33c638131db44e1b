import { groundsOf } from './grounds.ts'
import { heldLaw } from './held-law.ts'
import type { AwardLevel, Law } from './law-schema.ts'
import type { Grounds, Held } from './refusal.ts'
import { ruleBetween } from './rule-on.ts'

export interface HeldAuthority extends Grounds {
  level: AwardLevel
  /** As the plan file names it: CHAIR, WARD_CHAIR; PROVINCIAL_AGENCY. */
  role: string
  title: string
}

/** Who gives the Giấy khen of a level on a day. The names of offices are the plan's. */
export function whoMayAward(
  day: string,
  level: AwardLevel,
  receivedOn: string = day,
  law: Law = heldLaw(),
): Held<HeldAuthority> {
  const rows = law.authorities.filter(authority => authority.level === level)
  const found = ruleBetween(law, rows, 'commendation', receivedOn, day)
  if (!found.held) return found
  const { role, title } = found.rule
  return { held: true, level, role, title, ...groundsOf(law, found.rule, day, receivedOn) }
}
