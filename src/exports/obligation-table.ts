import { campaignTable, pageAfter } from '../contract/export-table.ts'

export const obligations = campaignTable(
  'exports.tables.obligations',
  (prisma, take, after: { id: string } | undefined, campaignId) =>
    prisma.obligation.findMany({
      where: { campaignId },
      orderBy: [{ dueOn: 'asc' }, { unitCode: 'asc' }, { dutyCode: 'asc' }, { id: 'asc' }],
      ...pageAfter(take, after && { id: after.id }),
    }),
  record => [record],
  c => [
    ...c.unit(({ unitCode }) => unitCode),
    ...c.duty(({ dutyCode }) => dutyCode),
    c.period(({ period }) => period),
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
