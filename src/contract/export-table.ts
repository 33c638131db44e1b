import type { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../campaign/active.ts'
import type { SheetCell } from '../office-files/sheet-cell.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import type { Translate } from '../texts.ts'
import { type Columns, columnsOf } from './export-columns.ts'

/** What turns codes and ids into what officers read. */
export interface Names {
  t: Translate
  targets: ReadonlyMap<string, string>
  duties: ReadonlyMap<string, string>
  units: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
}

/** One column of a sheet; its heading is `exports.columns.<heading>`, or a key of its own when it has a dot. */
export interface SheetColumn<Line> {
  heading: string
  cell(line: Line, names: Names): SheetCell
}

/** What a table that is worked out is worked out for; tables that are only read need none of it. */
export interface ExportedAt {
  campaign: ActiveCampaign
  today: Temporal.PlainDate
  /** The day at whose end it is looked at; null: as it stands now. */
  day: Temporal.PlainDate | null
}

export interface ExportTable {
  /** Text key of what it holds; the name of its sheet. */
  title: string
  /** Records with program names, for programs. */
  records(prisma: PrismaClient, at: () => Promise<ExportedAt>): AsyncIterable<object>
  headings: readonly string[]
  /** Lines for officers. */
  lines(prisma: PrismaClient, names: Names, at: () => Promise<ExportedAt>): AsyncIterable<readonly SheetCell[]>
  /** It can be had as of a past day. */
  isOfAnyDay?: boolean
}

const PAGE = 250

/**
 * A table whose records are read page by page and make each one line or several. `page` reads at most `take` records after one, in
 * an order that has no ties.
 */
export function exportTable<Key, Rec extends Key & object, Line>(
  title: string,
  page: (prisma: PrismaClient, take: number, after: Key | undefined) => Promise<Rec[]>,
  linesOf: (record: Rec) => readonly Line[],
  columnsIn: (kinds: Columns<Line>) => readonly SheetColumn<Line>[],
): ExportTable {
  const columns = columnsIn(columnsOf<Line>())
  async function* records(prisma: PrismaClient) {
    let last: Rec | undefined
    do {
      const found: Rec[] = await page(prisma, PAGE, last)
      yield* found
      last = found.length < PAGE ? undefined : found.at(-1)
    } while (last)
  }
  return {
    title,
    records,
    headings: columns.map(({ heading }) => heading),
    async *lines(prisma, names) {
      for await (const record of records(prisma))
        for (const line of linesOf(record)) yield columns.map(({ cell }) => cell(line, names))
    },
  }
}

/** Where the next page begins. */
export function pageAfter<Key extends object>(
  take: number,
  after: Key | undefined,
): { take: number; cursor?: Key; skip?: number } {
  return after === undefined ? { take } : { take, cursor: after, skip: 1 }
}
