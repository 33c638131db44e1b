import { z } from 'zod'
import type { CommendationPlan, Share } from './commendation-plan.ts'
import { code, listOf, orNull, planDay, roleName, words } from './schema-values.ts'

const share = z.strictObject({
  numerator: z.int().min(0),
  denominator: z.int().min(1),
  moreThan: z.boolean().default(false),
}) satisfies z.ZodType<Share>

const rule = z.strictObject({
  code,
  appliesTo: z.enum(['EVERYONE', 'COLLECTIVE', 'INDIVIDUAL', 'DOSSIER', 'NOMINEE', 'PROCESS']),
  text: words,
  test: words,
  check: z.enum([
    'confirmation',
    'parTasks',
    'allTargets',
    'parIndexRank',
    'dossierPapers',
    'receipt',
    'eligibility',
    'directWorkers',
  ]),
  severity: z.enum(['BLOCK', 'WARN']),
})

export function commendationSchema(year: number) {
  const authority = z.strictObject({
    title: words,
    role: roleName,
    level: z.enum(['CITY', 'COMMUNE']),
    validFrom: orNull(planDay(year)),
    validTo: orNull(planDay(year)),
  })
  return z.strictObject({
    rules: z.array(rule).min(1),
    joined: z.strictObject({ rules: z.array(code), joiner: z.enum(['AND', 'OR']) }),
    judgedBy: z.record(code, z.array(code)).default({ CR1: ['C00'], CR3: ['C21'] }),
    awardForms: z.array(z.strictObject({ code, name: words, authorities: listOf(authority) })).min(1),
    papers: z.array(z.strictObject({ document: code, perNominee: z.boolean().default(false) })),
    quota: orNull(z.int().min(1)),
    appraisers: z.strictObject({ units: z.array(code), isOpen: z.boolean() }),
    council: z.strictObject({
      // domain.md §3.3: what councils of all levels copy.
      quorum: share.default({ numerator: 2, denominator: 3, moreThan: false }),
      pass: share,
      presets: listOf(share),
      isWrittenOpinionCounted: z.boolean(),
      hasCastingVote: z.boolean(),
      isOwnUnitConflict: z.boolean().default(false),
    }),
  }) satisfies z.ZodType<CommendationPlan>
}
