import { wordParagraphs } from '../office-files/word-paragraphs.ts'
import { wellFormed } from '../reading/well-formed.ts'

/** The words of a signed paper, Word or PDF; null: there are none to read, as in a scan. @throws when the file is broken */
export async function signedText(bytes: Uint8Array): Promise<string | null> {
  // Letters that a PDF does not name come out as NUL.
  const text = wellFormed(isPdf(bytes) ? await pdfText(bytes) : wordText(bytes))
  return /\p{L}/u.test(text) ? text : null
}

export function wordText(bytes: Uint8Array): string {
  return wordParagraphs(bytes).flat().join('\n').normalize('NFC')
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  // The library takes the memory of what it is given for its own.
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false })
  return text.map(withoutNumber).join('\n').normalize('NFC')
}

/** A page without its number in the top margin. */
function withoutNumber(text: string, at: number): string {
  return text.replace(new RegExp(`^\\s*${at + 1}(?=\\s)`), '')
}

function isPdf(bytes: Uint8Array): boolean {
  return [...'%PDF-'].every((letter, index) => bytes[index] === letter.charCodeAt(0))
}
