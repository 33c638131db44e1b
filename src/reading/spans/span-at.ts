import { Lexicon } from '../lexicon.ts'
import { quantityOf, readQuantity } from '../numerals/quantity.ts'
import { ONES } from '../numerals/words.ts'
import type { Token } from '../tokens.ts'
import { isNoNumeral, isOtherWord } from './accented.ts'
import { amountAt, amountInUnitAt } from './amount.ts'
import { isCalledMai, isCapitalName } from './capital-name.ts'
import { dayAt } from './day.ts'
import { isDoubtfulNumeral } from './doubtful-numeral.ts'
import { labelAt, paperAt, targetAt, timeAt } from './names-of-numbers.ts'
import { OPERATORS, SIGN_OPERATORS } from './operators.ts'
import { periodAt } from './period.ts'
import { placeAt } from './place.ts'
import { DONG, FILLERS, FIXED_PHRASES, NOUNS, YES_WORDS } from './plain-words.ts'
import type { Edge, Meaning } from './span.ts'
import { telephoneAt } from './telephone.ts'
import { type Found, yearAt } from './year.ts'

type Readings = Found<readonly Meaning[]>

const EDGES = new Lexicon<Edge>([
  ['from', 'từ|kể từ|bắt đầu từ|tính từ|từ ngày'],
  ['until', 'đến|tới|tính đến|cho đến|đến hết|tính đến hết|đến ngày|tính tới|cho tới'],
  ['before', 'trước|trước khi'],
  ['after', 'sau|sau khi'],
])
const UNTIL_NOW = new Lexicon([
  [
    true,
    'đến nay|tính đến nay|tới nay|tính tới nay|đến hôm nay|tính đến hôm nay|đến thời điểm này|đến thời điểm hiện tại|tính đến thời điểm hiện tại|cho đến nay|đến giờ',
  ],
])
/** «trong năm có 12 sáng kiến»: a year, not five. */
const IN_YEAR = new Lexicon([[true, 'trong năm']])
const COUNTED = new Lexicon([[true, 'số|tổng|tổng số|số lượng|tổng cộng']])
const NONE = new Lexicon([[true, 'nào|mô']])

/** All readings of what begins at a token: the longest wins, and of equal length the likeliest is first. */
export function spanAt(tokens: readonly Token[], at: number): Readings {
  const token = tokens[at]
  if (token?.kind === 'word' && (isCapitalName(tokens, at) || isCalledMai(tokens, at))) return one({ is: 'name' }, 1)
  if (isWe(tokens, at)) return one({ is: 'filler' }, 2)
  const telephone = telephoneAt(tokens, at)
  if (telephone !== undefined) return one({ is: 'label', noun: 'điện thoại' }, telephone)
  const named = amountInUnitAt(tokens, at) ?? paperAt(tokens, at) ?? targetAt(tokens, at) ?? timeAt(tokens, at)
  if (named !== undefined) return one(named.value, named.length)
  const phrase = phraseAt(tokens, at)
  const said = longest([dayReading(tokens, at), periodReading(tokens, at), placeAt(tokens, at)])
  if (said !== undefined && said.length > (phrase?.length ?? 0)) return withAmount(said, tokens, at)
  const label = labelAt(tokens, at)
  if (label !== undefined && label.length >= (phrase?.length ?? 0)) return one(label.value, label.length)
  if (phrase !== undefined && (phrase.length > 1 || isBeforeFigure(tokens, at))) return phrase
  const fraction = fractionAt(token?.text ?? '')
  if (fraction !== undefined) return fraction
  if (said !== undefined) return withAmount(said, tokens, at)
  const amount = isLetterOfWord(token) || isNoNumeral(tokens, at) ? undefined : amountAt(tokens, at)
  if (amount?.length === 1 && isDoubtfulNumeral(tokens, at)) return one(garbled(amount.value), 1)
  if (amount !== undefined) return one(amount.value, amount.length)
  if (phrase !== undefined) return phrase
  return one(token?.kind === 'sign' ? signOf(tokens, at) : { is: 'word' }, 1)
}

const garbled = (meaning: Meaning): Meaning =>
  meaning.is === 'number' ? { ...meaning, quantity: { ...meaning.quantity, garbled: true } } : meaning

const one = (meaning: Meaning, length: number): Readings => ({ value: [meaning], length })

function dayReading(tokens: readonly Token[], at: number): Found<Meaning> | undefined {
  const day = dayAt(tokens, at)
  if (day === undefined) return undefined
  const { value } = day
  const isBare = tokens[at]?.kind === 'number' && (value.is !== 'day' || (value.year === undefined && day.length <= 3))
  const isYearless = value.is === 'day' && value.year === undefined
  const mayBeMore = isYearless && !/^[/\\⁄∕]$/.test(tokens[at + 1]?.text ?? '') && !isLed(tokens, at)
  return { value: { is: 'day', day: value, isFirm: !isBare && !mayBeMore, mayBeMore }, length: day.length }
}

/** «ngày 5 tháng 3», «mùng 5/3», «hạn giải ngân ba mươi tháng chín» */
const isLed = (tokens: readonly Token[], at: number): boolean =>
  /^(?:ngay|ng|mung|mong|hom)$/.test(tokens[at]?.folded ?? '') ||
  [1, 2, 3, 4].some(back => tokens[at - back]?.text === 'hạn' && tokens[at - back - 1]?.text !== 'đúng')

function periodReading(tokens: readonly Token[], at: number): Found<Meaning> | undefined {
  const period = periodAt(tokens, at)
  return period && { value: { is: 'period', period: period.value }, length: period.length }
}

function longest(found: readonly (Found<Meaning> | undefined)[]): Readings | undefined {
  const said = found.filter(one => one !== undefined)
  const length = Math.max(0, ...said.map(one => one.length))
  const value = said.filter(one => one.length === length).map(one => one.value)
  return value.length === 0 ? undefined : { value, length }
}

/** A day or a period in figures may be a ratio or a number as well: «5/8», «10-12», «12 tháng». */
function withAmount(said: Readings, tokens: readonly Token[], at: number): Readings {
  const amount = tokens[at]?.kind === 'number' ? amountAt(tokens, at) : undefined
  if (amount === undefined || amount.length < said.length) return said
  if (amount.length > said.length) {
    const isSure = said.value.some(meaning => meaning.is === 'day' && meaning.isFirm)
    return isSure ? said : one(amount.value, amount.length)
  }
  return { value: [...said.value, amount.value], length: said.length }
}

/** The longest phrase that is no numeral. */
function phraseAt(tokens: readonly Token[], at: number): Readings | undefined {
  const longestOperator = OPERATORS.find(tokens, at)
  const meant = longestOperator && isOnly(tokens, at) ? OPERATORS.find(tokens.slice(at, at + 1), 0) : longestOperator
  const operator = meant && isOtherWord(tokens, at, meant) ? undefined : meant
  const fixed = fixedAt(tokens, at)
  const edge = EDGES.find(tokens, at)
  const filler = FILLERS.find(tokens, at)
  const noun = NOUNS.find(tokens, at)
  const dong = DONG.find(tokens, at)
  const now = UNTIL_NOW.find(tokens, at)
  const inYear = yearAt(tokens, at + 1, false) ? undefined : IN_YEAR.find(tokens, at)
  const found: (Found<Meaning> | undefined)[] = [
    now && { value: untilNow, length: now.length },
    inYear && { value: { is: 'filler' }, length: inYear.length },
    filler && { value: fillerOf(tokens, at), length: filler.length },
    fixed && { value: { is: 'filler' }, length: fixed.length },
    operator && { value: { is: 'operator', operator: operator.meaning }, length: operator.length },
    edge && { value: { is: 'edge', edge: edge.meaning }, length: edge.length },
    noun && { value: { is: 'noun' }, length: noun.length },
    NONE.find(tokens, at) && { value: { is: 'none' }, length: 1 },
    dong && { value: { is: 'sign', sign: 'đồng' }, length: dong.length },
  ]
  const all = longest(found)
  // Without accents «du 3» may be «đủ 3» or «dư 3», «cong 3» công or cộng: what changes the figure is believed.
  const isOpen = all?.length === 1 && /^(?:du|thua|cong)$/.test(tokens[at]?.text ?? '') && opensFigure(tokens, at + 1)
  const first = (isOpen ? all?.value.find(({ is }) => is === 'operator') : undefined) ?? all?.value[0]
  return all && first && { value: [first], length: all.length }
}

/** «còn mỗi khu 7»: no more than that, and no each. */
const isOnly = (tokens: readonly Token[], at: number): boolean =>
  /^(?:mỗi|moi)$/.test(tokens[at]?.text ?? '') &&
  /^(?:còn|thiếu|sót|vướng|chỉ|con|thieu|sot|vuong|chi)$/.test(tokens[at - 1]?.text ?? '')

const opensFigure = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' || readQuantity(tokens, at) !== undefined

/** «gửi sau»; not «xin gửi sau 17/6», where the word belongs to the day. */
function fixedAt(tokens: readonly Token[], at: number): { length: number } | undefined {
  const found = FIXED_PHRASES.find(tokens, at)
  // «số 1 của phường» is no «1 cửa».
  if (found?.isMisspelt) return undefined
  const isAfter = found && found.length > 1 && /^(?:sau|năm|nam)$/.test(tokens[at + found.length - 1]?.text ?? '')
  // Without accents «12 ty tu chu» may be 12,4 tỷ.
  if (found && !found.isExact && tokens[at]?.folded === 'tu' && isAfterNumeral(tokens[at - 1])) return undefined
  return isAfter && tokens[at + found.length]?.kind === 'number' ? undefined : found
}

const isAfterNumeral = (token: Token | undefined): boolean =>
  token?.kind === 'number' || /^(?:ty|ti|trieu|tr|nghin|ngan|tram|muoi|chuc|phay|le|linh|va)$/.test(token?.folded ?? '')

const untilNow: Meaning = { is: 'day', day: { is: 'offset', days: 0 }, isFirm: true, mayBeMore: false, edge: 'until' }

const fillerOf = (tokens: readonly Token[], at: number): Meaning =>
  YES_WORDS.find(tokens, at)
    ? { is: 'polarity', says: 'yes' }
    : COUNTED.find(tokens, at)
      ? { is: 'filler', counts: true }
      : { is: 'filler' }

/** Without accents «tam 80» is tầm, «tam muoi» is tám mươi; «tu 10» is từ, «tư» is four. */
function isBeforeFigure(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? ''
  const next = tokens[at + 1]
  // «mong» is mồng before a figure only.
  if (text === 'mong') return next?.kind !== 'number' && ONES.find(tokens, at + 1) === undefined
  // «sau điều chỉnh»; «sau trăm» and «sau ạ» are six.
  const isAfter =
    next !== undefined &&
    next.text !== next.folded &&
    !/^(?:a|nhe|nha|da|tram|muoi|trieu|ty|nghin|ngan|phay|ruoi|cai|dong|phan)$/.test(next.folded)
  if (text === 'sau' && isAfter) return true
  if (text === 'sau') return next?.kind === 'number' || /^(?:ngày|khi|ban)$/.test(next?.text ?? '')
  if (text === 'tu' && (dayAt(tokens, at + 1) ?? periodAt(tokens, at + 1))) return true
  return text === 'từ' || ((text === 'tam' || text === 'tu') && next?.kind === 'number')
}

/** «bon em nop roi», «bon minh dem lai»: bọn, and no four, where a clause opens with it and no noun follows. */
const isWe = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'bon' &&
  /^(?:em|minh|toi|chung|anh|chi)$/.test(tokens[at + 1]?.folded ?? '') &&
  (tokens[at + 2]?.kind === 'word' || /^(?:minh|toi|em)$/.test(tokens[at + 1]?.folded ?? '')) &&
  tokens[at + 2]?.folded !== 'em' &&
  !NOUNS.find(tokens, at + 2) &&
  (at === 0 ||
    tokens[at - 1]?.kind === 'sign' ||
    /^(?:da|vang|thi|cua|ben|nay|qua|kia|oi|roi)$/.test(tokens[at - 1]?.folded ?? ''))

/** «12a» is no numeral with a word of courtesy. */
const isLetterOfWord = (token: Token | undefined): boolean => token?.text === 'a' && token.glued

/** Word writes «½» for 1/2, which may be a share or a day. */
const FRACTIONS: Readonly<Record<string, readonly [number, number]>> = { '½': [1, 2], '¼': [1, 4], '¾': [3, 4] }

function fractionAt(sign: string): Readings | undefined {
  const [top, bottom] = Object.hasOwn(FRACTIONS, sign) ? (FRACTIONS[sign] ?? []) : []
  if (top === undefined || bottom === undefined) return undefined
  const day = { is: 'day', day: top, month: bottom, literal: false } as const
  const value: Meaning[] = [
    { is: 'day', day, isFirm: false, mayBeMore: false },
    { is: 'ratio', numerator: quantityOf(top), denominator: quantityOf(bottom), literal: false },
  ]
  return { value, length: 1 }
}

function signOf(tokens: readonly Token[], at: number): Meaning {
  const sign = tokens[at]?.text ?? ''
  const next = tokens[at + 1]
  const isApart = at === 0 || (tokens[at]?.glued === false && tokens[at - 1]?.kind === 'word')
  if (/^[-–−]$/.test(sign) && isApart && next?.kind === 'number' && next.glued)
    return { is: 'operator', operator: 'minus' }
  if (sign === '~' && next?.kind === 'number' && tokens[at - 1]?.kind !== 'number')
    return { is: 'operator', operator: 'approx' }
  if (sign === '=' && at === 0) return { is: 'sign', sign }
  const operator = SIGN_OPERATORS[sign]
  return operator === undefined ? { is: 'sign', sign } : { is: 'operator', operator }
}
