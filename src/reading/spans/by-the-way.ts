import { isBareNumeralWord } from './bare-syllables.ts'
import { type Meaning, reading, type Span } from './span.ts'

/**
 * In a remark behind an answer in its own clause, a lone syllable that is a numeral, a scale or a day only where its accents were left out is
 * another word: «156 ho so, phan mem cu treo suot», «2,1 ty, em chep nguyen van», «hom qua nop roi, mang yeu bam mai moi gui duoc». Not
 * where the remark may count, add or put right («12 ho so, con sot bay de o nha»), nor where a figure, a unit or an operator is beside it.
 */
export function byTheWay(spans: readonly Span[], text: string): readonly Span[] {
  const mark = spans.findIndex(span => isMark(span, text))
  const end = mark < 0 ? spans.length : mark
  const answer = spans.slice(0, end).find(isPlain)
  if (answer === undefined || spans.length > SPANS_AT_MOST) return spans
  const isUnlike = hasUnit(answer)
  return spans.map((span, at) => {
    // «chu nhat 17/3 van truc nen em nop»
    const isBehindDay = reading(answer, 'day') !== undefined && span.start > answer.end && isScaleAlone(span)
    if (at > end && isNamed(spans, at, text, isUnlike)) return { ...span, readings: [WORD] }
    if (
      (at < end && !isBehindDay) ||
      !isLone(span, text, isUnlike, !reading(answer, 'number') && !reading(answer, 'ratio'))
    )
      return span
    if (reading(span, 'day') && STANDS.test(saidOf(spans[at - 1], text))) return span
    if (isOtherUnit(span, answer, text)) return span
    const [from, to] = clauseAt(spans, at, text)
    const others = spans.slice(from, to).filter((other, place) => from + place !== at && isContent(other, text))
    const said = text.slice(spans[from]?.start, spans[to - 1]?.end)
    const isSum =
      reading(answer, 'number')?.unit !== 'percent' && hasUnit(answer) && reading(answer, 'number') !== undefined
    // «nhin nham so cu»: a scale alone says no figure.
    const isEmpty = !isSum && isScaleAlone(span)
    const mayCount =
      (!isUnlike || isSum || reading(answer, 'ratio') !== undefined) && reading(span, 'number') !== undefined
    const stays =
      others.length < (isUnlike ? 1 : 2) || (!isEmpty && (PUTS_RIGHT.test(said) || (mayCount && COUNTS.test(said))))
    return stays || !isAmidWords(spans, at, from, to, text, isUnlike || isEmpty) ? span : { ...span, readings: [WORD] }
  })
}

/** «anh Tam bao ve», «chi Ba» */
const isNamed = (spans: readonly Span[], at: number, text: string, isUnlike: boolean): boolean =>
  (isUnlike ? /^\p{Lu}\p{Ll}+(?: \p{Ll}+)?$/u : /^\p{Lu}\p{Ll}+$/u).test(saidOf(spans[at], text)) &&
  /^(?:anh|chị|cô|chú|bác|ông|bà|dì|cậu|thầy|chi|co|chu|bac|ong|ba|di|cau|thay)$/iu.test(saidOf(spans[at - 1], text)) &&
  reading(spans[at] ?? NOWHERE, 'number')?.quantity.inWords === true &&
  (spans[at + 1]?.readings.some(({ is }) => is === 'word' || is === 'filler') ?? isUnlike)

const isScaleAlone = (span: Span): boolean => reading(span, 'number')?.quantity.values.length === 0

/** «để mai», «hoãn sang mai», «đến mai»: the day itself. */
const STANDS =
  /^(?:[,;.]|để|de|sang|đến|den|tới|toi|thành|thanh|là|la|hẹn|hen|đợi|doi|chờ|cho|từ|tu|chiều|chieu|sáng|trưa|trua|ngày|ngay|phải|phai|mới|moi|à|a)$/iu

/** «12 trieu, ke toan ghi bang ty»; not «1.200 triệu, biểu tính theo triệu». */
const isOtherUnit = (span: Span, answer: Span, text: string): boolean => {
  const isSum = reading(answer, 'number') !== undefined && reading(answer, 'number')?.unit !== 'percent'
  const own = SCALES.find(scale => scale.test(saidOf(span, text)))
  return own !== undefined && isSum && hasUnit(answer) && !own.test(saidOf(answer, text))
}

const SCALES = [/(?:^|[\s\d])t[ỷỉyi](?:\s|$)/iu, /triệu|trieu|tr(?:\s|$)/iu, /nghìn|nghin|ngàn|ngan(?:\s|$)/iu]

const NOWHERE: Span = { start: 0, end: 0, readings: [] }

const WORD: Meaning = { is: 'word' }

/** What is longer is a text. */
const SPANS_AT_MOST = 200

const saidOf = (span: Span | undefined, text: string): string => (span ? text.slice(span.start, span.end) : '')

const isMark = (span: Span, text: string): boolean => /^[,;.!|()–—]$/.test(saidOf(span, text))

/** A figure, a share, a day or a period that is more than one syllable. */
const isPlain = (span: Span): boolean =>
  span.end - span.start > 4 ||
  span.readings.some(
    meaning =>
      meaning.is === 'ratio' || (meaning.is === 'number' && !meaning.quantity.inWords && !meaning.quantity.garbled),
  )
    ? span.readings.some(({ is }) => /^(?:number|ratio|day|period)$/.test(is))
    : false

/** What a bare numeral cannot take the place of. */
const hasUnit = (span: Span): boolean => {
  const number = reading(span, 'number')
  if (number) return number.unit === 'percent' || number.unit === 'dong' || number.quantity.scale >= 1_000_000n
  return true
}

/** `isWhen`: beside a day or a period, of which «nửa» is none. */
function isLone(span: Span, text: string, isUnlike: boolean, isWhen: boolean): boolean {
  const number = reading(span, 'number')
  const said = saidOf(span, text)
  if (number === undefined) return said === 'mai' && reading(span, 'day') !== undefined
  return (
    number.quantity.inWords &&
    number.unit === 'nothing' &&
    ((isWhen && /^(?:một )?nửa$/iu.test(said)) ||
      (isBareNumeralWord(said.toLowerCase()) && (isScaleAlone(span) || !said.includes(' '))) ||
      (isUnlike && /^(?:năm|triệu|tỷ|nghìn)$/iu.test(said)))
  )
}

function clauseAt(spans: readonly Span[], at: number, text: string): [from: number, to: number] {
  const from = spans.findLastIndex((span, place) => place < at && isMark(span, text)) + 1
  const to = spans.findIndex((span, place) => place > at && isMark(span, text))
  return [from, to < 0 ? spans.length : to]
}

const isContent = (span: Span, text: string): boolean =>
  span.end - span.start > 1 &&
  span.readings.some(
    ({ is }) =>
      /^(?:word|noun|name|period|day|label)$/.test(is) || (is === 'operator' && saidOf(span, text).includes(' ')),
  ) &&
  !/^(?:the|vay|nen|roi|ra|vao|lai|ma|kia|day|do|nay)$/i.test(saidOf(span, text))

/** Between words that are neither counted nor count. */
function isAmidWords(
  spans: readonly Span[],
  at: number,
  from: number,
  to: number,
  text: string,
  isUnlike: boolean,
): boolean {
  const [before, next] = [at > from ? spans[at - 1] : undefined, at + 1 < to ? spans[at + 1] : undefined]
  const isWord = (span: Span | undefined): boolean =>
    span !== undefined && span.readings.some(({ is }) => is === 'word' || is === 'name')
  const isNoun = (span: Span | undefined): boolean => span !== undefined && reading(span, 'noun') !== undefined
  const isFiller = (span: Span | undefined): boolean =>
    span !== undefined && span.readings.some(({ is }) => is === 'filler' || is === 'polarity')
  const isLoose = (span: Span | undefined): boolean =>
    span === undefined || span.readings.every(({ is }) => !/^(?:number|ratio|place|sign)$/.test(is))
  if (!isLoose(before) || !isLoose(next)) return false
  if (isUnlike || reading(spans[at] as Span, 'day')) return true
  if (isNoun(next)) return false
  const opens = before === undefined || isWord(before) || isNoun(before)
  return (
    opens && (isWord(next) || ((isWord(before) || isNoun(before)) && isFiller(next) && !ENDS.test(saidOf(next, text))))
  )
}

const ENDS = /^(?:a|ạ|nhe|nhé|nha|thoi|thôi|roi|rồi|em|chi|anh)$/iu

/** «báo nhầm», «sửa lại», «đúng ra là» */
const PUTS_RIGHT =
  /(?:^|\s)(?:nham(?! cho| tinh| ra)|nhầm|lon|lộn|sua|sửa|doi lai|đổi|dinh chinh|đính chính|dieu chinh|điều chỉnh|dung ra|đúng ra|thuc ra|thực ra|moi dung|mới đúng|khong phai|không phải)(?:\s|$)/iu
/** «sót bảy», «thêm ba», «thiếu một» */
const COUNTS =
  /(?:^|\s)(?:sot|sót|them|thêm|thieu|thiếu|con|còn|du|dư|thua|thừa|bot|bớt|tru|trừ|cong|cộng|quen|quên|tang|tăng|giam|giảm|nua|nữa|chi co|moi co|chỉ có|mới có|la|là)(?:\s|$)/iu
