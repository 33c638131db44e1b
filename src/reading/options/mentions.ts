import { withoutCourtesy } from '../courtesy.ts'
import { matching, type Option, says, wholeLabel, wordsOfLabels } from '../labels.ts'
import { Lexicon } from '../lexicon.ts'
import { opensShort, writtenOut } from '../short-forms.ts'
import { NOUNS, ODD_UNITS } from '../spans/plain-words.ts'
import { accentsWithin } from '../text.ts'
import type { Token } from '../tokens.ts'
import { readNumberToken } from './option-number.ts'

type Words = readonly Token[]

/** Where a line names an option, by its label, by a part of it that no other label has, or by its number. */
export interface Mention {
  readonly from: number
  readonly to: number
  readonly index: number
}

/** All options that a line names, from left to right; of two that overlap the longer, of one that may be several all of them. */
export function mentionsIn(words: Words, options: readonly Option[]): Mention[] {
  const found: Mention[] = []
  const known = wordsOfLabels(options)
  const opens = words.map(word => known.has(word.folded) || opensShort(word))
  for (let at = 0; at < words.length; ) {
    const here = (opens[at] ? labelsAt(words, at, options) : undefined) ?? numberAt(words, at, options)
    found.push(...(here ?? []))
    at = here?.[0]?.to ?? at + 1
  }
  return found
}

/** No label has more words; what is longer is named by a part of it. */
const LABEL_AT_MOST = 9

function labelsAt(words: Words, at: number, options: readonly Option[]): Mention[] | undefined {
  if (words[at]?.kind !== 'word') return undefined
  for (let length = Math.min(LABEL_AT_MOST, words.length - at); length > 0; length -= 1) {
    const to = at + length
    const part = words.slice(at, to)
    if (part.at(-1)?.kind !== 'word' || isCoded(words, to)) continue
    if (length === 1 && !isInitials(words[at]) && !standsAlone(words, at)) continue
    const indexes = named(part, options, isHeaded(words, at))
    if (indexes.length > 0) return indexes.map(index => ({ from: at, to, index }))
  }
  return undefined
}

/** «SK-001» is the code of a record, and names no «sáng kiến». */
export const isCoded = (words: Words, to: number): boolean =>
  /^[-–]$/.test(words[to]?.text ?? '') && words[to + 1]?.glued === true && words[to + 1]?.kind === 'number'

/** «cái cách thể chế»: a label whose first words have other accents is none. */
const isHeaded = (words: Words, at: number): boolean =>
  /(?:^| )(?:cai cach|xay dung)(?: |$)/.test(
    `${words[at - 2]?.folded} ${words[at - 1]?.folded} ${words[at]?.folded}`,
  ) && !/^(?:cai|xay)$/.test(words[at]?.folded ?? '')

function named(part: Words, options: readonly Option[], isHeaded: boolean): number[] {
  const whole = wholeLabel(part, options)
  if (whole.length > 0 || isHeaded) return whole
  const lines = writtenOut(part).filter(line => line.includes(' ') && says(line))
  const parts = matching(options, name => lines.some(line => isEnd(name, line)))
  return parts.length === 1 ? parts : []
}

/** «tài chính công» of «Cải cách tài chính công». */
function isEnd(name: string, line: string): boolean {
  const isLong = line.split(' ').length > 2 || /^(?:cải cách|xây dựng) $/.test(name.slice(0, -line.length))
  return isLong && name.charAt(name.length - line.length - 1) === ' ' && accentsWithin(line, name.slice(-line.length))
}

/** «TTHC»: what has no vowel is no word of a sentence, and names wherever it stands. */
const isInitials = (word: Token | undefined): boolean => word !== undefined && /^[^aeiouy\d]{3,}$/.test(word.folded)

/** «khá» is an adverb as often, «tốt» a part of other words: a label of one word closes its clause, and no degree stands beside it. */
function standsAlone(words: Words, at: number): boolean {
  if (DEGREE.test(words[at - 1]?.text ?? '')) return false
  return closes(words, at + 1)
}

const DEGREE = /^(?:rất|khá|đối|quá|cực|hơi|tạm|kém|gần|trên|dưới|hơn|sắp)$/

/** Whether nothing but courtesy is left of a clause, or what begins to tell something else. */
function closes(words: Words, from: number): boolean {
  const rest = words.slice(from)
  const end = rest.findIndex(({ text }) => ENDS.test(text))
  return (
    rest.length === 0 ||
    TELLS.find(rest, 0) !== undefined ||
    withoutCourtesy(end < 0 ? rest : rest.slice(0, end)).length === 0
  )
}

export const ENDS = /^[,;.:!…()"“”~^=–-]$/
/** Whom it is said to, who did it, why it is so, according to what: they open a clause of their own. */
const TELLS = new Lexicon([
  [
    true,
    'em|e|iem|anh|chị|sếp|tôi|mình|bên em|bên mình|số liệu|bà con|có|đã|do|vì|bởi|tại|nhờ|theo|mong|số này|cái này|ạ|nhé|nha|nhá|thôi|thế thôi|vậy thôi|rứa thôi|nghe|đó|đấy|đó nghen|hen|hí|luôn|ok|trân trọng|thân ái|phiền|bà con',
  ],
])

function numberAt(words: Words, at: number, options: readonly Option[]): Mention[] | undefined {
  const chooser = CHOOSES.find(words, at)
  const lead = chooser ?? NUMBERS.find(words, at)
  const from = at + (lead?.length ?? 0)
  const number = lead || words[at]?.kind === 'number' ? readNumberToken(words.slice(from, from + 2)) : undefined
  const index = (number?.value ?? 0) - 1
  if (number === undefined || !(index in options)) return undefined
  const to = from + number.length
  const [before, next] = [words[at - 1], words[to]]
  // «-1», «1a», «1-2»
  if (
    (before?.text === '-' && words[at]?.glued) ||
    (next?.glued && (next.kind === 'word' || (next.text === '-' && words[to + 1]?.glued)))
  )
    return undefined
  const behind = to + (/^[.)–:-]$/.test(words[to]?.text ?? '') ? 1 : 0)
  const label = labelsAt(words, behind, options)
  if (label?.some(one => one.index === index)) return [{ from: at, to: label[0]?.to ?? behind, index }]
  // «Mục 3: tốt»: the number of the question.
  if (label !== undefined && words[to]?.text === ':') return undefined
  const isChosen = chooser !== undefined || opens(words, at) || (lead && SAID.find(words, at - 1))
  const isWhole = closes(words, to) || (chooser !== undefined && !isCounted(words, to))
  return isChosen && (label !== undefined || isWhole) ? [{ from: at, to, index }] : undefined
}

const opens = (words: Words, at: number): boolean =>
  at === 0 || ENDS.test(words[at - 1]?.text ?? '') || withoutCourtesy(words.slice(0, at)).length === 0

/** «chọn 2 phương án»: how many, and no number of one. */
const isCounted = (words: Words, at: number): boolean =>
  words[at]?.kind !== 'word' || NOUNS.find(words, at) !== undefined || ODD_UNITS.find(words, at) !== undefined

const CHOOSES = new Lexicon([
  [
    true,
    'ô số|phương án|phương án số|đáp án|đáp án số|lựa chọn|chọn|chọn số|chọn ý|chọn mục|chọn ô|chọn câu|chọn phương án|lấy số|em chọn|em chọn số|vào mục|vào mục số',
  ],
])
/** These may number other things as well. */
const NUMBERS = new Lexicon([[true, 'số|mục|ý|ý số|mục số|ô|lấy|loại|mức']])
/** What may stand before them; behind any other word they may number that («quầy số 6»). */
const SAID = new Lexicon([
  [
    true,
    'em|iem|anh|chị|tôi|mình|sếp|ạ|nhé|nha|nhá|rồi|dạ|là|cáo|gửi|lời|liệu|đáp|giúp|điền|xong|lý|sau|nhanh|muộn|lại|đây|a|e|ơi|cái',
  ],
])
