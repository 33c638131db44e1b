import { wellFormed } from '../reading/well-formed.ts'
import { isUtf16, utf16Order } from './office-format.ts'
import { strangeWords } from './spoiled-text.ts'

/**
 * The text of a file in whichever encoding it is: UTF-8, UTF-16, Windows-1258, Windows-1252 (old fonts come as the last). Null
 * when two encodings make different Vietnamese of the same bytes: no choice would be sure. What no text may hold is not in it.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decoded(bytes)
  return text === null ? null : wellFormed(text)
}

function decoded(bytes: Uint8Array): string | null {
  if (isUtf16(bytes)) {
    const order = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : (utf16Order(bytes) ?? 'utf-16le')
    return new TextDecoder(order).decode(bytes).normalize('NFC')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC')
  } catch {
    return oneByteText(bytes)
  }
}

function oneByteText(bytes: Uint8Array): string | null {
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  const western = new TextDecoder('windows-1252').decode(bytes).normalize('NFC')
  if (vietnamese === western) return western
  const [strangeOne, strangeOther] = [strangeWords(vietnamese).length, strangeWords(western).length]
  if (strangeOne === 0 && strangeOther === 0) return null
  // Names of other peoples of the country are no Vietnamese syllables in any encoding.
  return strangeOne < strangeOther / 4 ? vietnamese : western
}
