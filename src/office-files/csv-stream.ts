import { stringify } from 'csv-stringify/sync'
import { disarmed } from './formula.ts'
import { cellInWords, type SheetCell } from './sheet-cell.ts'

/** RFC 4180, UTF-8 with its mark, so that spreadsheet programs read the accents. Some rows at a time: as long as it may be. */
export async function* csvStream(
  headings: readonly string[],
  rows: AsyncIterable<readonly SheetCell[]>,
  timeZone: string,
): AsyncIterable<Uint8Array> {
  let ready: (readonly string[])[] = [headings]
  let isFirst = true
  for await (const row of rows) {
    ready.push(row.map(cell => (typeof cell === 'string' ? disarmed(cell) : cellInWords(cell, timeZone))))
    if (ready.length < ROWS) continue
    yield bytesOf(ready, isFirst)
    ready = []
    isFirst = false
  }
  yield bytesOf(ready, isFirst)
}

const ROWS = 250
const utf8 = new TextEncoder()

function bytesOf(rows: readonly (readonly string[])[], isFirst: boolean): Uint8Array {
  return utf8.encode(stringify([...rows], { bom: isFirst, record_delimiter: 'windows', quoted_match: /^\s|\s$/ }))
}
