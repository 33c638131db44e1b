import { campaignTable } from '../../contract/export-table.ts'
import type { KeptAnswers } from '../../records/answers.ts'

/** Each figure of each version that the head has let through: what waits for the head is in no export. */
export const reportTable = campaignTable(
  'exports.tables.reports',
  async (prisma, take, after: FigureKey | undefined, campaignId) => {
    const figures = await prisma.reportFigure.findMany({
      where: { versionOf: { passedAt: { not: null }, record: { campaignId } } },
      include: { versionOf: { include: { record: true } } },
      orderBy: [{ recordId: 'asc' }, { version: 'asc' }, { targetCode: 'asc' }],
      take,
      ...(after ? { cursor: { recordId_version_targetCode: keyOf(after) }, skip: 1 } : {}),
    })
    return figures.map(({ versionOf: { record, ...version }, ...figure }) => ({
      ...figure,
      ...{ id: record.id, campaignId: record.campaignId, code: record.code, unitCode: record.unitCode },
      ...{ period: record.period, isNewest: figure.version === record.passedVersion, state: record.state },
      fallReason: said(version, 'fallReason'),
      ...{ fileIds: version.fileIds, isLate: record.isLate, sentAt: version.sentAt, authorId: version.authorId },
      passedAt: version.passedAt,
    }))
  },
  record => [record],
  c => [
    c.plain('code', ({ code }) => code),
    ...c.unit(({ unitCode }) => unitCode),
    ...c.target(({ targetCode }) => targetCode),
    c.period(({ period }) => period),
    c.plain('version', ({ version }) => version),
    c.yesNo('isNewest', ({ isNewest }) => isNewest),
    c.word('state', 'report.states', ({ state }) => state),
    c.plain('numerator', ({ numerator }) => numerator),
    c.plain('denominator', ({ denominator }) => denominator),
    c.yesNo('isDone', ({ isDone }) => isDone),
    c.plain('text', ({ text }) => text),
    c.plain('fallReason', ({ fallReason }) => fallReason),
    c.day('asOf', ({ asOf }) => asOf),
    c.plain('files', ({ fileIds }) => fileIds.length),
    c.yesNo('isLate', ({ isLate }) => isLate),
    c.instant('sentAt', ({ sentAt }) => sentAt),
    c.person('sender', ({ authorId }) => authorId),
  ],
)

interface FigureKey {
  recordId: string
  version: number
  targetCode: string
}

const keyOf = ({ recordId, version, targetCode }: FigureKey) => ({ recordId, version, targetCode })

function said(version: { answers: unknown }, question: string): string {
  // Written by `kept` and by nothing else; these questions are answered with words.
  return String((version.answers as KeptAnswers)[question]?.value ?? '')
}
