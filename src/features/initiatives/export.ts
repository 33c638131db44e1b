import type { KeptAnswers } from '../../records/answers.ts'
import type { PrismaClient } from '../../store/generated/client.ts'
import { initiative } from './kind.ts'

/** The register of initiatives as a table: where each stands, with the answers of its newest version as they are kept. */
export async function initiativeRows(prisma: PrismaClient): Promise<Record<string, unknown>[]> {
  const records = await prisma.record.findMany({
    where: { kind: initiative.name },
    include: {
      versions: { orderBy: { version: 'desc' }, take: 1 },
      moves: { orderBy: { seq: 'desc' } },
      initiativeFact: true,
    },
    orderBy: { code: 'asc' },
  })
  return records.flatMap(({ versions: [newest], moves, initiativeFact, ...record }) => {
    if (!newest) return []
    // Written by `kept` and by nothing else.
    const answers = newest.answers as unknown as KeptAnswers
    const value = (question: string) => answers[question]?.value ?? null
    const { id, campaignId, unitCode, code, state, isLate, authorId, isSample } = record
    const sinceHandedIn = moves.slice(0, moves.findIndex(({ action }) => action === 'handIn') >>> 0)
    return [
      {
        ...{ id, campaignId, unitCode, code, state, title: record.title, kind: value('kind'), parField: record.topic },
        ...{ problem: value('problem'), content: value('content'), novelty: value('novelty'), scope: value('scope') },
        ...{ startsOn: value('startsOn'), expected: value('expected'), selfCheck: value('selfCheck') ?? [] },
        coAuthors: value('coAuthors') ?? [],
        fileIds: newest.fileIds,
        relation: initiativeFact?.relation ?? null,
        relatedId: initiativeFact?.relatedId ?? null,
        isOutstanding: initiativeFact?.isOutstanding ?? false,
        receivedAt: sinceHandedIn.find(({ action }) => action === 'receive')?.at ?? null,
        ...{ isLate, authorId, draftId: newest.draftId, isSample, registeredAt: record.receivedAt },
        ...{ personSentAt: newest.sentAt, takenInAt: newest.receivedAt, claimedAt: newest.claimedAt },
        updatedAt: moves[0]?.at ?? newest.receivedAt,
      },
    ]
  })
}
