import { strFromU8, unzipSync } from 'fflate'

/** What a reader of a Word file sees: its running text, and each table row by row. Read out of the file, by no code of the product. */
export interface Read {
  text: string
  /** Rows of cells; the first row is the heading. */
  tables: string[][][]
}

export function readWord(bytes: Uint8Array): Read {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const tables = between(xml, 'tbl').map(table => between(table, 'tr').map(row => between(row, 'tc').map(wordsIn)))
  const running = xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, '')
  return { text: between(running, 'p').map(wordsIn).join('\n'), tables }
}

/** The rows under the heading that begins with these words; none where the table has none. */
export function rowsUnder({ tables }: Read, ...heading: readonly string[]): string[][] {
  const table = tables.find(([first = []]) => heading.every((words, at) => first[at] === words))
  if (!table) throw new Error(`no table with the heading ${heading.join(', ')}`)
  return table.slice(1)
}

function between(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<w:${name}(?: [^>]*)?>(.*?)</w:${name}>`, 'gs'))].map(([, inner = '']) => inner)
}

function wordsIn(xml: string): string {
  const paragraphs = xml
    .split('</w:p>')
    .map(paragraph => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''))
  return paragraphs
    .filter(text => text !== '')
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
