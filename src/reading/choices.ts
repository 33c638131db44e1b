import { chooseOne, isOfLabel } from './choice.ts'
import { choicesInClauses, isLoneWord } from './choices-in-clauses.ts'
import { isAside, isWhenOrCounted, textOf } from './clauses.ts'
import { withoutCourtesy } from './courtesy.ts'
import type { Option } from './labels.ts'
import { Lexicon } from './lexicon.ts'
import { ONES } from './numerals/words.ts'
import { ownReasonAt } from './option-clauses.ts'
import { beforeRemarks } from './option-remark.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { MAX_SHORT_ANSWER } from './text.ts'
import { ticked } from './ticked.ts'
import { type Token, tokenise } from './tokens.ts'

const ALL = new Lexicon([
  [
    true,
    'tất cả|tất cả các loại|tất cả các loại trên|tất cả các ý trên|tất cả các mục trên|tất cả ở trên|tất cả trên|cả|hết|all|toàn bộ|tất|chọn tất cả|chọn hết|cả nhóm|tất cả các ý|tất cả các mục|đủ cả|đáp ứng hết|đáp ứng cả|đáp ứng đủ|đáp ứng tất cả|đạt hết|đạt cả|đạt tất cả|đều đạt|đều đáp ứng|tất cả đều đạt|tất cả đều đáp ứng|tất cả đều có|cả đều đạt|đáp ứng đủ cả|đáp ứng cả|đủ|đủ hết|có đủ|có hết|đạt đủ',
  ],
])
const THINGS = new Lexicon([[true, 'điều kiện|tiêu chí|nội dung|yêu cầu|lựa chọn|loại|cái|mục|ý|thứ|ô']])
const AND = new Lexicon([[true, 'và|và cả|với|cùng|cùng với|cả|lẫn|thêm|cộng|cộng thêm|kèm|kèm theo|,|;|&|+|/']])
/** Said before a list, and chooses nothing. */
const OPENS = new Lexicon([
  [
    true,
    'đơn vị|đơn vị em|phường em|phòng em|bên em|em|tôi|đăng ký|đăng ký các|chọn|chọn các|em chọn|chọn các mục|chọn các số|chọn các ý|các mục|các số|các ý|gồm|gồm có|là|có',
  ],
])
const CLOSES = new Lexicon([[true, 'nữa|thôi|luôn|á|hết']])
const AGAINST = new Lexicon([[true, 'trừ|không|ko|hoặc|hay|chắc|có lẽ|ngoại trừ|bỏ|gì đó|gì đấy|gì nữa']])
const EXCEPT = new Lexicon([[true, 'trừ|ngoại trừ|trừ ra|bỏ|trừ cái|trừ ý']])
const TO = new Lexicon([[true, 'đến|tới']])

/**
 * Several of the options: «1, 3 và 5», «1 3», «1-3», «tất cả», labels, also inside a sentence. The value is the indexes from 0, ascending, without repeats.
 */
export function readChoices(text: string, options: readonly Option[]): Reading<number[]> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const plain = readList(text, options)
  if (plain.ok || !/^(?:garbled|unsure|noAnswer|startAmbiguous)$/.test(plain.why)) return plain
  const typed = tokenise(text.replace(/[\r\n]+/g, ' ; ')).flatMap(splitByComma)
  const reason = ownReasonAt(typed, options)
  const again = reason === undefined ? plain : readList(textOf(typed.slice(0, reason)), options)
  if (again.ok) return read(again.value, false)
  const said = typed.length > 1 ? choicesInClauses(typed, options) : undefined
  return said ?? chosenBefore(typed, options) ?? plain
}

/** «số 1 với số 4 nhé, thế là đủ rồi»: what the line chooses before it goes on to something else. */
function chosenBefore(typed: readonly Token[], options: readonly Option[]): Reading<number[]> | undefined {
  const head = beforeRemarks(typed, options)
  if (head === undefined) return undefined
  const chosen = readList(textOf(head), options)
  const again = chosen.ok ? chosen : choicesInClauses(head, options)
  const [, count] = COUNTED.exec(textOf(typed.slice(head.length)).toLowerCase()) ?? []
  const isOther = again?.ok && count !== undefined && ONES.whole(tokenise(count)) !== again.value.length
  return again?.ok && !isOther ? read(again.value, false) : undefined
}

/** «hai loại này bên chị đều có» */
const COUNTED = /(?:^|[,.;] ?)(?:cả )?(hai|ba|bốn|năm) (?:loại|cái|mục|ý|hình thức|thứ)(?: |$)/u

function readList(text: string, options: readonly Option[]): Reading<number[]> {
  const labels = ticked(text) ?? []
  if (labels.length > 0)
    return collect(
      labels.map(label => tokenise(label)),
      options,
      true,
    )
  const all = withoutCourtesy(
    tokenise(text.replace(/(^|[\r\n])[ \t]*[-+•*]\s+/g, '$1').replace(/[\r\n]+/g, ' ; ')).flatMap(splitByComma),
  )
  // «tu 1 den 3»: no «tư» before a number.
  const plain = all.filter(({ text }, at) => text !== 'tu' || all[at + 1]?.kind !== 'number')
  const tokens = withoutThings(withoutFrame(withoutRemark(plain), options))
  if (tokens.length === 0) return invalid('empty')
  const one = chooseOne(tokens, options)
  if (one.ok) return read([one.value], one.literal)
  if (tokens.some(token => token.text === '?')) return ask('unsure')
  const everything = options.map((_, index) => index)
  if (ALL.whole(tokens) === true) return read(everything, false)
  if (isAllByCount(tokens)) return countOf(tokens) === options.length ? read(everything, false) : ask('twoReadings')
  const others = allBut(tokens, options)
  if (others !== undefined) return read(others, false)
  if (tokens.some((_, at) => AGAINST.find(tokens, at) !== undefined && !isOfLabel(tokens, at, options)))
    return ask('unsure')
  const only = tokens[0]
  if (tokens.length === 1 && only?.kind === 'number') return crowded(only.text, options)
  return collect(segments(tokens, options), options, one.kind === 'ask')
}

/** «đủ bốn điều kiện nha, hội đồng đã họp xét», «đủ cả 4 điều kiện theo cv 96»: what only tells of all of them. */
function withoutRemark(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ text }, place) => place > 0 && /^(?:,|\.|;|nha|nhé|ạ|theo)$/.test(text))
  if (at < 1) return tokens
  const all = withoutThings(withoutCourtesy(tokens.slice(0, at)))
  const isExcepting = tokens.some((_, place) => place >= at && EXCEPT.find(tokens, place) !== undefined)
  const isAll = !isExcepting && (ALL.whole(all) === true || isAllByCount(all))
  return isAll &&
    isAside(tokens.slice(at + (tokens[at]?.kind === 'word' && tokens[at]?.text !== 'theo' ? 1 : 0)), isWhenOrCounted)
    ? tokens.slice(0, at)
    : tokens
}

/** «1,3» is one number token; in a list its comma separates. */
function splitByComma(token: Token): Token[] {
  if (token.kind !== 'number' || !token.text.includes(',') || token.text.includes('.')) return [token]
  return token.text.split(',').flatMap((part, at) => {
    const number = { ...token, text: part, raw: part, folded: part }
    return at === 0 ? [number] : [{ ...number, kind: 'sign' as const, text: ',', raw: ',', folded: ',' }, number]
  })
}

/** «cả 4 điều kiện»: what is counted says nothing. */
function withoutThings(tokens: readonly Token[]): readonly Token[] {
  const at = [2, 1].map(length => tokens.length - length).find(from => from > 0 && THINGS.whole(tokens.slice(from)))
  return at !== undefined && ALL.find(tokens, 0) ? tokens.slice(0, at) : tokens
}

/** «Đơn vị đăng ký Mô hình và Sáng kiến.»; a word that opens a label stays. */
function withoutFrame(tokens: readonly Token[], options: readonly Option[]): readonly Token[] {
  const opening = OPENS.find(tokens, 0)
  const rest = tokens.slice(opening?.length ?? 0)
  const isLabel = chooseOne(tokens.slice(0, (opening?.length ?? 0) + 1), options).ok
  if (opening !== undefined && rest.length > 1 && !isLabel) return withoutFrame(rest, options)
  const isClosed = tokens.length > 2 && CLOSES.whole(tokens.slice(-1)) === true && !ALL.find(tokens, 0)
  return isClosed ? withoutFrame(withoutCourtesy(tokens.slice(0, -1)), options) : tokens
}

const countOf = (tokens: readonly Token[]): number => {
  const last = tokens.slice(-1)
  return last[0]?.kind === 'number' ? Number(last[0].text) : (ONES.whole(last) ?? 0)
}

/** «cả 4», «đủ cả bốn». */
const isAllByCount = (tokens: readonly Token[]): boolean =>
  tokens.length > 1 && ALL.whole(tokens.slice(0, -1)) === true && countOf(tokens) > 0

/** «tất cả trừ 2», «cả 4 trừ số 3 và 4». */
function allBut(tokens: readonly Token[], options: readonly Option[]): number[] | undefined {
  const opened = exceptFirst(tokens, options)
  if (opened !== undefined) return opened
  const at = tokens.findIndex((_, place) => EXCEPT.find(tokens, place) !== undefined)
  const all = withoutThings(withoutCourtesy(tokens.slice(0, Math.max(at, 0))))
  if (at < 1 || !(ALL.whole(all) || (isAllByCount(all) && countOf(all) === options.length))) return undefined
  const parts = segments(tokens.slice(at + (EXCEPT.find(tokens, at)?.length ?? 1)), options)
  const left = parts.length > options.length ? undefined : collect(parts, options, false)
  if (!left?.ok || left.value.length === 0 || left.value.length >= options.length) return undefined
  return options.flatMap((_, index) => (left.value.includes(index) ? [] : [index]))
}

/** «trừ cái số 3 còn lại được hết» */
function exceptFirst(tokens: readonly Token[], options: readonly Option[]): number[] | undefined {
  const rest = tokens.findIndex(({ folded }, at) => folded === 'con' && tokens[at + 1]?.folded === 'lai')
  const except = EXCEPT.find(tokens, 0)
  if (except === undefined || rest < 1 || !tokens.slice(rest).some(({ text }) => /^(?:hết|cả|đủ|được|đạt)$/.test(text)))
    return undefined
  const left = collect(
    segments(
      tokens.slice(except.length, rest).filter(({ text }) => text !== ','),
      options,
    ),
    options,
    false,
  )
  const isOdd =
    !left.ok ||
    left.value.length === 0 ||
    tokens.slice(rest).some(({ text, kind }) => kind === 'number' || /^(?:không|chưa|ko)$/.test(text))
  return isOdd ? undefined : options.flatMap((_, index) => (left.value.includes(index) ? [] : [index]))
}

/** «135» or «1.3»: figures run together are offered apart. */
function crowded(text: string, options: readonly Option[]): Reading<number[]> {
  const figures = [...new Set(text.replace(/\D/g, ''))].map(figure => Number(figure) - 1)
  const fits = figures.length > 1 && figures.every(index => index in options)
  return fits ? ask('garbled', [figures.sort((a, b) => a - b)]) : invalid('outOfRange', { count: options.length })
}

/** Splits at separators; neighbours that together are one label («Chính quyền điện tử, Chính quyền số») stay together. */
function segments(tokens: readonly Token[], options: readonly Option[]): Token[][] {
  const parts: Token[][] = [[]]
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined) continue
    const previous = tokens[at - 1]
    const isBetweenNumbers = isFigure(tokens, at) && previous !== undefined && isFigure(tokens, at - 1)
    const isNextNumber = token.text === 'số' && at > 0 && isFigure(tokens, at + 1) && isFigure(tokens, at - 1)
    // «mô hình công nghệ» adds nothing up
    const isSeparator = (AND.find(tokens, at) !== undefined && token.text !== 'công') || /^[,;&+/]$/.test(token.text)
    if (isBetweenNumbers || isNextNumber || isSeparator) parts.push([])
    if (!isSeparator || (token.kind === 'word' && isInLabel(tokens, at, options))) parts.at(-1)?.push(token)
  }
  return parts.filter(part => part.length > 0)
}

/** «1 2 4», «một ba bốn» */
const isFigure = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' || ONES.find(tokens, at)?.length === 1

/** A joining word that belongs to a label («Xây dựng và phát triển …»). */
function isInLabel(tokens: readonly Token[], at: number, options: readonly Option[]): boolean {
  const next = tokens.slice(at, at + 2)
  return (
    next.length === 2 && options.some(option => option.label.toLowerCase().startsWith(next.map(t => t.text).join(' ')))
  )
}

function collect(
  parts: readonly (readonly Token[])[],
  options: readonly Option[],
  isAnswer: boolean,
): Reading<number[]> {
  const chosen = new Set<number>()
  let misread = 0
  let outOfRange = false
  let literal = true
  const mayBeTwo: Range[] = []
  // More parts than a hurried person repeats: no list of these options.
  if (parts.length > 2 * options.length + 10) return ask('garbled')
  for (const part of parts) {
    const range = readRange(part)
    if (range !== undefined) {
      literal = false
      if (range.from > range.to) return ask('range')
      if (range.from < 1 || range.to > options.length) return invalid('outOfRange', { count: options.length })
      // «1-3»: from the first to the third, or the first and the third.
      if (range.mayBeTwo && range.to - range.from > 1) mayBeTwo.push(range)
      for (let number = range.from; number <= range.to; number += 1) chosen.add(number - 1)
      continue
    }
    const one = chooseOne(part, options)
    if (one.ok && !(parts.length > 1 && isLoneWord(part, options))) {
      chosen.add(one.value)
      literal &&= one.literal
    } else if (one.ok) misread += 1
    else if (one.kind === 'invalid' && one.why === 'outOfRange') outOfRange = true
    else if (one.kind === 'ask')
      return ask(
        one.why,
        one.candidates.map(index => [index]),
      )
    else misread += 1
  }
  if (outOfRange) return invalid('outOfRange', { count: options.length })
  if (misread > 0)
    return chosen.size > 0 || isAnswer
      ? ask('garbled', chosen.size > 0 ? [ascending(chosen)] : [])
      : invalid('noAnswer')
  return mayBeTwo.length > 0 ? ask('twoReadings', twoReadings(chosen, mayBeTwo)) : read(ascending(chosen), literal)
}

function twoReadings(chosen: ReadonlySet<number>, ranges: readonly Range[]): number[][] {
  const between = ranges.flatMap(({ from, to }) => Array.from({ length: to - from - 1 }, (_, at) => from + at))
  return [ascending(chosen), ascending(chosen).filter(index => !between.includes(index))]
}

const ascending = (chosen: ReadonlySet<number>): number[] => [...chosen].sort((a, b) => a - b)

interface Range {
  readonly from: number
  readonly to: number
  /** A dash, and not «đến». */
  readonly mayBeTwo: boolean
}

function readRange(part: readonly Token[]): Range | undefined {
  const body = part[0]?.folded === 'tu' ? part.slice(1) : part
  const [from, joint, to] = body
  if (body.length !== 3 || from === undefined || joint === undefined || to === undefined) return undefined
  const joins = /^[-–~]$/.test(joint.text) || TO.find(body, 1) !== undefined
  const isNumber = (token: Token) => token.kind === 'number' && /^\d{1,3}$/.test(token.text)
  return joins && isNumber(from) && isNumber(to)
    ? { from: Number(from.text), to: Number(to.text), mayBeTwo: part.length === 3 && joint.kind !== 'word' }
    : undefined
}
