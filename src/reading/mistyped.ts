import { isSlipOf, nearChange } from './spans/near-numeral.ts'
import { horned, isSpelt, isSyllable, isWhole, partsOf, toneAt, toned } from './syllables.ts'
import { accentsWithin, fold } from './text.ts'

/**
 * A text with slips of the finger put right where only one word can have been meant: what is no syllable of Vietnamese and becomes one without a
 * letter that was struck twice («mốttt»), with its tone on another vowel («trịêu»), with a letter that was swallowed or exchanged («đồg»,
 * «khôgn») or as two words («mươimốt»). The same text where there are none.
 */
export const withoutSlips = (text: string): string =>
  withPlainSigns(text.normalize('NFC'))
    .replace(WORD, word => meantBy(word, repaired) ?? word)
    .replace(AFTER, 'sau')
    .replace(SHORT, word => (word[0] === 'T' ? 'Trước' : 'trước'))

/** The same for labels, where no accent may differ: only letters that were struck twice. */
export const withoutDoubles = (text: string): string =>
  text.normalize('NFC').replace(WORD, word => meantBy(word, undoubled) ?? word)

const WORD = /(?<![\p{L}./@:_-])\p{L}[\p{L}\p{M}]{1,13}(?![\p{L}\p{M}\d@_]|[./:-]\p{L})/gu
/** «sauu 30/6»: before a figure it is no six. */
const AFTER = /(?<!\p{L})sauu+(?= (?:ngày |ngay )?\d)/giu
/** «trc 30/6» */
const SHORT = /(?<![\p{L}\d./])trc(?![\p{L}\d])/giu

/** «99%%», «50%thui», «ngày 15 t9», «15/t9», «11 đ/v», «2,em gửi ảnh sau nhé» */
const withPlainSigns = (text: string): string =>
  text
    .replace(/(?<=(?:^|\s)\d{1,4} ?)đ\/v(?![\p{L}/])/giu, ' đv')
    .replace(SAID_NEXT, '$& ')
    .replace(/%(?: ?%)+/g, '%')
    .replace(/(?<=(?:^|\s)\d[\d.,]{0,8} ?%)(?=\p{L})/gu, ' ')
    .replace(/(?<=(?:^|\s)(?:ngày|ngay|hôm|hom|mùng|mung|mồng|mong)\s\d{1,2}) t(?=\d{1,2}(?![\d.,/]))/giu, ' tháng ')
    .replace(/(?<=(?:^|\s)\d{1,2})\/ ?t(?=\d{1,2}(?![\d.,]))/giu, '/')

/** A mark that closes a figure, with no space before who speaks next. */
const SAID_NEXT =
  /(?<=(?:^|\s)\d{1,3}(?: ?%)?)[,.;](?=(?:em|anh|chị|chi|ạ|nhé|nhe|còn|bên|ben|sếp|dạ|da|vâng|vang|gửi|gui|cảm|cám|cam)\s)/giu

type Repair = (word: string, isWithoutAccents: boolean) => string | undefined

const known = new Map<Repair, Map<string, string | undefined>>()
const KNOWN_AT_MOST = 4_000

function meantBy(word: string, repair: Repair): string | undefined {
  // «ATTT» is short for other words, and «quýIII» has a figure.
  if ((isBare(word) && word === word.toUpperCase()) || /\p{Ll}[IVX]+$/u.test(word)) return undefined
  const small = word.normalize('NFC').toLowerCase()
  const seen = known.get(repair) ?? new Map<string, string | undefined>()
  if (!seen.has(small)) {
    if (seen.size >= KNOWN_AT_MOST) seen.clear()
    known.set(repair, seen.set(small, ROMAN.test(small) || isSyllable(small) ? undefined : repair(small, isBare(word))))
  }
  const meant = seen.get(small)
  if (meant === undefined || word === small) return meant
  return word === word.toUpperCase() ? meant.toUpperCase() : `${meant.charAt(0).toUpperCase()}${meant.slice(1)}`
}

const isBare = (word: string): boolean => /^[a-z]+$/i.test(word)

/** Whether a word is one of a figure with a slip of the finger: it is asked about, however plain it looks. */
export const isGarbledNumeral = (word: string): boolean => {
  const small = word.normalize('NFC').toLowerCase()
  return !isSyllable(small) && isOfFigure(likeliest(small, isBare(small)))
}

function repaired(word: string, isWithoutAccents: boolean): string | undefined {
  const only = likeliest(word, isWithoutAccents)
  // «mườiạ» cannot be anything else.
  if (only === `${word.slice(0, -1)} ạ`) return only
  return only === undefined || isOfFigure(only) || isOtherFigure(word, only) ? undefined : only
}

function likeliest(word: string, isWithoutAccents: boolean): string | undefined {
  const lengthened = LENGTHENED.exec(word)
  if (lengthened !== null) return isWithoutAccents ? lengthened[1] : lengthened[1] && once(lengthened[1])
  const oneWord = isWithoutAccents
    ? shortened(word)
    : [...shortened(word), ...retoned(word), ...respelt(word), ...withKey(word)]
  const meant = oneWord.length > 0 ? oneWord : isWithoutAccents ? twoNumerals(word) : twoWords(word)
  return onlyOf(meant)
}

function onlyOf(meant: readonly string[]): string | undefined {
  const [only, ...others] = new Set(meant)
  return others.length === 0 ? only : undefined
}

/** «tirệu», «mưôi»: what may be a numeral, or a word that changes one, is put right to one of them or stays as it is, to be asked about. */
const isOtherFigure = (word: string, meant: string): boolean =>
  (isSlipOf(word) && !NUMERALS.test(meant)) || (nearChange(word) && !nearChange(meant))

const NUMERALS =
  /^(?:một|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|trăm|nghìn|ngàn|triệu|tỷ|tỉ|chục|rưỡi|phẩy|lẻ|linh|đồng)$/

/** «triệu», «muoi»: without accents, too. */
const isOfFigure = (word: string | undefined): boolean =>
  word !== undefined && (COUNTS.test(word) || NUMERAL.test(word) || /^(?:ti|chuc|phay)$/.test(word))

const COUNTS =
  /^(?:một|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|trăm|nghìn|ngàn|triệu|tỷ|tỉ|chục|rưỡi|phẩy)$/

const undoubled: Repair = word => (LENGTHENED.test(word) ? undefined : onlyOf(shortened(word)))

const once = (word: string): string => (isSyllable(word) ? word : (repaired(word, false) ?? word))

/** «VIII» */
const ROMAN = /^[ivxlcdm]+$/
/** «koooo», «chưaaa» */
const LENGTHENED = /^((?!a|(\p{L})\2)\p{L}+?(\p{L}))\3{2,}$/u

/** Without what was struck twice at the end, or within: «mườii», «quyý», «trrăm». */
function shortened(word: string): string[] {
  const [last = '', before = ''] = [...word].toReversed()
  const start = word.slice(0, -last.length)
  const ends = fold(last) === fold(before) ? [start, `${start.slice(0, -before.length)}${last}`] : []
  const within = isBare(word) ? [] : [word.replace(/([^\Waeiouy])\1/u, '$1'), word.replace(/(\p{L})\1/u, '$1')]
  // «hhai», «ttam»
  const numeral = isBare(word) ? [word.replace(/(\p{L})\1/u, '$1')].filter(one => NUMERAL.test(one)) : []
  const found = [...ends, ...within, ...numeral].filter(one => one !== word && isSyllable(one))
  // «quyý»: the one with its accents is meant.
  const marked = found.filter(one => one !== fold(one))
  return marked.length > 0 ? marked : found
}

/** «trịêu», «đựơc», «mừoi»: words of figures, days and answers. In a label no accent may differ. */
function retoned(word: string): string[] {
  const parts = partsOf(word)
  if (parts === undefined || parts.tone === '') return []
  const letters = horned(parts.letters)
  const meant = isSpelt(letters) ? toned(letters, parts.tone, toneAt(letters)) : ''
  return isSyllable(meant) && MEANT.some(one => accentsWithin(meant, one)) ? [meant] : []
}

const MEANT =
  'một hai ba bốn tư năm lăm sáu bảy tám chín mười mươi mốt trăm nghìn ngàn triệu tỷ chục rưỡi phẩy phần đồng ngày tháng quý tuần hôm trước sau đến cuối đầu nửa hơn dưới gần khoảng rồi được đã có chưa không đúng chuẩn nhất trí vâng hoàn thành'.split(
    ' ',
  )

/** «đồg», «khôgn», «tíhch»; «htực», «hpường» */
function respelt(word: string): string[] {
  const ends: readonly (readonly [RegExp, string])[] = [
    [/(?<=[^n])g$/u, 'ng'],
    [/gn$/u, 'ng'],
    [/hn$/u, 'nh'],
    [/hc$/u, 'ch'],
    [/^ht/u, 'th'],
    [/^hp/u, 'ph'],
    [/^hc/u, 'ch'],
    [/^hn/u, 'nh'],
    [/^hk/u, 'kh'],
    [/^gn/u, 'ng'],
    [/^rt/u, 'tr'],
  ]
  return ends.map(([wrong, right]) => word.replace(wrong, right)).filter(one => one !== word && isSyllable(one))
}

/** «bôns», «đươcj»: the key of the tone was left behind the word. */
function withKey(word: string): string[] {
  const [, letters = '', key = ''] = /^(.*\p{L})([sfrxj])\2?$/u.exec(word) ?? []
  if (partsOf(letters)?.tone !== '' || !isSpelt(letters)) return []
  return [toned(letters, KEYS[key] ?? '', toneAt(letters))].filter(isSyllable)
}

const KEYS: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' }

/** «mươimốt», «côngnghệ», «cóạ»; «bảnghi» may be two of them. A numeral is taken out of a word only beside another one. */
const twoWords = (word: string): string[] => {
  const said = word.slice(0, -1)
  if (word.endsWith('ạ') && isWhole(said)) return [`${said} ạ`]
  return splits(word)
    .filter(halves => halves.every(half => half.length > 1 && isWhole(half) && !DECIDES.test(half)))
    .filter(halves => halves.every(half => NUMERALS.test(half)) || !halves.some(half => MAY_COUNT.test(fold(half))))
    .map(([one, other]) => `${one} ${other}`)
}

/** «chưaAn»: what would decide an answer is not taken out of a word. */
const DECIDES = /^(?:chưa|không|chẳng|có|đã|rồi|được|đúng|sai)$/

const MAY_COUNT =
  /^(?:mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|muoi|tram|nghin|ngan|trieu|ty|ti|chuc|ruoi|van|phay|le|linh)$/

/** «haimuoi»: without accents only what can be nothing but a numeral. */
const twoNumerals = (word: string): string[] =>
  splits(word)
    .filter(([one, other]) => NUMERAL.test(one) && NUMERAL.test(other) && (SCALE.test(one) || SCALE.test(other)))
    .map(([one, other]) => `${one} ${other}`)

const NUMERAL = /^(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|nghin|ngan|trieu|ty|ruoi)$/
const SCALE = /^(?:muoi|tram|nghin|trieu|ruoi)$/

const splits = (word: string): [string, string][] =>
  [...word].flatMap((_, at) => (at > 0 ? [[word.slice(0, at), word.slice(at)] as [string, string]] : []))
