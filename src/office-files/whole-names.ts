import type { FileProblem, Read } from './file-problem.ts'
import { fromOldFont, type OldFont, oldFonts } from './old-font.ts'
import { type Spoiled, spoiledWord, strangeWords } from './spoiled-text.ts'
import { cellName, type Table } from './table.ts'

export interface WholeTable {
  table: Table
  /** The font from which the texts were converted; null: they were Unicode. */
  convertedFrom: OldFont | null
}

/**
 * Lets no destroyed name in. A table in an old font is converted when every word of it becomes Vietnamese in one font and in no
 * other, and nothing in it is Unicode already; any other table with a destroyed word is refused, each cell named.
 */
export function wholeNames(table: Table): Read<WholeTable> {
  const problems = table.rows.flatMap((row, rowAt) =>
    row.flatMap((text, columnAt) => {
      const found = /[^ -~\s]|\?/.test(text) ? spoiledWord(text) : null
      return found ? [problemAt(table, columnAt, rowAt, found)] : []
    }),
  )
  if (problems.length === 0) return { ok: true, value: { table, convertedFrom: null } }
  const isOldFont = problems.every(({ code }) => code === 'oldFont')
  const fonts = isOldFont ? oldFonts.filter(font => explainsAll(table, font)) : []
  const [font] = fonts
  if (font === undefined || fonts.length > 1) return { ok: false, problems }
  const rows = table.rows.map(row => row.map(text => fromOldFont(text, font)))
  return { ok: true, value: { table: { ...table, rows }, convertedFrom: font } }
}

/** One word alone may be chance: two that become Vietnamese, and none that does not. */
function explainsAll(table: Table, font: OldFont): boolean {
  // Letters that no old font has: beside them, «Phòng» may be right as it stands, and nobody can tell.
  if (
    table.rows.some(row => row.some(text => /[\u0102-\u01B0\u1EA0-\u1EF9]/.test(text.replace(/[\u0152-\u0192]/g, ''))))
  )
    return false
  const mended = new Set<string>()
  for (const text of table.rows.flat()) {
    if (!/[^ -~\s]/.test(text)) continue
    const read = fromOldFont(text, font)
    if (strangeWords(read).length > 0 || spoiledWord(read)) return false
    for (const word of text.split(/\s+/)) if (spoiledWord(word)) mended.add(word)
  }
  return mended.size > 1
}

function problemAt(
  { file, sheet }: Table,
  column: number,
  row: number,
  { why, word }: { why: Spoiled; word: string },
): FileProblem {
  return { file, sheet, cell: cellName(column, row), code: why, params: { word } }
}
