import { strFromU8, unzipSync } from 'fflate'
import { firstPageOfPdf } from './pdf-text.ts'

/** The texts that may stand on the first page of a Word file or a PDF; none for anything else, or what cannot be read. */
export function firstPage(bytes: Uint8Array): readonly string[] {
  try {
    if (startsWith(bytes, '%PDF-')) return firstPageOfPdf(bytes)
    if (startsWith(bytes, 'PK\u0003\u0004')) return firstPageOfWord(bytes)
    return []
  } catch {
    return []
  }
}

/** A page holds about so many paragraphs; where it ends is decided by the printer. */
const PARAGRAPHS = 60
/** No document has as much text; what unpacks to more is not unpacked. */
const MOST_BYTES = 20_000_000

function firstPageOfWord(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => originalSize <= MOST_BYTES && /^word\/(document|header\d+)\.xml$/.test(name),
  })
  return Object.values(parts).map(part =>
    strFromU8(part)
      .split('</w:p>')
      .slice(0, PARAGRAPHS)
      .map(paragraph =>
        [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:br|tab)\/>/g)]
          .map(([, text]) => text ?? ' ')
          .join(''),
      )
      .map(text =>
        text
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&'),
      )
      .join('\n'),
  )
}

function startsWith(bytes: Uint8Array, sign: string): boolean {
  return [...sign].every((letter, index) => bytes[index] === letter.charCodeAt(0))
}
