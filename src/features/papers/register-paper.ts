import { officeName, unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { FigureBook } from '../../documents/figure-book.ts'
import { formatNumber } from '../../reading/format.ts'
import { ofUnit, planDocument } from './frame.ts'
import type { PaperKind, Wanted } from './kind.ts'

/** Counts lines of a register. */
export interface Counted<Line> {
  /** Those that are counted; without it, all. */
  isOf?(line: Line): boolean
  /** What is added up of each, instead of one. */
  amount?(line: Line): number
}

/** A paper that tells what a unit has in one register: some figures, and a row for each line. */
export interface RegisterPaper<Line, Column extends string> {
  code: string
  /** Page of the register, to which its figures lead. */
  path: string
  /** In the order of the paper; where there is none, there is no such paper. */
  lines(ctx: Ctx, wanted: Wanted): Promise<readonly Line[]>
  /** By tag, their places in words: `papers.<code>.<tag>`. */
  figures: Readonly<Record<string, Counted<Line>>>
  /** The one tag in which the figures stand together, where they have none of their own. */
  inWords?: { tag: string; of(ctx: Ctx, figures: readonly number[]): string }
  /** Tags of a row besides its number. */
  columns: readonly Column[]
  row(line: Line, ctx: Ctx): Readonly<Record<Column, string>>
}

/** What all of them share: whose they are, when there is none, the frame, plan, office and unit by name, figures with where they come from. */
export function registerPaper<Line, Column extends string>(of: RegisterPaper<Line, Column>): PaperKind {
  const { code, inWords, columns } = of
  const texts = ['office', 'plan', 'unit', ...(inWords ? [inWords.tag] : Object.keys(of.figures))]
  return {
    code,
    of: 'unit',
    hasPeriod: false,
    isEmpty: async (ctx, wanted) => (await of.lines(ctx, wanted)).length === 0,
    tags: { ...tagsOf(texts), rows: tagsOf(['no', ...columns]) },
    gather: async (ctx, wanted, book) => {
      const unitCode = wanted.unitCode ?? ''
      const lines = await of.lines(ctx, wanted)
      const figures = Object.entries(of.figures).map(([tag, counted]) => written(ctx, of, book, tag, counted, lines))
      return {
        frame: ofUnit(ctx, unitCode),
        content: {
          office: officeName(ctx.campaign, ctx.today.toString()),
          plan: planDocument(ctx),
          unit: unitName(ctx.campaign, unitCode),
          ...Object.fromEntries(figures.map(({ tag, text }) => [tag, text])),
          ...(inWords
            ? {
                [inWords.tag]: inWords.of(
                  ctx,
                  figures.map(({ value }) => value),
                ),
              }
            : {}),
          rows: lines.map((line, at) => ({ no: String(at + 1), ...of.row(line, ctx) })),
        },
      }
    },
  }
}

function tagsOf(names: readonly string[]): Readonly<Record<string, 'text'>> {
  return Object.fromEntries(names.map(name => [name, 'text']))
}

function written<Line>(
  { t }: Ctx,
  { code, path }: { code: string; path: string },
  book: FigureBook,
  tag: string,
  { isOf, amount }: Counted<Line>,
  lines: readonly Line[],
) {
  const counted = isOf ? lines.filter(isOf) : lines
  const value = amount ? counted.reduce((sum, line) => sum + amount(line), 0) : counted.length
  const origin = t('papers.origin.rows', { count: counted.length })
  return { tag, value, text: book.write(t(`papers.${code}.${tag}`), formatNumber(value), { origin, path }) }
}
