import type { KeptAnswers } from '../../src/records/answers.ts'
import type { PrismaClient } from '../../src/store/generated/client.ts'
import { newId } from '../../src/store/new-id.ts'

/** Every figure of every version, by target, period and version, with where its report stands. */
export async function storedFigures(prisma: PrismaClient) {
  const figures = await prisma.reportFigure.findMany({ include: { versionOf: { include: { record: true } } } })
  return figures
    .map(({ versionOf: { record, answers }, ...figure }) => ({
      ...figure,
      ...{ id: record.id, period: record.period, isLate: record.isLate },
      // A report stands in one place; what came before its newest version only was.
      state: figure.version === record.version ? record.state : 'EARLIER',
      isWithHead: figure.version === record.version && record.waitsFor === 'report.approve',
      fallReason: String((answers as unknown as KeptAnswers).fallReason?.value ?? ''),
    }))
    .sort(
      (a, b) => a.targetCode.localeCompare(b.targetCode) || a.period.localeCompare(b.period) || a.version - b.version,
    )
}

interface Placed {
  campaignId: string
  unitCode: string
  targetCodes: readonly string[]
  period: string
  authorId: string
  numerator: bigint
  denominator: bigint
  asOf: string
  at: Date
  text?: string
  answers?: object
}

/** A report as if it had been handed in some time ago. */
export async function placeReport(prisma: PrismaClient, placed: Placed): Promise<string> {
  const { campaignId, unitCode, targetCodes, period, authorId, at } = placed
  const [topic = ''] = targetCodes
  const id = newId(at)
  const number = (await prisma.record.count({ where: { kind: 'report' } })) + 1
  const key = `${unitCode}:${topic}:${period}`
  await prisma.record.create({
    data: {
      ...{ id, kind: 'report', campaignId, unitCode, number, code: `BC-${number}`, key, topic, period },
      ...{ state: 'SUBMITTED', waitsFor: 'report.verify', version: 1, passedVersion: 1, authorId },
      ...{ title: topic, searchText: topic.toLowerCase(), sentAt: at, receivedAt: at },
      versions: {
        create: {
          ...{ version: 1, form: 'progress.percent', formVersion: 1, answers: placed.answers ?? {}, fileIds: [] },
          ...{ authorId, role: 'CLERK', sentAt: at, receivedAt: at, passedAt: at, draftId: newId(at) },
          figures: {
            create: targetCodes.map(targetCode => ({
              ...{ targetCode, numerator: placed.numerator, denominator: placed.denominator },
              ...{ text: placed.text ?? '', asOf: placed.asOf },
            })),
          },
        },
      },
    },
  })
  return id
}
