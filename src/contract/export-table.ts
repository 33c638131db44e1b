import type { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../campaign/active.ts'
import type { SheetCell } from '../office-files/sheet-cell.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import type { Translate } from '../texts.ts'
import { type Columns, columnsOf } from './export-columns.ts'

/** What turns codes and ids into what officers read. */
export interface Names {
  t: Translate
  /** The present campaign, for what is called by the plan's words. */
  campaign: ActiveCampaign
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
  /** It is no campaign's: units, people, what was sent. Every other holds one campaign. */
  isOfHouse: boolean
  /** It can be had as of a past day. */
  isOfAnyDay?: boolean
}

const PAGE = 250

type Page<Key, Rec> = (
  prisma: PrismaClient,
  take: number,
  after: Key | undefined,
  at: () => Promise<ExportedAt>,
) => Promise<Rec[]>

/** The same of what belongs to a campaign: `page` reads of that one alone. */
export function campaignTable<Key, Rec extends Key & object, Line>(
  title: string,
  page: (prisma: PrismaClient, take: number, after: Key | undefined, campaignId: string) => Promise<Rec[]>,
  linesOf: (record: Rec) => readonly Line[],
  columnsIn: (kinds: Columns<Line>) => readonly SheetColumn<Line>[],
): ExportTable {
  const ofCampaign: Page<Key, Rec> = async (prisma, take, after, at) =>
    page(prisma, take, after, (await at()).campaign.id)
  return { ...tableOf(title, ofCampaign, linesOf, columnsIn), isOfHouse: false }
}

/**
 * A table of the house whose records are read page by page and make each one line or several. `page` reads at most `take` records after one, in
 * an order that has no ties.
 */
export function exportTable<Key, Rec extends Key & object, Line>(
  title: string,
  page: (prisma: PrismaClient, take: number, after: Key | undefined) => Promise<Rec[]>,
  linesOf: (record: Rec) => readonly Line[],
  columnsIn: (kinds: Columns<Line>) => readonly SheetColumn<Line>[],
): ExportTable {
  return { ...tableOf(title, page, linesOf, columnsIn), isOfHouse: true }
}

function tableOf<Key, Rec extends Key & object, Line>(
  title: string,
  page: Page<Key, Rec>,
  linesOf: (record: Rec) => readonly Line[],
  columnsIn: (kinds: Columns<Line>) => readonly SheetColumn<Line>[],
): Omit<ExportTable, 'isOfHouse'> {
  const columns = columnsIn(columnsOf<Line>())
  async function* records(prisma: PrismaClient, at: () => Promise<ExportedAt>) {
    let last: Rec | undefined
    do {
      const found: Rec[] = await page(prisma, PAGE, last, at)
      yield* found
      last = found.length < PAGE ? undefined : found.at(-1)
    } while (last)
  }
  return {
    title,
    records,
    headings: columns.map(({ heading }) => heading),
    async *lines(prisma, names, at) {
      for await (const record of records(prisma, at))
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
