import type { Ctx } from '../../contract/feature.ts'
import { figureBook, type PaperFigure } from '../../documents/figure-book.ts'
import { type Content, fillTemplate } from '../../documents/word/fill.ts'
import type { Tags } from '../../documents/word/tags.ts'
import { frameContent } from './frame.ts'
import type { PaperKind, Wanted } from './kind.ts'
import { templateOf } from './template.ts'

export interface MadePaper {
  bytes: Uint8Array
  figures: readonly PaperFigure[]
  /** Places at which «chưa có số liệu» stands. */
  gaps: readonly string[]
}

/** The paper as a Word file, with where each of its figures comes from. Writes nothing. */
export async function makeWord(ctx: Ctx, kind: PaperKind, wanted: Wanted): Promise<MadePaper> {
  const book = figureBook(ctx.t('papers.missing'))
  const { frame, content } = await kind.gather(ctx, wanted, book)
  const bytes = await fillTemplate(await templateOf(ctx.tx, kind), {
    ...frameContent(ctx, frame),
    ...withNone(kind.tags, content, ctx.t('papers.noRows')),
  })
  return { bytes, figures: book.figures, gaps: book.gaps }
}

/** A table of numbered rows that has none says so in its one row: a heading over nothing looks like something forgotten. */
function withNone(tags: Tags, content: Content, none: string): Content {
  const filled = { ...content }
  for (const [name, row] of Object.entries(tags)) {
    if (row === 'text' || !('no' in row) || !isEmptyList(content[name])) continue
    const [, second = ''] = Object.keys(row)
    const said = 'title' in row ? 'title' : second
    filled[name] = [Object.fromEntries(Object.keys(row).map(tag => [tag, tag === said ? none : '']))]
  }
  return filled
}

const isEmptyList = (value: Content[string] | undefined) => Array.isArray(value) && value.length === 0
