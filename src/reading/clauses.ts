import { isNumeral, operatorOf } from './fields/operator-at.ts'
import { isLocal, reaches } from './fields/reach.ts'
import { readLine } from './line.ts'
import { PUTS_OFF } from './spans/operators.ts'
import { FIXED_PHRASES } from './spans/plain-words.ts'
import { reading, type Span } from './spans/span.ts'
import type { Token } from './tokens.ts'

type Words = readonly Token[]

/** A line at its marks of punctuation and behind the particles that close a sentence («em điền nhé | Khá ạ»); «2. Tốt» stays together. */
export function clausesOf(tokens: Words, keepsNumbers: boolean): Words[] {
  if (tokens.length > WORDS_AT_MOST) return []
  const found: Token[][] = [[]]
  for (const [at, token] of tokens.entries()) {
    const open = found.at(-1) ?? []
    const isNumbering =
      keepsNumbers && /^[.)–-]$/.test(token.text) && tokens[at - 1]?.kind === 'number' && open.length < 4
    if (PUNCTUATION.test(token.text) && !isNumbering) found.push([])
    else {
      open.push(token)
      if (PARTICLE.test(token.text)) found.push([])
    }
  }
  return found.filter(words => words.length > 0)
}

/** What is longer is a text. */
const WORDS_AT_MOST = 60

const PUNCTUATION = /^[,;.:!…()"“”~–-]$/
const PARTICLE = /^(?:ạ|nhé|nha|nhá|ơi|hen|nghen|ah|ak)$/

export const textOf = (words: Words): string =>
  words
    .map(({ raw, glued }, at) => (glued && at > 0 ? raw : ` ${raw}`))
    .join('')
    .trim()

/**
 * Whether a clause may stand beside an answer without a word of it being known: no numeral that is not when or by which paper, no question,
 * no operator, no «but».
 */
export function isAside(words: Words, isFact: (span: Span) => boolean = isWhen): boolean {
  const { spans, text } = readLine(textOf(words))
  const nothing = spans.map(() => false)
  return (
    isWithoutBut(words) &&
    spans.every((span, at) => {
      const operator = operatorOf(spans, at, text)
      const isPassed =
        operator === undefined ||
        (operator === 'rest' && STILL.test(text.slice(spans[at]?.start))) ||
        (operator === 'each' && !spans.some(isNumeral)) ||
        (isLocal(operator) && !reaches(spans, at, operator, nothing, text))
      return (
        isPassed &&
        (!isNumeral(span) || isFact(span) || isScaleAlone(span) || SINCE.test(text.slice(span.start, span.end)))
      )
    })
  )
}

const SINCE = /^(?:từ|tu) (?:đầu|dau) (?:năm|quý|kỳ|tháng|nam|quy|ky|thang)$/iu
/** «may tinh cu cua phuong»: no figure without one before it. */
const isScaleAlone = (span: Span): boolean => reading(span, 'number')?.quantity.values.length === 0

/** «mọi người còn đang bận» */
const STILL = /^(?:còn|con) (?:đang|chờ|đợi|bận|dang|cho|doi|ban)(?= )/iu

/** So many of something, or its number: no answer to a question that is answered with a word. */
export const isWhenOrCounted = (span: Span): boolean =>
  isWhen(span) ||
  span.readings.some(
    meaning =>
      meaning.is === 'label' || (meaning.is === 'number' && meaning.unit !== 'nothing' && !meaning.quantity.garbled),
  )

const isWhen = (span: Span): boolean => {
  const day = reading(span, 'day')?.day.is
  const isDay = day !== undefined && day !== 'incomplete' && day !== 'garbled'
  return isDay || span.readings.some(({ is }) => is === 'period' || is === 'time' || is === 'paper')
}

const isWithoutBut = (words: Words): boolean => !againstIn(words) && !PUTS_OFF.test(textOf(words))

/** «có gì anh nhắn em», «do thay đổi nhân sự» hold none. */
function againstIn(words: Words): boolean {
  for (let at = 0; at < words.length; at += FIXED_PHRASES.find(words, at)?.length ?? 1)
    if (FIXED_PHRASES.find(words, at) === undefined && AGAINST.test(words[at]?.text ?? '')) return true
  return false
}

const AGAINST =
  /^(?:\?|nhưng|nhung|song|tuy|mà|trừ|tru|hoặc|hay|nào|gì|sao|muốn|nên|nếu|hỏi|phân|hơn|giống|khác|đổi|sửa|bỏ|cũ|đừng|lúc|chỗ|và|với|cùng|cả|&|\+)$/
