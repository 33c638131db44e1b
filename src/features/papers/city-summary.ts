import { officeName } from '../../campaign/names.ts'
import { spanOf } from '../../campaign/report-period.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { FigureBook } from '../../documents/figure-book.ts'
import type { Content } from '../../documents/word/fill.ts'
import { formatMoneyShort, formatPercent } from '../../reading/format.ts'
import { dayOfUnits } from '../board/facts.ts'
import type { Board, BoardRow } from '../board/matrix.ts'
import { unitsThere } from '../board/source.ts'
import { sumTargets } from './disbursement-report.ts'
import { ofCommittee, paperDate, planDocument } from './frame.ts'
import { initiativeCounts, initiativeCountTags } from './initiative-counts.ts'
import { initiativeRows, initiativeRowTags } from './initiative-rows.ts'
import { initiativesAt } from './initiatives-at.ts'
import type { PaperKind, Wanted } from './kind.ts'
import { launchesAt } from './launches-at.ts'
import { planBases } from './plan-bases.ts'
import { boardFor } from './target-rows.ts'
import { cellCounts } from './unit-counts.ts'

/** DOC12: the managing office sums up the movement of all units (plan IV.2; headings of domain.md §6). */
export const citySummary: PaperKind = {
  code: 'DOC12',
  of: 'office',
  hasPeriod: false,
  tags: {
    bases: { line: 'text' },
    ...{ plan: 'text', campaign: 'text', year: 'text', nextYear: 'text', office: 'text', day: 'text' },
    ...{ units: 'text', launchOwed: 'text', launched: 'text', launchedLate: 'text', disbursed: 'text' },
    ...initiativeCountTags,
    targets: { no: 'text', target: 'text', applying: 'text', reached: 'text', open: 'text', without: 'text' },
    outstanding: initiativeRowTags,
    rows: { no: 'text', unit: 'text', applying: 'text', reached: 'text', open: 'text', without: 'text' },
  },
  gather: async (ctx, wanted, book) => {
    const { t, campaign, today } = ctx
    const board = await boardOfDay(ctx, wanted)
    const launches = await launchesAt(ctx, wanted.day)
    const initiatives = await initiativesAt(ctx, wanted.day, null)
    const count = (place: string, value: number, path: string) =>
      book.write(t(`papers.DOC12.${place}`), String(value), { origin: t('papers.origin.rows', { count: value }), path })
    return {
      frame: ofCommittee(ctx),
      content: {
        bases: planBases(ctx).map(line => ({ line })),
        plan: planDocument(ctx),
        campaign: campaign.plan.identity.name,
        year: String(campaign.year),
        nextYear: String(campaign.year + 1),
        office: officeName(campaign, today.toString()),
        day: paperDate((wanted.day ?? today).toString()),
        units: count('units', board.rows.length, 'bang-so-lieu'),
        launchOwed: count('launchOwed', launches.owed, 'nhac-viec'),
        launched: count('launched', launches.launched.length, 'phat-dong'),
        launchedLate: count('launchedLate', launches.launched.filter(({ isLate }) => isLate).length, 'phat-dong'),
        disbursed: disbursed(ctx, board, book),
        ...initiativeCounts(ctx, initiatives, book),
        targets: targetLines(ctx, board, book),
        outstanding: await initiativeRows(
          ctx,
          initiatives.filter(({ isOutstanding }) => isOutstanding),
        ),
        rows: board.rows.map((row, at) => unitLine(ctx, row, at, book)),
      },
    }
  },
}

/** The board of the units that are there on the day: what ended ones did stands with those that took their place. */
async function boardOfDay(ctx: Ctx, wanted: Wanted): Promise<Board> {
  const board = await boardFor(ctx, wanted)
  const { campaign, today } = ctx
  const day = (wanted.day ?? today).toString()
  const span = spanOf(wanted.period)
  const there = new Set(unitsThere(campaign, span ? dayOfUnits(span, day) : day))
  return { ...board, rows: board.rows.filter(({ unitCode }) => there.has(unitCode)) }
}

const countNames = ['applying', 'reached', 'open', 'without'] as const

function targetLines({ t }: Ctx, board: Board, book: FigureBook): Content[] {
  return board.targets.map((target, at) => {
    const column = board.rows.map(row => ({
      ...row,
      cells: row.cells.filter(cell => cell.target.code === target.code),
    }))
    const counts = column.map(cellCounts)
    const say = (name: (typeof countNames)[number]) =>
      book.write(
        t('papers.place.of', { what: t(`papers.place.${name}`), of: target.name }),
        String(counts.reduce((sum, one) => sum + one[name], 0)),
        { origin: t('papers.origin.board'), path: `bang-so-lieu/chi-tieu/${target.code}` },
      )
    return { no: String(at + 1), target: target.name, ...inNames(say) }
  })
}

function unitLine({ t }: Ctx, row: BoardRow, at: number, book: FigureBook): Content {
  const counts = cellCounts(row)
  const say = (name: (typeof countNames)[number]) =>
    book.write(t('papers.place.of', { what: t(`papers.place.${name}`), of: row.unitName }), String(counts[name]), {
      origin: t('papers.origin.board'),
      path: `bang-so-lieu/don-vi/${row.unitCode}`,
    })
  return { no: String(at + 1), unit: row.unitName, ...inNames(say) }
}

function inNames(say: (name: (typeof countNames)[number]) => string) {
  return { applying: say('applying'), reached: say('reached'), open: say('open'), without: say('without') }
}

/** What all units together have disbursed, and the share; the newest figure of each that counts, of merged units what they did together. */
function disbursed(ctx: Ctx, board: Board, book: FigureBook): string {
  const targets = sumTargets(ctx).map(({ code }) => code)
  let [done, planned] = [0n, 0n]
  for (const { cells } of board.rows) {
    // One sum serves all of them; a unit may be judged by one alone.
    const figure = cells.find(cell => cell.figure && targets.includes(cell.target.code))?.figure
    done += figure?.numerator ?? 0n
    planned += figure?.denominator ?? 0n
  }
  const text =
    planned === 0n ? null : `${formatMoneyShort(done)} / ${formatMoneyShort(planned)} (${formatPercent(done, planned)})`
  return book.write(ctx.t('papers.DOC12.disbursed'), text, {
    origin: ctx.t('papers.origin.board'),
    path: `bang-so-lieu/chi-tieu/${targets[0] ?? ''}`,
  })
}
