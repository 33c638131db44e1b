/** Longest answer (UTF-16 units) that a reader of short answers looks at; longer ones are `tooLong`. */
export const MAX_SHORT_ANSWER = 2_000

const OLD_TONES: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}

/**
 * NFC, invisible characters (zero width, direction marks, variation selectors, keycaps) removed, full-width letters and
 * digits made plain, every run of white space one space, ends trimmed. Line breaks become spaces too.
 */
export function normalise(text: string): string {
  return text
    .replace(/\p{Cf}|[\uFE00-\uFE0F]|\u034F|\u20E3/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .normalize('NFC')
    .trim()
}

/** Lower case with both placements of tone marks made one (hoà → hòa, huỷ → hủy). Expects normalised text. */
export function lower(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/gu, pair => OLD_TONES[pair] ?? pair)
}

/** Lower case without accents, đ → d, spaces collapsed: for searching and for comparing answers (calendar.md §9). */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Length as people count it for limits: code points after NFC. */
export function codePointLength(text: string): number {
  let length = 0
  for (const _ of text.normalize('NFC')) length += 1
  return length
}

/**
 * Whether `typed` may be `word` with some or all accents left out: «dung», «đung» and «đúng» may be «đúng», «dừng» may not.
 * Both in lower case as `lower` gives it.
 */
export function accentsWithin(typed: string, word: string): boolean {
  if (typed === word) return true
  const typedLetters = letters(typed)
  const wordLetters = letters(word)
  return (
    typedLetters.length === wordLetters.length &&
    typedLetters.every((letter, at) => {
      const other = wordLetters[at]
      return other !== undefined && letter.base === other.base && [...letter.marks].every(m => other.marks.includes(m))
    })
  )
}

function letters(word: string): { base: string; marks: string }[] {
  const result: { base: string; marks: string }[] = []
  for (const char of word.replaceAll('đ', 'd\u0335').normalize('NFD')) {
    const last = result.at(-1)
    if (last !== undefined && /\p{M}/u.test(char)) last.marks += char
    else result.push({ base: char, marks: '' })
  }
  return result
}
