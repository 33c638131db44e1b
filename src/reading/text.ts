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
 * Printable ASCII and the letters of Latin: all of them visible, in NFC, none full-width. Nearly all that people type; what
 * is said of such a text needs no table of Unicode. Everything else takes the long way, to the same result.
 */
export const PLAIN = /^[ -~\u00C0-\u024F\u1E00-\u1EFF]*$/

/** What `fold` makes of each plain character. */
const FOLDED: readonly string[] = Array.from({ length: 0x1f00 }, (_, code) =>
  code < 0x250 || code >= 0x1e00 ? bare(String.fromCharCode(code)) : '',
)

/**
 * NFC, invisible characters (zero width, direction marks, variation selectors, keycaps) removed, full-width letters and
 * digits made plain, every run of white space one space, ends trimmed. Line breaks become spaces too.
 */
export function normalise(text: string): string {
  if (isTidy(text) && PLAIN.test(text)) return text
  return text
    .replace(/\p{Cf}|[\uFE00-\uFE0F]|\u034F|\u20E3/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .normalize('NFC')
    .trim()
}

/** Lower case with both placements of tone marks made one (hoà → hòa, huỷ → hủy). Expects normalised text. */
export function lower(text: string): string {
  const small = text.toLowerCase()
  if (!/[ou][àáảãạèéẻẽẹỳýỷỹỵ]/.test(small) && PLAIN.test(text)) return small
  return small.normalize('NFC').replace(/(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/gu, pair => OLD_TONES[pair] ?? pair)
}

/** What a pattern looks like to those who type without accents. */
export const bareSource = ({ source }: RegExp): string =>
  source
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')

/** The same pattern, and the same without accents, for what is typed without them. */
export const bareToo = (form: RegExp): RegExp => new RegExp(`${form.source}|${bareSource(form)}`, form.flags)

/** Lower case without accents, đ → d, spaces collapsed: for searching and for comparing answers (calendar.md §9). */
export function fold(text: string): string {
  if (!isTidy(text) || !PLAIN.test(text)) return bare(text).replace(/\s+/g, ' ').trim()
  let folded = ''
  for (let at = 0; at < text.length; at++) folded += FOLDED[text.charCodeAt(at)] ?? ''
  return folded
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
}

/** No spaces at the ends, no two beside each other. */
function isTidy(text: string): boolean {
  return !text.startsWith(' ') && !text.endsWith(' ') && !text.includes('  ')
}

/** «- 12», «+ 85%»: a line of a list as it was copied. */
export const withoutBullet = (text: string): string => text.replace(/^[\s"“]*[-–+•*]\s+(?=\S)/, '')

/** Length as people count it for limits: code points after NFC. */
export function codePointLength(text: string): number {
  if (PLAIN.test(text)) return text.length
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
  if (fold(typed) !== fold(word)) return false
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
