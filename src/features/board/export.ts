import type { DeskSheet } from '../../contract/desk-page.ts'
import { columnsOf } from '../../contract/export-columns.ts'
import type { ExportedAt, ExportTable, Names } from '../../contract/export-table.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { PrismaClient } from '../../store/generated/client.ts'
import { boardPeriods } from './board-view.ts'
import { asksForSomething } from './counts.ts'
import { type Board, boardFor, type Cell } from './matrix.ts'

interface Line extends Cell {
  period: string
  group: string
}

const c = columnsOf<Line>()
const columns = [
  c.period(({ period }) => period),
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
    for await (const line of cellsOf(prisma, await at())) yield recordOf(line)
  },
  async *lines(prisma, names, at) {
    for await (const line of cellsOf(prisma, await at())) yield columns.map(({ cell }) => cell(line, names))
  },
}

/** What is shown of the board, cell by cell, as a file. */
export function boardSheet(
  { t, campaign }: Pick<Ctx, 't' | 'campaign'>,
  boards: readonly Board[],
  isOnlyOpen: boolean,
): DeskSheet {
  const names: Names = {
    ...{ t, campaign, duties: new Map(), people: new Map() },
    targets: new Map(campaign.plan.targets.map(({ code, shortName }) => [code, shortName])),
    units: new Map(boards.flatMap(({ rows }) => rows.map(({ unitCode, unitName }) => [unitCode, unitName] as const))),
  }
  const cells = boards.flatMap(({ period, rows }) =>
    rows.flatMap(({ group, cells: own }) => own.map((cell): Line => ({ ...cell, period, group }))),
  )
  const shown = cells.filter(cell => (isOnlyOpen ? asksForSomething(cell) : cell.state !== 'NOT_APPLICABLE'))
  return {
    title: t('board.room.title'),
    headings: columns.map(({ heading }) => t(`exports.columns.${heading}`)),
    lines: shown.map(line => columns.map(({ cell }) => cell(line, names))),
    objects: shown.map(recordOf),
  }
}

/** A cell as programs read it. */
function recordOf({ target, standing, source, ...cell }: Line): object {
  return { ...cell, targetCode: target.code, ...madeOf({ standing, source }) }
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
