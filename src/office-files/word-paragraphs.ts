import { strFromU8, unzipSync } from 'fflate'

/** No document has as much text; what unpacks to more is not unpacked. */
const MOST_BYTES = 20_000_000

/** The paragraphs of the body of a Word file, then those of each header; cells of a table are paragraphs. @throws when it is no Word file */
export function wordParagraphs(bytes: Uint8Array): string[][] {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => originalSize <= MOST_BYTES && /^word\/(document|header\d+)\.xml$/.test(name),
  })
  return Object.entries(parts)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([, part]) => strFromU8(part).split('</w:p>').map(paragraphText))
}

function paragraphText(paragraph: string): string {
  return [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:br|tab)\/>/g)]
    .map(([, text]) => text ?? ' ')
    .join('')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}
