/**
 * Vietnamese texts with one byte a letter, so that a name of any length used here fits beside a signature. What the table does
 * not have takes four bytes. Part of what is printed: never reorder it.
 */
const plain = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at))
const vowels = [
  ...['àáảãạăằắẳẵặâầấẩẫậ', 'èéẻẽẹêềếểễệ', 'ìíỉĩị', 'òóỏõọôồốổỗộơờớởỡợ', 'ùúủũụưừứửữự', 'ỳýỷỹỵ', 'đ'],
].join('')
const table: readonly string[] = [...plain, ...vowels, ...vowels.toUpperCase(), '–', '“', '”', '…']
const codes = new Map(table.map((letter, at) => [letter, at + 1]))
const ELSE = 0

/** @param text in NFC */
export function toBytes(text: string): number[] {
  return [...text].flatMap(letter => {
    const code = codes.get(letter)
    if (code !== undefined) return [code]
    const point = letter.codePointAt(0) ?? 0
    return [ELSE, point >> 16, (point >> 8) & 255, point & 255]
  })
}

/** Null: no text was written so. */
export function fromBytes(bytes: Uint8Array): string | null {
  let text = ''
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes[at] ?? ELSE
    const letter = code === ELSE ? elsewhere(bytes.subarray(at + 1, at + 4)) : table[code - 1]
    if (letter === undefined) return null
    if (code === ELSE) at += 3
    text += letter
  }
  return text
}

function elsewhere([high, middle, low]: Uint8Array): string | undefined {
  if (high === undefined || middle === undefined || low === undefined || high > 16) return undefined
  return String.fromCodePoint((high << 16) | (middle << 8) | low)
}
