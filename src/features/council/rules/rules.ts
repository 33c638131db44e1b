import { z } from 'zod'
import type { CommendationPlan } from '../../../campaign/commendation-plan.ts'

const share = z.object({ numerator: z.number(), denominator: z.number(), moreThan: z.boolean() })

const schema = z.object({
  quorum: share,
  pass: share,
  isWrittenOpinionCounted: z.boolean(),
  // A plan that was loaded before the setting was there.
  isOwnUnitConflict: z.boolean().default(false),
  hasCastingVote: z.boolean(),
})

/** The rules of one sitting: those of the plan on the day it was prepared, with the majority that was chosen for it. */
export type SittingRules = z.infer<typeof schema>

/** `preset`: which of the plan's presets is the majority of this sitting; null: the usual one. */
export function rulesFor({ council }: Pick<CommendationPlan, 'council'>, preset: number | null): SittingRules {
  return schema.parse({ ...council, pass: (preset === null ? null : council.presets[preset]) ?? council.pass })
}

export function rulesOf(sitting: { rules: unknown }): SittingRules {
  return schema.parse(sitting.rules)
}
