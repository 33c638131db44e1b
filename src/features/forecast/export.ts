import { campaignTable, pageAfter } from '../../contract/export-table.ts'
import type { KeptAnswers } from '../../records/answers.ts'

/** The requests to explain, with the newest version of what was said. */
export const explanationTable = campaignTable(
  'exports.tables.explanations',
  async (prisma, take, after: { id: string } | undefined, campaignId) => {
    const requests = await prisma.explanationRequest.findMany({
      where: { campaignId },
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

function said(version: { answers: unknown }, question: string): string {
  // Written by `kept` and by nothing else; these questions are answered with words.
  return String((version.answers as KeptAnswers)[question]?.value ?? '')
}
