import { exportTable, pageAfter } from '../contract/export-table.ts'

/** Ranks in the yearly index of administrative reform, by year, group and rank. */
export const rankings = exportTable(
  'exports.tables.rankings',
  (prisma, take, after: { year: number; unitCode: string } | undefined) =>
    prisma.rankingEntry.findMany({
      orderBy: [{ year: 'asc' }, { group: 'asc' }, { rank: 'asc' }, { unitCode: 'asc' }],
      ...pageAfter(take, after && { year_unitCode: { year: after.year, unitCode: after.unitCode } }),
    }),
  record => [record],
  c => [
    c.plain('year', ({ year }) => year),
    c.plain('group', ({ group }) => group),
    ...c.unit(({ unitCode }) => unitCode),
    c.plain('rank', ({ rank }) => rank),
    c.plain('score', ({ scoreThousandths }) => (scoreThousandths === null ? null : scoreThousandths / 1_000)),
    c.plain('decision', ({ decision }) => decision),
    c.day('decidedOn', ({ decidedOn }) => decidedOn),
  ],
)
