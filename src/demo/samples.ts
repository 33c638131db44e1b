import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Answers } from '../conversation/field.ts'
import { conditions, initiativeKinds, parFields } from '../features/initiatives/classification.ts'
import { initiative } from '../features/initiatives/kind.ts'
import { projectRoot } from '../project-root.ts'
import type { Translate } from '../texts.ts'

const samplesSchema = z.array(
  z.object({
    title: z.string(),
    kind: z.enum(initiativeKinds),
    parField: z.enum(parFields),
    summary: z.string(),
    source: z.string(),
    unit: z.string(),
    state: z.string().refine(state => state in initiative.states),
  }),
)

export type Sample = z.infer<typeof samplesSchema>[number]

/** Publicly reported examples: each is shown as a sample, none as a unit's own. */
export async function readSamples(): Promise<Sample[]> {
  return samplesSchema.parse(
    JSON.parse(await readFile(join(projectRoot, 'prisma', 'samples', 'initiatives.json'), 'utf8')),
  )
}

/** The answers with which a sample is registered: what was reported of it and where, nothing that nobody knows. */
export function sampleAnswers({ title, kind, parField, summary, source }: Sample, t: Translate, day: string): Answers {
  const marked = (name: string) => t(`demo.initiative.${name}`, { title, summary, source })
  return {
    ...{ title: `${title} ${t('demo.sampleMark')}`, kind, parField },
    ...{ problem: marked('problem'), content: marked('content'), novelty: marked('novelty'), scope: marked('scope') },
    ...{ startsOn: day, expected: marked('expected'), selfCheck: [...conditions], coAuthors: null, files: null },
  }
}

/** The shortest way of decisions by which an initiative comes to a state. */
export function movesTo(state: string): string[] {
  const ways = new Map<string, string[]>([[initiative.handedIn, []]])
  for (const [at, way] of ways)
    for (const [move, { from, to }] of Object.entries(initiative.moves))
      if (from.includes(at) && !ways.has(to)) ways.set(to, [...way, move])
  return ways.get(state) ?? []
}
