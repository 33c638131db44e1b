import { chooseOne, readChoice } from './choice.ts'
import { clausesOf, isAside, textOf } from './clauses.ts'
import { affirmed } from './contrast.ts'
import { isShiftedPeriod } from './fields/elsewhen.ts'
import { isNumeral, operatorOf } from './fields/operator-at.ts'
import { DELIVERS, isLocal } from './fields/reach.ts'
import { type Option, says } from './labels.ts'
import { type Line, readLine } from './line.ts'
import { ENDS, isCoded, type Mention, mentionsIn } from './mentions.ts'
import { whole } from './numerals/decimal.ts'
import { isEarlier, optionClauses } from './option-clauses.ts'
import { beforeRemarks } from './option-remark.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { PUTS_OFF } from './spans/operators.ts'
import { reading, type Span } from './spans/span.ts'
import { statesIn } from './state.ts'
import { MAX_SHORT_ANSWER, withoutBullet } from './text.ts'
import { ticked } from './ticked.ts'
import { type Token, tokenise } from './tokens.ts'
import { orBare } from './without-accents.ts'

type Words = readonly Token[]

/**
 * One of the options as `readChoice` gives it, or the only one that the line names, whatever else it tells: «tập thể tự chấm mức khá vì còn hai hồ
 * sơ trễ hẹn». Not where something denies, doubts or compares it, where a second one is named, or a figure that may be the number of one is left over.
 */
export function readChosen(typed: string, options: readonly Option[]): Reading<number> {
  const text = typed.normalize('NFC')
  const [only, ...others] = ticked(text) ?? []
  if (only !== undefined) {
    const label = readChoice(only, options)
    return others.length > 0 ? ask('severalValues') : label.ok ? read(label.value, false) : label
  }
  if (EITHER.test(text)) return ask('severalValues')
  const alone = readChoice(text, options)
  if (alone.ok || text.length > MAX_SHORT_ANSWER) return alone
  const index = onlyMentioned(text, options)
  return index === undefined ? (mainOnly(text, options) ?? chosenBefore(text, options) ?? alone) : read(index, false)
}

/** «bên tổ chức bộ máy nhé, sáp nhập lại cho gọn»: what the line chooses before it goes on to something else. */
function chosenBefore(text: string, options: readonly Option[]): Reading<number> | undefined {
  const typed = tokenise(withoutBullet(text).replace(/[\r\n]+/g, ' ; '))
  const head = ONE_AND_OTHER.test(text) || isUndecided(text) ? undefined : beforeRemarks(typed, options)
  if (head === undefined) return undefined
  const one = readChoice(textOf(head), options)
  const index = one.ok ? one.value : onlyMentioned(textOf(head), options)
  if (index !== undefined) return read(index, false)
  return !one.ok && one.kind === 'invalid' && one.why === 'outOfRange' ? one : undefined
}

/** «đáp án 2 hay ý 1» */
const EITHER = /(?:^|\s)\d{1,2}\s(?:hay|hoặc|hay là)\s(?:\p{L}{1,6}\s){0,2}\d{1,2}(?:[\s.,;!]|$)/iu

/** What is chosen once the side clauses are off: «giải pháp, vì …», «cách làm hay, chưa phải sáng kiến», «số 6, lần trước em cũng chọn thế». */
function mainOnly(text: string, options: readonly Option[]): Reading<number> | undefined {
  const typed = tokenise(withoutBullet(text).replace(/[\r\n]+/g, ' ; '))
  if (typed.length > WORDS_AT_MOST || isUndecided(text) || ONE_AND_OTHER.test(text)) return undefined
  const { main, denied, isCut } = optionClauses(typed, options)
  if (!isCut) return isNoOption(main, options) ? outOfRange(options) : undefined
  const rest = main.map(textOf).join(', ')
  const one = readChoice(rest, options)
  const index = one.ok ? one.value : onlyMentioned(rest, options)
  if (index !== undefined) return denied.has(index) ? undefined : read(index, false)
  return isNoOption(main, options) ? outOfRange(options) : undefined
}

const outOfRange = (options: readonly Option[]): Reading<number> => invalid('outOfRange', { count: options.length })

/** «số 6, giải pháp»: a clause that chooses what there is not. */
const holdsNoOption = (words: Words, options: readonly Option[]): boolean =>
  clausesOf(words, true).some(clause => isNoOption([clause], options))

/** «số 6 nhé, chị Hằng bảo vậy»: the number of none of the options, and nothing that names one. */
function isNoOption(main: readonly Words[], options: readonly Option[]): boolean {
  const [first = [], ...others] = main
  const one = readChoice(textOf(first), options)
  return (
    !one.ok &&
    one.kind === 'invalid' &&
    one.why === 'outOfRange' &&
    others.every(words => mentionsIn(words, options).length === 0 && isAside(words))
  )
}

/** What is longer is a text. */
const WORDS_AT_MOST = 60

/** «mô hình, còn phải bàn thêm» */
const UNDECIDED =
  /(?:^|\s)(?:còn|cần) (?:phải )?(?:bàn|họp|cân nhắc|thống nhất|xem|hỏi)(?: (?:thêm|lại|đã|ý kiến|hội đồng|lãnh đạo))*(?:[\s.,]|$)|(?:^|\s)(?:phân vân|cân nhắc|đổi ý|(?:sao|nào) cũng được|(?:chắc|hình như) (?:thế|vậy))(?:[\s.,]|$)/iu

const [putsOff, undecided] = [orBare(PUTS_OFF), orBare(UNDECIDED)]
const isUndecided = (said: string): boolean => putsOff(said) || undecided(said)

function onlyMentioned(text: string, options: readonly Option[]): number | undefined {
  const typed = tokenise(withoutBullet(text).replace(/[\r\n]+/g, ' ; '))
  if (typed.length > WORDS_AT_MOST || isUndecided(text)) return undefined
  const meant = affirmed(typed, words => mentionsIn(words, options).map(() => ['option']))
  const line = readLine(textOf(meant))
  if (ONE_AND_OTHER.test(line.text)) return undefined
  const words = tokenise(line.text)
  if (/^(?:vì|bởi|tại)$/.test(words[0]?.text ?? '') || holdsNoOption(words, options)) return undefined
  const labels = withClauses(words, mentionsIn(words, options), options)
  const now = labels.filter(({ from }) => !isEarlier(clauseOf(words, from)))
  if (now.length === 0 && labels.length > 0) return undefined
  const all = labels.length > 0 ? now : statesIn(words, options)
  const mentions = all.length > 1 ? all.filter((_, at) => !isThen(line, words, all, at)) : all
  const [index, ...others] = new Set(mentions.map(one => one.index))
  if (
    index === undefined ||
    others.length > 0 ||
    all.some(({ from }) => /^(?:mong|hay|hoặc)$/.test(words[from - 1]?.text ?? ''))
  )
    return undefined
  if (isJoined(words, all, options)) return undefined
  return line.spans.every((_, at) => isAllowed(line, at, words, all, options.length)) ? index : undefined
}

/** The words of the clause in which one stands. */
const clauseOf = (words: Words, at: number): Words => {
  const from = words.findLastIndex(({ text }, place) => place < at && ENDS.test(text)) + 1
  const to = words.findIndex(({ text }, place) => place > at && ENDS.test(text))
  return words.slice(from, to < 0 ? undefined : to)
}

/** «năm ngoái khá, năm nay tốt»: named of another time. */
function isThen({ spans, text }: Line, words: Words, mentions: readonly Mention[], at: number): boolean {
  const from = words[mentions[at - 1]?.to ?? 0]?.start ?? 0
  const to = words[mentions[at]?.from ?? 0]?.start ?? 0
  const before = spans.filter(({ start, end }) => start >= from && end <= to)
  return before.some(span => {
    const period = reading(span, 'period')?.period
    return (
      (period !== undefined && isShiftedPeriod(period)) ||
      (reading(span, 'operator')?.operator === 'elsewhen' && !/hơn|bằng|như/.test(text.slice(from, to)))
    )
  })
}

/** What chooses one as a clause of its own, though it is no label: «cải cách bộ máy, tại …». */
function withClauses(words: Words, mentions: readonly Mention[], options: readonly Option[]): Mention[] {
  const found = [...mentions]
  for (let from = 0; from < words.length; ) {
    const end = words.findIndex(({ text }, at) => at >= from && ENDS.test(text))
    const to = end < 0 ? words.length : end
    const one =
      words[to]?.text === ':' ||
      isDashed(words, from) ||
      isCoded(words, to) ||
      mentions.some(mention => mention.from < to && mention.to > from)
        ? undefined
        : chooseOne(words.slice(from, to), options)
    const is =
      one === undefined || one.ok ? -1 : words.findLastIndex(({ text }, at) => at >= from && at < to && text === 'là')
    const named = is < 0 ? undefined : chooseOne(words.slice(is + 1, to), options)
    if (one?.ok) found.push({ from, to, index: one.value })
    // «lĩnh vực của sáng kiến là tổ chức bộ máy»
    if (named?.ok) found.push({ from: is + 1, to, index: named.value })
    from = to + 1
  }
  return found.toSorted((one, other) => one.from - other.from)
}

/** «-1», «1-2» */
const isDashed = (words: Words, at: number): boolean => words[at - 1]?.text === '-' && words[at]?.glued === true

/** Whether a span beside the option that is named may stand there. */
function isAllowed(line: Line, at: number, words: Words, mentions: readonly Mention[], count: number): boolean {
  const { spans, text } = line
  const span = spans[at]
  if (span === undefined) return true
  if (isWithin(span, words, mentions)) return !countsOption(span, words, mentions)
  const said = text.slice(span.start, span.end)
  const place = placeOf(span, words, mentions)
  if (isNumeral(span)) return !mayChoose(span, count) && !isShareOrCount(span, place)
  if (BUT.test(said)) return false
  // «dịch vụ công với chính quyền số»
  if (place === 'before' && JOINS.test(said) && span.start > 0) return false
  const operator = place === 'before' ? reading(span, 'operator')?.operator : operatorOf(spans, at, text)
  if (place === 'before') return !AGAINST.test(said) && (operator === undefined || OF_FIGURES.test(operator))
  if (isReason(line, at)) return operator === undefined || !UNSURE.test(operator)
  if (place === 'behind' && (AGAINST.test(said) || CLOSES.test(said))) return false
  if (operator === 'correction' && /^(?:gia hạn|hoãn|lùi|dời)$/i.test(said)) return place === 'elsewhere'
  if (operator === 'future') return DELIVERS.test(text.slice(span.start - 1))
  return operator === undefined || OF_FIGURES.test(operator) || isLocal(operator)
}

/** These change figures; an option has no more and no less. */
const OF_FIGURES = /^(?:vague|over|range|same|each|minus|change|rest)$/
const UNSURE = /^(?:doubt|dontKnow|or|correction)$/

const isWithin = (span: Span, words: Words, mentions: readonly Mention[]): boolean =>
  mentions.some(({ from, to }) => span.start < (words[to - 1]?.end ?? 0) && span.end > (words[from]?.start ?? 0))

/** «hai mô hình»: so many of it. */
const countsOption = (span: Span, words: Words, mentions: readonly Mention[]): boolean =>
  reading(span, 'number')?.unit === 'noun' &&
  mentions.every(({ from }) => span.start < (words[from]?.start ?? 0) || span.end <= (words[from]?.start ?? 0))

/** «giải pháp công nghệ», «mô hình mới»: beside a label stands a word of another one. */
function isJoined(words: Words, mentions: readonly Mention[], options: readonly Option[]): boolean {
  return mentions.some(({ from, to, index }) =>
    [words[from - 1], words[to]].some(
      word =>
        word?.kind === 'word' &&
        says(word.text) &&
        options.some(
          ({ label }, other) =>
            other !== index &&
            tokenise(label).some(({ text }) => text === word.text) &&
            !tokenise(options[index]?.label ?? '').some(({ text }) => text === word.text),
        ),
    ),
  )
}

/** A bare number that there is an option for. */
function mayChoose(span: Span, count: number): boolean {
  const number = reading(span, 'number')
  if (number?.unit !== 'nothing' || number.quantity.scale > 1n || number.quantity.inWords) return false
  return number.quantity.values.some(value => {
    const plain = whole(value)
    return plain !== undefined && plain > 0n && plain <= BigInt(count)
  })
}

/** «đã hoàn thành 50%», «3 phường tốt»: so much of it, or so many. */
function isShareOrCount(span: Span, place: 'before' | 'behind' | 'elsewhere'): boolean {
  const number = reading(span, 'number')
  if (place === 'before') return number?.unit === 'noun'
  return (
    place === 'behind' &&
    (number?.unit === 'percent' || (reading(span, 'ratio') !== undefined && reading(span, 'day')?.isFirm !== true))
  )
}

/** In which part of the clause of an option something stands. */
function placeOf(span: Span, words: Words, mentions: readonly Mention[]): 'before' | 'behind' | 'elsewhere' {
  const at = words.findIndex(({ start }) => start >= span.start)
  const isJoined = (from: number, to: number) => !words.slice(from, to).some(({ text }) => ENDS.test(text))
  if (mentions.some(({ from }) => at < from && isJoined(at, from))) return 'before'
  return mentions.some(({ to }) => at >= to && isJoined(to, at)) ? 'behind' : 'elsewhere'
}

/** Whether a reason was begun in the clause before a span. */
function isReason({ spans, text }: Line, at: number): boolean {
  for (let place = at - 1; place >= 0; place -= 1) {
    const said = text.slice(spans[place]?.start, spans[place]?.end)
    if (ENDS.test(said)) return false
    if (/^(?:vì|do|bởi|tại|nhờ)$/i.test(said)) return true
  }
  return false
}

const BUT = /^(?:\?|nhưng|nhung|song|tuy|trừ|hoặc|hay|nếu)$/i
/** In the clause of an option itself. */
const AGAINST =
  /^(?:mà|nào|gì|sao|muốn|hỏi|giống|khác|đổi|sửa|bỏ|cũ|đừng|kiểu|như|cơ bản là|cơ bản|vân|khoăn|nghiệm|hy|hi|vọng|ước|đâu)$/i
const CLOSES = /^(?:trở lên|trở xuống|đổ lên|đổ xuống|và|va|cùng|&|\+)$/i
const JOINS = /^(?:và|va|với|cùng|lẫn|kiêm|&|\+)$/i
/** «lúc khá lúc tốt», «nửa mô hình nửa giải pháp» */
const ONE_AND_OTHER = /(?:^|\s)(lúc|nửa|khi|chỗ|vừa)\s\S.{0,60}?\s\1\s|(?:^|\s)(nua|luc|vua)\s.{0,60}?\s\2\s/iu
