import { chooseOne } from '../choice.ts'
import { isAside, isWhenOrCounted, textOf } from '../clauses.ts'
import { withoutCourtesy } from '../courtesy.ts'
import type { Option } from '../labels.ts'
import { Lexicon } from '../lexicon.ts'
import { ONES } from '../numerals/words.ts'
import { invalid, type Reading, read } from '../result.ts'
import { PUTS_OFF } from '../spans/operators.ts'
import { fold } from '../text.ts'
import { type Token, tokenise } from '../tokens.ts'
import { orBare } from '../without-accents.ts'
import { isLedTo } from './led-to.ts'
import { isDeed, isLoneWord } from './lone-word.ts'
import { mentionsIn } from './mentions.ts'
import { optionClauses } from './option-clauses.ts'

type Words = readonly Token[]

/** What is longer is a text. */
const WORDS_AT_MOST = 60
const UNSURE =
  /(?:^|\s)(?:hoặc|hay là|chắc|có lẽ|hình như|có thể|không biết|chưa rõ|nếu|nhưng|tạm|dự kiến|định|sẽ|nhầm|lộn|đến|tới|trừ|bỏ|ngoài)(?:\s|$)|\?|\d\s?[-–~]\s?\d/iu

/**
 * Several options that a whole sentence names: «phường em làm số 2 và số 5, mấy loại khác thì chưa», «năm nay bọn em đăng ký giải pháp, sáng kiến»,
 * «bên mình có đủ cả năm loại». Undefined where a clause that names none is no plain aside, where something is doubted, or a numeral is left over.
 */
export function choicesInClauses(typed: Words, options: readonly Option[]): Reading<number[]> | undefined {
  const line = textOf(typed)
  if (typed.length > WORDS_AT_MOST || putsOff(line) || UNSURE.test(withoutSparing(line)) || isUnsureBare(line))
    return undefined
  const { main, denied, deniedFrom } = optionClauses(typed, options)
  // «không có mô hình, giải pháp»: what is denied may go on.
  if (main.some(clause => (clause[0]?.start ?? 0) > deniedFrom)) return undefined
  const chosen = new Set<number>()
  const alls = main.filter(clause => isAll(clause, options))
  for (const [at, clause] of main.entries()) {
    const items = alls.includes(clause) ? [...options.keys()] : itemsOf(clause, at === 0, options)
    if (items === 'outOfRange') return invalid('outOfRange', { count: options.length })
    // «tổ 1, 2»: the second may be another one of those.
    const isNumbered = items?.length === 0 && clause.at(-1)?.kind === 'number'
    if (items === undefined || (isNumbered && main[at + 1]?.[0]?.kind === 'number')) return undefined
    // «1, 3, không sót cái nào»: which of all it is
    if (alls.length > 0 && items.length > 0 && items.length < options.length) return undefined
    for (const index of items) chosen.add(index)
  }
  const found = [...chosen].sort((a, b) => a - b)
  return found.length === 0 || found.some(index => denied.has(index)) ? undefined : read(found, false)
}

const putsOff = orBare(PUTS_OFF)
/** «toi», «bo», «den» are other words as often: of those without accents only what is plain. */
const UNSURE_BARE =
  /(?:^|\s)(?:hoac|hay la|chac|co le|hinh nhu|(?<!chi )co the|co the(?= \S)|khong biet|chua ro|neu|nhung|du kien|dinh them|se them|se lam|nham|tru|gan nhu|gi do|nam ngoai)(?:\s|$)/u
const isUnsureBare = (line: string): boolean => fold(line) === line.toLowerCase() && UNSURE_BARE.test(fold(line))

/** «không bỏ loại nào» leaves out nothing. */
const SPARING = /không (?:bỏ|thiếu|trừ|sót)(?: \p{L}+){0,2} nào/giu
const withoutSparing = (line: string): string => line.replace(SPARING, ' ')

const AND = new Lexicon([[true, 'và|và cả|với|cùng|cùng với|cả|lẫn|thêm|cộng|cộng thêm|kèm|kèm theo|&|+|/']])

/** What a clause names: all its parts, or all but who says it before the first; nothing, where it only tells something. */
function itemsOf(clause: Words, isFirst: boolean, options: readonly Option[]): number[] | 'outOfRange' | undefined {
  const parts = joined(clause, options)
  const items = parts.map(part => itemIn(part, options))
  if (items.includes('outOfRange')) return 'outOfRange'
  const named = items.filter(item => typeof item === 'number')
  const [first = []] = parts
  if (named.length === parts.length) return named
  // «tờ trình số 2 và số 4»
  if (
    (isFirst || parts.length > 1) &&
    first.some(({ text }, at) => /^(?:số|so)$/.test(text) && numberOf(first[at + 1]) - 1 in options)
  )
    return undefined
  // «làm cả mô hình lẫn sáng kiến»
  const isVerb = clause[first.length]?.text === 'cả' && isLoneWord(first, options)
  const isOpened =
    items[0] === undefined &&
    named.length === parts.length - 1 &&
    (isVerb || (isBare(first, options) && isFrame(first)))
  if (isOpened && (named.length > 0 || isFirst)) return named
  return parts.length === 1 && first.length > 1 && isBare(first, options) && isBeside(first) ? [] : undefined
}

/** Whether no option is named, nor resembled. */
const isBare = (words: Words, options: readonly Option[]): boolean => {
  if (isDeed(words, options)) return true
  const one = chooseOne(words, options)
  return mentionsIn(words, options).length === 0 && !one.ok && (one.kind === 'invalid' || one.candidates.length === 0)
}

/** A clause at what joins its options, but for what belongs to a label. */
function joined(clause: Words, options: readonly Option[]): Words[] {
  const labels = mentionsIn(clause, options)
  const parts: Token[][] = [[]]
  for (const [at, token] of clause.entries()) {
    const isInLabel = labels.some(({ from, to }) => at > from && at < to)
    const isJoint =
      !isInLabel && ((AND.find(clause, at) !== undefined && token.text !== 'công') || isSecondNumber(clause, at))
    if (isJoint) parts.push([])
    if (!isJoint || token.kind === 'number') parts.at(-1)?.push(token)
  }
  return parts.filter(part => withoutCourtesy(part).length > 0)
}

/** «2 4 5» */
const isSecondNumber = (words: Words, at: number): boolean =>
  words[at]?.kind === 'number' && words[at - 1]?.kind === 'number'

/** The option that a part names; undefined: none, or more than one thing. */
function itemIn(part: Words, options: readonly Option[]): number | 'outOfRange' | undefined {
  const one = chooseOne(CLOSES.test(part.at(-1)?.text ?? '') ? part.slice(0, -1) : part, options)
  if (one.ok) return isLoneWord(part, options) ? undefined : one.value
  if (one.kind === 'invalid' && one.why === 'outOfRange') return 'outOfRange'
  const [label, ...others] = mentionsIn(part, options)
  const place = label ?? numberedIn(part)
  if (place === undefined || others.length > 0) return undefined
  const { from, to, index } = place
  if (
    !isLedTo(part, place) ||
    !isFrame(part.slice(0, from)) ||
    !isBehind(part.slice(to)) ||
    isOfOther(part[to], index, options)
  )
    return undefined
  return index in options ? index : 'outOfRange'
}

const CLOSES = /^(?:nữa|thôi|luôn|á)$/

/** «phường em làm số 2 theo mẫu cũ» */
function numberedIn(part: Words): { from: number; to: number; index: number } | undefined {
  const at = part.findIndex(({ text }, place) => /^(?:số|so|mục|muc|ô|ý)$/.test(text) && isNumber(part[place + 1]))
  const number = part[at + 1]
  if (at < 0 || number === undefined || part[at + 2]?.text === 'của') return undefined
  // «tờ trình số 5»
  if (at > 0 && !CHOOSES.test(part[at - 1]?.text ?? '')) return undefined
  return { from: at, to: at + 2, index: numberOf(number) - 1 }
}

const CHOOSES =
  /^(?:làm|lam|chọn|chon|ký|ky|có|co|là|la|gồm|gom|lấy|lay|thuộc|thuoc|tích|tich|dấu|dau|vào|vao|mỗi|chỉ|loại|loai|mục|muc)$/
const isNumber = (token: Token | undefined): boolean => token?.kind === 'number' && /^\d{1,3}$/.test(token.text)
const numberOf = (token: Token | undefined): number =>
  token === undefined ? 0 : token.kind === 'number' ? Number(token.text) : (ONES.whole([token]) ?? 0)

/** «giải pháp công nghệ»: the word behind a label is one of another. */
const isOfOther = (next: Token | undefined, index: number, options: readonly Option[]): boolean =>
  next !== undefined &&
  options.some(({ label }, other) => other !== index && tokenise(label).some(({ text }) => text === next.text))

/** What may stand before an option: who chooses it and when. */
const isFrame = (words: Words): boolean => {
  const said = words.filter(({ text }) => !/^(?:mỗi|chỉ|cả|đủ)$/.test(text))
  return said.length === 0 || (!AGAINST.test(textOf(said)) && isAside(said))
}

const AGAINST =
  /(?:^|\s)(?:không|chưa|ko|chẳng|trừ|bỏ|ngoài|hỏi|muốn|định|sẽ|ngoái|trước|cũ|khác|kia|thay|(?<!chuyển )đổi|giống|như|kiểu|sau|mai|liên quan|gần)(?:\s|$)/iu

/** «mấy loại kia bên em cũng có» */
const OTHERS = /(?:^|\s)(?:các|mấy|những|cac|may|nhung) \S+(?: \S+)? kia(?:\s|$)/iu

/** «mỗi loại một cái», «đều của đoàn trường» */
const isBeside = (words: Words): boolean => {
  const said = words.filter(({ text }, at) => !(at === 0 && text === 'mỗi') && text !== 'chỉ')
  return said.length === 0 || (!OTHERS.test(textOf(said)) && isAside(said, isWhenOrCounted))
}

/** «sáng kiến về cải cách hành chính»; not «mô hình thì năm sau» */
const isBehind = (words: Words): boolean => {
  const said = withoutCourtesy(words)
  const opens = /^(?:về|cho|của|theo|ở|tại|do|trong|này|để|trên|nữa|thôi)$/.test(said[0]?.text ?? '')
  return said.length === 0 || ((opens || HAS.test(textOf(words))) && !AGAINST.test(textOf(said)) && isBeside(said))
}

/** «thì phường em có» */
const HAS =
  /^(?:thì )?(?:\p{L}+ ){0,2}(?:em|anh|chị|tôi|mình) (?:đều |cũng )?(?:có|làm|đăng ký)(?: rồi| đủ| hết| ạ| nhé)*$/iu

const THINGS = 'loại hình|hình thức|loại|mục|ý|tiêu chí|điều kiện|nội dung|yêu cầu|lựa chọn|cái|thứ|ô'
const ALL = new RegExp(
  `^(.*?)(?:^|\\s)((?:(?:có|đủ|cả|tất cả|toàn bộ|hết)\\s){1,3})(?:(?:các|những)\\s)?(?:(\\d{1,2}|${'một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười'})\\s)?(?:${THINGS})(?=\\s|$)(?: (?:nêu trên|ở trên|đã nêu|kể trên|trên|này|trong danh sách))?(.*)$`,
  'iu',
)
const EACH = new RegExp(
  `(?:^|\\s)(?:(?:${THINGS}) nào (?:cũng|đều) (?:có|đạt|đăng ký|làm|đáp ứng)|không (?:bỏ|thiếu|trừ|sót) (?:${THINGS}) nào)(?=\\s|$)`,
  'iu',
)

/** «cả 5 loại trường đều có», «tất cả các loại hình nêu trên», «không bỏ loại nào» */
function isAll(clause: Words, options: readonly Option[]): boolean {
  const line = textOf(clause)
  if (mentionsIn(clause, options).length > 0) return false
  if (EACH.test(line)) return isAsideText(line.replace(EACH, ' '))
  const [, before = '', all = '', count, behind = ''] = ALL.exec(line) ?? []
  if (all === '') return false
  const number = tokenise(count ?? '')[0]
  const isWhole = number === undefined ? /tất cả|toàn bộ/iu.test(all) : numberOf(number) === options.length
  return isWhole && isFrame(tokenise(before)) && isAsideText(behind)
}

const isAsideText = (said: string): boolean => {
  const words = tokenise(said)
  return words.length === 0 || (!AGAINST.test(said) && isAside(words, isWhenOrCounted))
}
