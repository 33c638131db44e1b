import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { dayOf } from '../clock.ts'
import { conditions, initiativeKinds, parFields } from '../features/initiatives/classification.ts'
import { initiativeForm } from '../features/initiatives/form.ts'
import { initiative } from '../features/initiatives/kind.ts'
import { foldTitle } from '../features/initiatives/similar.ts'
import type { System } from '../intake/system.ts'
import { projectRoot } from '../project-root.ts'
import { fold } from '../reading/text.ts'
import { kept } from '../records/answers.ts'
import { waitsFor } from '../records/kind.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'

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
  const rows = known.map((sample, index) => {
    const title = `${sample.title} ${t('demo.sampleMark')}`
    const code = `${initiative.letters}-${String(index + 1).padStart(3, '0')}`
    return { sample, title, code, number: index + 1, id: newId(now), authorId: authors.get(sample.unit) ?? '' }
  })
  await tx.record.createMany({
    data: rows.map(({ sample, title, ...row }) => ({
      ...row,
      ...{ kind: initiative.name, campaignId: campaign.id, unitCode: sample.unit, title, topic: sample.parField },
      ...{ state: sample.state, waitsFor: waitsFor(initiative, sample.state), version: 1, passedVersion: 1 },
      searchText: fold(`${row.code} ${title}`),
      ...{ isSample: true, sentAt: now, receivedAt: now },
    })),
  })
  await tx.recordVersion.createMany({
    data: rows.map(({ sample, title, id, authorId }) => {
      const words = t('demo.sampleText')
      const startsOn = dayOf(now, campaign.timeZone).toString()
      const answers = {
        ...{ title, kind: sample.kind, parField: sample.parField, problem: words, content: sample.summary },
        ...{ novelty: words, scope: sample.source, startsOn, expected: words, selfCheck: [...conditions] },
        ...{ coAuthors: null, files: null },
      }
      return {
        ...{ recordId: id, version: 1, form: initiativeForm.id, formVersion: initiativeForm.version },
        ...{ answers: kept(initiativeForm, answers, {}, new Map()), fileIds: [], authorId, role: 'OFFICIAL' },
        ...{ sentAt: now, receivedAt: now, passedAt: now, draftId: newId(now) },
      }
    }),
  })
  await tx.recordMove.createMany({
    data: rows.map(({ sample, id, authorId }) => ({
      ...{ id: newId(now), recordId: id, version: 1, action: 'handIn', to: sample.state, passedBefore: 0 },
      ...{ byId: authorId, role: 'OFFICIAL', roleUnit: sample.unit, at: now },
    })),
  })
  await tx.initiativeFact.createMany({
    data: rows.map(({ id, title }) => ({ recordId: id, titleFolded: foldTitle(title) })),
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
