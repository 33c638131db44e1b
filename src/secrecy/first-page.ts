import { wordParagraphs } from '../office-files/word-paragraphs.ts'
import { firstPageOfPdf } from './pdf-text.ts'

/** The texts that may stand on the first page of a Word file or a PDF; none for anything else, or what cannot be read. */
export function firstPage(bytes: Uint8Array): readonly string[] {
  try {
    if (startsWith(bytes, '%PDF-')) return firstPageOfPdf(bytes)
    if (startsWith(bytes, 'PK\u0003\u0004'))
      return wordParagraphs(bytes).map(part => part.slice(0, PARAGRAPHS).join('\n'))
    return []
  } catch {
    return []
  }
}

/** A page holds about so many paragraphs; where it ends is decided by the printer. */
const PARAGRAPHS = 60

function startsWith(bytes: Uint8Array, sign: string): boolean {
  return [...sign].every((letter, index) => bytes[index] === letter.charCodeAt(0))
}
