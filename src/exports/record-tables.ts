import type { KeptAnswers } from '../records/answers.ts'
import { exportTable, pageAfter } from './table.ts'

/** Each figure of each version that the head has let through: what waits for the head is in no export. */
export const reports = exportTable(
  async (prisma, take, after: FigureKey | undefined) => {
    const figures = await prisma.reportFigure.findMany({
      where: { versionOf: { passedAt: { not: null } } },
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
    c.plain('period', ({ period }) => period),
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

/** The requests to explain, with the newest version of what was said. */
export const explanations = exportTable(
  async (prisma, take, after: { id: string } | undefined) => {
    const requests = await prisma.explanationRequest.findMany({
      include: { record: { include: { versions: { orderBy: { version: 'desc' }, take: 1 } } } },
      orderBy: [{ unitCode: 'asc' }, { askedOn: 'asc' }, { id: 'asc' }],
      ...pageAfter(take, after && { id: after.id }),
    })
    return requests.map(({ record, ...request }) => {
      const [version] = record?.versions ?? []
      return {
        ...request,
        state: record?.state ?? request.state,
        cause: version ? said(version, 'cause') : '',
        remedy: version ? said(version, 'remedy') : '',
        answeredById: version?.authorId ?? null,
      }
    })
  },
  record => [record],
  c => [
    ...c.unit(({ unitCode }) => unitCode),
    ...c.target(({ targetCode }) => targetCode),
    c.word('state', 'exports.explanationStates', ({ state }) => state),
    c.day('askedOn', ({ askedOn }) => askedOn),
    c.plain('forecastMid', ({ forecastMid }) => forecastMid / 100),
    c.plain('forecastHigh', ({ forecastHigh }) => forecastHigh / 100),
    c.plain('cause', ({ cause }) => cause),
    c.plain('remedy', ({ remedy }) => remedy),
    c.person('answeredBy', ({ answeredById }) => answeredById),
    c.instant('answeredAt', ({ answeredAt }) => answeredAt),
  ],
)

export const obligations = exportTable(
  (prisma, take, after: { id: string } | undefined) =>
    prisma.obligation.findMany({
      orderBy: [{ dueOn: 'asc' }, { unitCode: 'asc' }, { dutyCode: 'asc' }, { id: 'asc' }],
      ...pageAfter(take, after && { id: after.id }),
    }),
  record => [record],
  c => [
    ...c.unit(({ unitCode }) => unitCode),
    ...c.duty(({ dutyCode }) => dutyCode),
    c.plain('period', ({ period }) => period),
    c.plain('targets', ({ targets }) => targets.join(', ')),
    c.day('opensOn', ({ opensOn }) => opensOn),
    c.day('dueOn', ({ dueOn }) => dueOn),
    c.day('remindBy', ({ remindBy }) => remindBy),
    c.word('state', 'exports.obligationStates', ({ state }) => state),
    c.instant('metAt', ({ metAt }) => metAt),
    c.yesNo('isLate', ({ isLate }) => isLate),
    c.day('returnedOn', ({ returnedOn }) => returnedOn),
  ],
)
