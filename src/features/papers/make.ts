import type { Ctx } from '../../contract/feature.ts'
import { figureBook, type PaperFigure } from '../../documents/figure-book.ts'
import { fillTemplate } from '../../documents/word/fill.ts'
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
  const bytes = await fillTemplate(await templateOf(ctx.tx, kind), { ...frameContent(ctx, frame), ...content })
  return { bytes, figures: book.figures, gaps: book.gaps }
}
