import { columnsOf } from '../../contract/export-columns.ts'
import type { ExportedAt, ExportTable } from '../../contract/export-table.ts'
import type { PrismaClient } from '../../store/generated/client.ts'
import { boardPeriods } from './board-view.ts'
import { boardFor, type Cell } from './matrix.ts'

interface Line extends Cell {
  period: string
  group: string
}

const c = columnsOf<Line>()
const columns = [
  c.plain('period', ({ period }) => period),
  c.plain('group', ({ group }) => group),
  ...c.unit(({ unitCode }) => unitCode),
  ...c.target(({ target }) => target.code),
  c.word('state', 'board.cells', ({ state }) => state),
  c.plain('numerator', ({ figure }) => figure?.numerator),
  c.plain('denominator', ({ figure }) => figure?.denominator),
  c.yesNo('isDone', ({ figure }) => figure?.isDone ?? null),
  c.plain('text', ({ figure }) => figure?.text),
  c.day('asOf', ({ asOf }) => asOf),
]

/** The board cell by cell, of every period: the same figures by the same rule as on the desk, now or at the end of a past day. */
export const boardTable: ExportTable = {
  title: 'exports.tables.board',
  isOfHouse: false,
  isOfAnyDay: true,
  headings: columns.map(({ heading }) => heading),
  async *records(prisma, at) {
    for await (const { target, standing, source, ...cell } of cellsOf(prisma, await at()))
      yield { ...cell, targetCode: target.code, ...madeOf({ standing, source }) }
  },
  async *lines(prisma, names, at) {
    for await (const line of cellsOf(prisma, await at())) yield columns.map(({ cell }) => cell(line, names))
  },
}

async function* cellsOf(tx: PrismaClient, { campaign, today, day }: ExportedAt): AsyncIterable<Line> {
  for (const period of boardPeriods({ campaign })) {
    const { rows } = await boardFor({ tx, campaign, today }, { period, day }, () => true)
    for (const { group, cells } of rows) for (const cell of cells) yield { ...cell, period, group }
  }
}

/** The records and the decision that a figure is made of. */
function madeOf({ source }: Pick<Cell, 'source' | 'standing'>): object {
  switch (source?.kind) {
    case 'reports':
      return { reports: source.reports.map(({ recordId, version }) => ({ recordId, version })) }
    case 'ranking':
      return { decision: source.entry.decision }
    default:
      return {}
  }
}
