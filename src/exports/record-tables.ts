import { exportTable, pageAfter } from '../contract/export-table.ts'

export const reports = exportTable(
  'exports.tables.reports',
  (prisma, take, after: { id: string } | undefined) =>
    prisma.targetReport.findMany({
      orderBy: [{ unitCode: 'asc' }, { targetCode: 'asc' }, { period: 'asc' }, { version: 'asc' }, { id: 'asc' }],
      ...pageAfter(take, after && { id: after.id }),
    }),
  record => [record],
  c => [
    ...c.unit(({ unitCode }) => unitCode),
    ...c.target(({ targetCode }) => targetCode),
    c.plain('period', ({ period }) => period),
    c.plain('version', ({ version }) => version),
    c.word('state', 'progress.states', ({ state, awaitingHead }) => (awaitingHead ? 'AWAITING_HEAD' : state)),
    c.plain('numerator', ({ numerator }) => numerator),
    c.plain('denominator', ({ denominator }) => denominator),
    c.yesNo('isDone', ({ isDone }) => isDone),
    c.plain('text', ({ text }) => text),
    c.plain('fallReason', ({ fallReason }) => fallReason),
    c.day('asOf', ({ asOf }) => asOf),
    c.plain('files', ({ fileIds }) => fileIds.length),
    c.yesNo('isLate', ({ isLate }) => isLate),
    c.instant('sentAt', ({ sentAt }) => sentAt),
    c.person('sender', ({ senderId }) => senderId),
    c.instant('updatedAt', ({ updatedAt }) => updatedAt),
  ],
)

export const explanations = exportTable(
  'exports.tables.explanations',
  (prisma, take, after: { id: string } | undefined) =>
    prisma.explanationRequest.findMany({
      orderBy: [{ unitCode: 'asc' }, { askedOn: 'asc' }, { id: 'asc' }],
      ...pageAfter(take, after && { id: after.id }),
    }),
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
  'exports.tables.obligations',
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
