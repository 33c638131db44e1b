import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { disarmed } from './formula.ts'
import { cellInWords, type SheetCell } from './sheet-cell.ts'

/** RFC 4180, UTF-8 with its mark, so that spreadsheet programs read the accents. One row at a time: as long as it may be. */
export function csvStream(
  headings: readonly string[],
  rows: AsyncIterable<readonly SheetCell[]>,
  timeZone: string,
): AsyncIterable<Uint8Array> {
  async function* lines() {
    yield headings
    for await (const row of rows)
      yield row.map(cell => (typeof cell === 'string' ? disarmed(cell) : cellInWords(cell, timeZone)))
  }
  const writer = stringify({ bom: true, record_delimiter: 'windows', quoted_match: /^\s|\s$/ })
  const source = Readable.from(lines())
  source.on('error', error => writer.destroy(error))
  return source.pipe(writer)
}
