/** A piece of a paste that may be one row: its text, and its cells where it came out of a table. */
export interface Segment {
  text: string
  cells: readonly string[] | null
}

const code = /(?<![\p{L}\p{N}/-])[a-z]\d{1,2}[a-e]?(?![\p{L}\p{N}/])/giu

/** Lines and «;» part rows; so do codes within a line. A line with tabs is a row of a table. Pure. */
export function segmentsOf(text: string): Segment[] {
  return text
    .normalize('NFC')
    .split(/\r\n|\r|\n|\u2028|\u2029|\u0085/)
    .flatMap(line => (line.includes('\t') ? [tabled(line)] : line.split(/[;；]/).flatMap(byCodes).map(plain)))
    .filter(({ text: piece }) => /[\p{L}\p{N}]/u.test(piece))
}

function tabled(line: string): Segment {
  const cells = line.split('\t').map(cell => cell.trim())
  return { text: cells.filter(cell => cell !== '').join(' '), cells }
}

const plain = (text: string): Segment => ({ text: text.trim(), cells: null })

/** «C07 20/20, C08 18/20»: a code behind a comma or behind a figure begins the next row. */
function byCodes(piece: string): string[] {
  const starts = [...piece.matchAll(code)].map(({ index }) => index)
  const cuts = starts.filter(
    (start, at) => at > 0 && /[\d,.)%\p{L}]\s*(?:và\s*)?$/iu.test(piece.slice(starts[at - 1], start)),
  )
  return [0, ...cuts].map((from, at) => piece.slice(from, cuts[at]).replace(/[,\s]+(?:và\s*)?$/iu, ''))
}
