import { chooseOne, isOfLabel } from './choice.ts'
import { textOf } from './clauses.ts'
import { withoutCourtesy } from './courtesy.ts'
import { type Option, wholeLabel } from './labels.ts'
import { isLeftOpen } from './left-open.ts'
import { Lexicon } from './lexicon.ts'
import { ONES } from './numerals/words.ts'
import { withoutTalk } from './of-the-reply.ts'
import { beginsAll, countOf, isAll, isAllByCount, withoutRemark, withoutThings } from './options/all.ts'
import { allBut } from './options/all-but.ts'
import { choicesInClauses } from './options/choices-in-clauses.ts'
import { collect } from './options/collect.ts'
import { EXCEPT } from './options/except.ts'
import { ownReasonAt } from './options/option-clauses.ts'
import { beforeRemarks } from './options/option-remark.ts'
import { segments } from './options/segments.ts'
import { isNotNow, isOtherWord, mayBeFewer } from './options/undecided.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { MAX_SHORT_ANSWER } from './text.ts'
import { ticked } from './ticked.ts'
import { type Token, tokenise } from './tokens.ts'

/** Said before a list, and chooses nothing. */
const OPENS = new Lexicon([
  [
    true,
    'đơn vị|đơn vị em|phường em|phòng em|bên em|em|tôi|đăng ký|đăng ký các|chọn|chọn các|em chọn|chọn các mục|chọn các số|chọn các ý|các mục|các số|các ý|gồm|gồm có|là|có',
  ],
])
const CLOSES = new Lexicon([[true, 'nữa|thôi|luôn|á|hết']])
const AGAINST = new Lexicon([[true, 'trừ|không|ko|hoặc|hay|chắc|có lẽ|ngoại trừ|bỏ|gì đó|gì đấy|gì nữa']])

/**
 * Several of the options: «1, 3 và 5», «1 3», «1-3», «tất cả», labels, also inside a sentence. The value is the indexes from 0, ascending, without repeats.
 */
export function readChoices(typed: string, options: readonly Option[]): Reading<number[]> {
  const asked = withoutTalk(typed).replace(AS_WELL, ' $1 và ')
  const behind = TOGETHER.exec(asked.slice(-MAX_SHORT_ANSWER))
  const before = SO_MANY.exec(asked.slice(0, MAX_SHORT_ANSWER))
  const together = behind ?? before
  const text = behind ? asked.slice(0, -behind[0].length) : before ? asked.slice(before[0].length) : asked
  const chosen = chosenIn(text, options)
  if (together && (!chosen.ok || chosen.value.length !== countIn(together[1] ?? together[2] ?? '')))
    return ask('unsure')
  const isOpen =
    (chosen.ok && chosen.value.length < options.length && holdsAll(text)) ||
    isLeftOpen(text) ||
    isNotNow(text) ||
    (chosen.ok && isOtherWord(text)) ||
    (chosen.ok && chosen.value.length > 1 && mayBeFewer(text))
  return chosen.ok && isOpen ? ask('unsure', [chosen.value]) : chosen
}

const countIn = (said: string): number | undefined => (/\d/.test(said) ? Number(said) : ONES.whole(tokenise(said)))

/** «mô hình với sáng kiến, phường chị có cả hai»: how many of the options were named, and no option. */
const TOGETHER =
  /[,;.] ?(?:(?!trừ|không)\p{L}+ ){0,4}(?:có|làm|chọn|đăng ký|đủ|lấy) (?:đủ )?cả (hai|ba|bốn)(?: (?:ạ|nhé|nha|luôn|đấy|em|chị|anh|cháu))*[.!]?$/iu

/** «năm nay bọn mình đăng ký ba loại là giải pháp, sáng kiến với cách làm hay» */
const SO_MANY =
  /^(?:(?!trừ|không|chưa|thiếu|chọn được)\p{L}+ ){0,6}?(?:(?:cả |đủ )?(hai|ba|bốn|2|3|4) (?:loại hình|loại|mục|hình thức|thứ|nội dung|ý)(?: đó| này| thôi)?(?: là| gồm| gồm có)?(?:: ?| )|(?:cả|đủ) (hai|ba|bốn)(?: là)?: ?)(?=\S)/iu
/** «vừa có mô hình vừa có sáng kiến» */
const AS_WELL = /(?:^|\s)vừa (?:(?:là|có|làm) )?([^,;.]{2,60}?),? vừa (?:(?:là|có|làm) )?/iu

/** «1, 3, cả năm», «1, 3, đủ hết»: all of them are chosen beside some. */
const holdsAll = (text: string): boolean => {
  const clauses = text.length > MAX_SHORT_ANSWER ? [] : text.split(/[,;.\r\n]+\s*/)
  const alls = clauses.map(clause => withoutThings(withoutCourtesy(tokenise(clause))))
  const words = tokenise(clauses.join(' '))
  const isExcepting = words.some((_, at) => EXCEPT.find(words, at) !== undefined)
  return clauses.length > 1 && !isExcepting && alls.some(words => isAll(words) || isAllByCount(words))
}

function chosenIn(text: string, options: readonly Option[]): Reading<number[]> {
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
  const words = tokenise(text.replace(/(^|[\r\n])[ \t]*[-+•*]\s+/g, '$1').replace(/[\r\n]+/g, ' ; ')).flatMap(
    splitByComma,
  )
  const all = wholeLabel(words, options).length > 0 ? words : withoutCourtesy(words)
  // «tu 1 den 3»: no «tư» before a number.
  const plain = all.filter(({ text }, at) => text !== 'tu' || all[at + 1]?.kind !== 'number')
  const tokens = withoutThings(withoutFrame(withoutRemark(plain), options))
  if (tokens.length === 0) return invalid('empty')
  const one = chooseOne(tokens, options)
  if (one.ok) return read([one.value], one.literal)
  if (tokens.some(token => token.text === '?')) return ask('unsure')
  const everything = options.map((_, index) => index)
  if (isAll(tokens)) return read(everything, false)
  if (isAllByCount(tokens)) return countOf(tokens) === options.length ? read(everything, false) : ask('twoReadings')
  const others = allBut(tokens, options)
  if (others !== undefined) return read(others, false)
  if (tokens.some((_, at) => AGAINST.find(tokens, at) !== undefined && !isOfLabel(tokens, at, options)))
    return ask('unsure')
  const only = tokens[0]
  if (tokens.length === 1 && only?.kind === 'number') return crowded(only.text, options)
  return collect(segments(tokens, options), options, one.kind === 'ask')
}

/** «1,3» is one number token; in a list its comma separates. */
function splitByComma(token: Token): Token[] {
  if (token.kind !== 'number' || !token.text.includes(',') || token.text.includes('.')) return [token]
  return token.text.split(',').flatMap((part, at) => {
    const number = { ...token, text: part, raw: part, folded: part }
    return at === 0 ? [number] : [{ ...number, kind: 'sign' as const, text: ',', raw: ',', folded: ',' }, number]
  })
}

/** «Đơn vị đăng ký Mô hình và Sáng kiến.»; a word that opens a label stays. */
function withoutFrame(tokens: readonly Token[], options: readonly Option[]): readonly Token[] {
  const opening = OPENS.find(tokens, 0)
  const rest = tokens.slice(opening?.length ?? 0)
  const isLabel = chooseOne(tokens.slice(0, (opening?.length ?? 0) + 1), options).ok
  if (opening !== undefined && rest.length > 1 && !isLabel) return withoutFrame(rest, options)
  const isClosed = tokens.length > 2 && CLOSES.whole(tokens.slice(-1)) === true && !beginsAll(tokens)
  return isClosed ? withoutFrame(withoutCourtesy(tokens.slice(0, -1)), options) : tokens
}

/** «135» or «1.3»: figures run together are offered apart. */
function crowded(text: string, options: readonly Option[]): Reading<number[]> {
  const figures = [...new Set(text.replace(/\D/g, ''))].map(figure => Number(figure) - 1)
  const fits = figures.length > 1 && figures.every(index => index in options)
  return fits ? ask('garbled', [figures.sort((a, b) => a - b)]) : invalid('outOfRange', { count: options.length })
}
