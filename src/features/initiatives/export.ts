import { campaignTable, pageAfter } from '../../contract/export-table.ts'
import type { KeptAnswers } from '../../records/answers.ts'
import type { PrismaClient } from '../../store/generated/client.ts'
import { initiative } from './kind.ts'

/** The register of initiatives: where each stands, with the answers of its newest version. */
export const initiativeTable = campaignTable(
  'exports.tables.initiatives',
  rowsOf,
  record => [record],
  c => [
    c.plain('code', ({ code }) => code),
    ...c.unit(({ unitCode }) => unitCode),
    c.plain('title', ({ title }) => title),
    c.word('initiativeKind', 'exports.initiativeKinds', ({ kind }) => kind),
    c.word('state', 'initiative.states', ({ state }) => state),
    c.person('author', ({ authorId }) => authorId),
    c.plain('coAuthors', ({ coAuthors }) => coAuthors.map(({ name }) => name).join('; ')),
    c.plain('problem', ({ problem }) => problem),
    c.plain('content', ({ content }) => content),
    c.plain('novelty', ({ novelty }) => novelty),
    c.plain('scope', ({ scope }) => scope),
    c.day('startsOn', ({ startsOn }) => startsOn),
    c.plain('expected', ({ expected }) => expected),
    c.plain('files', ({ fileIds }) => fileIds.length),
    c.yesNo('isLate', ({ isLate }) => isLate),
    c.yesNo('isSample', ({ isSample }) => isSample),
    c.instant('registeredAt', ({ registeredAt }) => registeredAt),
    c.instant('updatedAt', ({ updatedAt }) => updatedAt),
  ],
)

async function rowsOf(prisma: PrismaClient, take: number, after: { id: string } | undefined, campaignId: string) {
  const records = await prisma.record.findMany({
    where: { campaignId, kind: initiative.name },
    include: {
      versions: { orderBy: { version: 'desc' }, take: 1 },
      moves: { orderBy: { seq: 'desc' }, take: 1 },
      initiativeFact: true,
    },
    orderBy: [{ code: 'asc' }, { id: 'asc' }],
    ...pageAfter(take, after && { id: after.id }),
  })
  return records.map(({ versions: [newest], moves: [last], initiativeFact, ...record }) => {
    const { id, campaignId, unitCode, code, state, title, isLate, authorId, isSample } = record
    // Written by `kept` and by nothing else; these questions are answered with words.
    const answers = (newest?.answers ?? {}) as unknown as KeptAnswers
    const said = (question: string) => String(answers[question]?.value ?? '')
    return {
      ...{ id, campaignId, unitCode, code, state, title, kind: said('kind'), parField: record.topic },
      ...{ problem: said('problem'), content: said('content'), novelty: said('novelty'), scope: said('scope') },
      ...{ startsOn: said('startsOn'), expected: said('expected') },
      selfCheck: (answers.selfCheck?.value ?? []) as readonly string[],
      coAuthors: (answers.coAuthors?.value ?? []) as unknown as readonly { name: string; share?: string }[],
      fileIds: newest?.fileIds ?? [],
      relation: initiativeFact?.relation ?? null,
      relatedId: initiativeFact?.relatedId ?? null,
      isOutstanding: initiativeFact?.isOutstanding ?? false,
      ...{ isLate, authorId, draftId: newest?.draftId ?? null, isSample, registeredAt: record.receivedAt },
      ...{ personSentAt: record.sentAt, takenInAt: newest?.receivedAt ?? null, claimedAt: newest?.claimedAt ?? null },
      updatedAt: last?.at ?? record.receivedAt,
    }
  })
}
