import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { dayOf } from '../clock.ts'
import { conditions } from '../features/initiatives/classification.ts'
import { foldTitle } from '../features/initiatives/similar.ts'
import type { System } from '../intake/system.ts'
import { projectRoot } from '../project-root.ts'
import { InitiativeKind, InitiativeState } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'

const samplesSchema = z.array(
  z.object({
    title: z.string(),
    kind: z.enum(InitiativeKind),
    parField: z.string(),
    summary: z.string(),
    source: z.string(),
    unit: z.string(),
    state: z.enum(InitiativeState),
  }),
)

/** Publicly reported examples as sample initiatives: marked, and none presented as a unit's own. */
export async function sampleInitiatives(system: System, tx: Tx): Promise<void> {
  const samples = samplesSchema.parse(
    JSON.parse(await readFile(join(projectRoot, 'prisma', 'samples', 'initiatives.json'), 'utf8')),
  )
  const campaign = await system.campaign(tx)
  const t = system.texts(system.defaultLocale)
  const now = system.clock.now()
  const known = samples.filter(sample => campaign.units.has(sample.unit))
  const authors = await sampleAuthors(system, tx, [...new Set(known.map(sample => sample.unit))])
  await tx.initiative.createMany({
    data: known.map((sample, index) => {
      const title = `${sample.title} ${t('demo.sampleMark')}`
      return {
        id: newId(now),
        campaignId: campaign.id,
        unitCode: sample.unit,
        code: `SK-${String(index + 1).padStart(3, '0')}`,
        state: sample.state,
        title,
        titleFolded: foldTitle(title),
        kind: sample.kind,
        parField: sample.parField,
        problem: t('demo.sampleText'),
        content: sample.summary,
        novelty: t('demo.sampleText'),
        scope: sample.source,
        startsOn: dayOf(now, campaign.timeZone).toString(),
        expected: t('demo.sampleText'),
        selfCheck: [...conditions],
        coAuthors: [],
        fileIds: [],
        receivedAt: sample.state === 'REGISTERED' ? null : now,
        authorId: authors.get(sample.unit) ?? '',
        draftId: newId(now),
        isSample: true,
        registeredAt: now,
        updatedAt: now,
      }
    }),
  })
}

/** One made-up member of staff for each unit; they have no account and never act. */
async function sampleAuthors(system: System, tx: Tx, units: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const now = system.clock.now()
  const fullName = system.texts(system.defaultLocale)('demo.author')
  const authors = new Map(units.map(unit => [unit, newId(now)]))
  await tx.person.createMany({
    data: [...authors.values()].map(id => ({ id, fullName, givenName: fullName, isSample: true, createdAt: now })),
  })
  return authors
}
