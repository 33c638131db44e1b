import { textOf } from './clauses.ts'
import { affirmed } from './contrast.ts'
import { withoutCourtesy } from './courtesy.ts'
import {
  holdsLabel,
  inLabels,
  inOrder,
  matching,
  type Option,
  ofSameLetters,
  oneOf,
  standsIn,
  WORDS_AT_MOST,
  wholeLabel,
} from './labels.ts'
import { Lexicon } from './lexicon.ts'
import { withoutDoubles } from './mistyped.ts'
import { isDeed } from './options/lone-word.ts'
import { nearly } from './options/near-label.ts'
import { readNumberToken } from './options/option-number.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { writtenOut } from './short-forms.ts'
import { withoutKeys } from './telex.ts'
import { fold, MAX_SHORT_ANSWER, withoutBullet } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

const LEAD = new Lexicon([
  // «chỉ tiêu 7» names a target, not the seventh line.
  [false, 'chỉ tiêu'],
  [
    true,
    'thuộc|thuộc lĩnh vực|nội dung|nội dung số|đây là|số|câu|chọn|phương án|mục|ý|đáp án|lựa chọn|cái|thứ|là|option|em chọn|tôi chọn|loại|dòng|phím|#|(|lĩnh vực|chọn số|chọn câu|lv|ý em là|ý em|ý tôi là|ý tôi|cái số|chỉ|chỉ có|chỉ chọn|ô|ô số|đánh dấu|tick|tích|khoanh|bấm|nhấn|tự đánh giá|tự chấm|xếp loại|lấy|trả lời|đánh giá|em chọn số|thuộc loại|chấm|mức|đạt mức|đạt loại|đổi lại là|sửa lại là|chọn lại là|đổi thành|sửa thành|đổi sang|chọn lại',
  ],
])
const DOUBT = new Lexicon([
  [true, 'chắc|có lẽ|hình như|có thể|hay|hoặc|không phải|trừ|không|ko|k|khoảng|tầm|chưa|nghĩ'],
])

/** The first and the last, however many there are. */
const ENDS = new Lexicon<'first' | 'last'>([
  ['first', 'đầu tiên|đầu|trên cùng'],
  ['last', 'cuối cùng|cuối|sau cùng|dưới cùng|chót'],
])
/** One of the options, by number, «số 2», label, alias, or the start of one label; the value is the index from 0. */
export function readChoice(text: string, options: readonly Option[]): Reading<number> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const meantText = withoutDoubles(withoutKeys(withoutBullet(text.normalize('NFC'))))
  const typed = tokenise(meantText)
  // «sáng kiến chứ không phải giải pháp»: what is taken back has to be one of the options too.
  const meant = POINTED.test(meantText)
    ? typed
    : affirmed(typed, words => {
        const found = words.length > WORDS_AT_MOST ? undefined : chooseOne(withoutInsisting(words), options)
        return found?.ok ? [['option']] : []
      })
  const reading = chooseOne(withoutInsisting(meant), options)
  return reading.ok && (meant !== typed || meantText !== text.normalize('NFC')) ? read(reading.value, false) : reading
}

/** «số 4 ấy», «cái số 4 kia kìa» */
const POINTS = /^(?:ấy|đấy|đó|kia|kìa|này|nè)$/
/** «số 5 ấy, giải pháp»: pointed at, and no «ấy» of a slip. */
const POINTED = /[\p{L}\d] ấy(?: (?:em|anh|chị|ạ|nhé))* ?[,;]/iu
/** The whole reform, and no field of it. */
const IN_GENERAL = /^(?:cai cach hanh chinh|cchc)$/

/** «xuất sắc cơ» */
const withoutInsisting = (words: readonly Token[]): readonly Token[] =>
  words.length > 1 && words.at(-1)?.text === 'cơ' ? words.slice(0, -1) : words

/** `readChoice` on tokens. */
export function chooseOne(typed: readonly Token[], options: readonly Option[]): Reading<number> {
  const one = chosenBy(typed, options)
  return one.ok && isDeed(typed, options) ? ask('garbled', [one.value]) : one
}

function chosenBy(typed: readonly Token[], options: readonly Option[]): Reading<number> {
  // «da dat» is «Đã đạt» before it is «dạ, đạt».
  const tokens = wholeLabel(typed, options).length > 0 ? typed : withoutCourtesy(typed)
  if (tokens.length === 0) return invalid('empty')
  const byLabel = wholeLabel(tokens, options)
  const body = withoutLead(tokens)
  if (IN_GENERAL.test(fold(textOf(tokens))) && byLabel.length === 0) return ask('startAmbiguous')
  const number = readNumberToken(body)
  if (
    number !== undefined &&
    body.slice(number.length).every(({ text }) => body[0]?.kind === 'number' && POINTS.test(text))
  )
    return byNumber(number.value, byLabel, options)
  if (byLabel.length > 0) return oneOf(byLabel, true)
  const end = ENDS.whole(body) ?? ENDS.whole(withoutFiller(body))
  // «cuối cùng» alone may be «at last», «câu cuối» is a question.
  if (end !== undefined && options.length > 1)
    return body.length < tokens.length && tokens[0]?.folded !== 'cau'
      ? read(end === 'first' ? 0 : options.length - 1, false)
      : ask('unsure')
  if (body.some(token => token.text === '?')) return ask('unsure')
  if (number !== undefined) return numberAndMore(number.value, body.slice(number.length), options)
  if (body.length === 0) return invalid('noAnswer')
  if (body.length < tokens.length) {
    const again = wholeLabel(body, options)
    if (again.length > 0) return oneOf(again, false)
    // «cái cách …» is «cải cách …» with a wrong accent rather than «cái» and a label.
    const alike = ofSameLetters(writtenOut(tokens)[0] ?? '', options)
    if (alike.length > 0) return inLabels(writtenOut(tokens), options) ?? ask('garbled', alike)
  }
  return byStart(body, options)
}

function byNumber(value: number, byLabel: readonly number[], options: readonly Option[]): Reading<number> {
  const index = value - 1
  // Labels that are figures themselves: «2» may be the second option or the one called 2.
  if (byLabel.some(label => label !== index))
    return ask(
      'twoReadings',
      [...new Set([index, ...byLabel])].filter(at => at in options),
    )
  return index >= 0 && index < options.length ? read(index, true) : invalid('outOfRange', { count: options.length })
}

function numberAndMore(value: number, rest: readonly Token[], options: readonly Option[]): Reading<number> {
  // No label is that long; a run of figures would only be read again and again.
  if (rest.length > 40) return ask('garbled')
  const label = rest[0]?.kind === 'sign' ? rest.slice(1) : rest
  const named = label.length > 0 ? chooseOne(label, options) : undefined
  const index = value - 1
  if (named?.ok === true && named.value === index && label[0]?.kind === 'word') return read(index, false)
  if (named?.ok === true)
    return ask(
      label[0]?.kind === 'word' ? 'contradiction' : 'severalValues',
      [index, named.value].filter(at => at in options),
    )
  if (label.length === 0 && rest[0]?.text === ')' && index in options) return read(index, true)
  if (index in options) return ask('garbled', [index])
  // «số 9 c»: said to somebody, and no letter of the number.
  const isSaidTo = label.length === 1 && /^[ace]$/.test(label[0]?.text ?? '') && label[0]?.glued === false
  return isSaidTo ? invalid('outOfRange', { count: options.length }) : ask('garbled')
}

function withoutLead(tokens: readonly Token[]): readonly Token[] {
  let at = 0
  for (;;) {
    const lead = LEAD.find(tokens, at)
    if (lead?.meaning) at += lead.length
    else if (/^[#(]$/.test(tokens[at]?.text ?? '')) at += 1
    else break
  }
  const end = at > 0 && tokens.at(-1)?.text === ')' ? tokens.length - 1 : tokens.length
  return tokens.slice(at, end)
}

/** Words around a label that choose nothing. */
const FILLER = new Lexicon([
  [
    true,
    'cải cách|công tác|mảng|bên|phần|nó thuộc|đây là|phát trên|đăng trên|phát sóng trên|đăng ở|ấy|của phường em|của xã em|của đơn vị em|của phòng em|của bên em|của cơ quan em|của phường|của xã|của đơn vị|của phòng|của bên|của cơ quan|đi|đó|đấy|này|thôi|luôn|là được|được|cho em|giúp em|giúp|em|anh|chị|của em|một|cái|loại|thuộc|thuộc về|về|lĩnh vực|nhóm|theo|kiểu|dạng|ghi|chỉ tiêu|mã|mã số',
  ],
])

function withoutFiller(tokens: readonly Token[]): readonly Token[] {
  let from = 0
  let to = tokens.length
  for (
    let found = FILLER.find(tokens, from);
    found !== undefined && from + found.length < to;
    found = FILLER.find(tokens, from)
  )
    from += found.length
  const closes = (length: number) => to - length > from && FILLER.whole(tokens.slice(to - length, to)) === true
  for (let length = 3; length > 0; ) {
    if (closes(length)) to -= length
    else length -= 1
  }
  return tokens.slice(from, to)
}

/** «nghiêngg» has eight letters. */
const LONGEST_SYLLABLE = 9

/** «sáng kiếnn»: no syllable ends with a letter twice; initials («HTTNV») are no syllables. */
function withoutDoubled(typed: readonly Token[]): readonly Token[] {
  const plain = (word: string) =>
    word.length < LONGEST_SYLLABLE && /[aeiouy].*(\p{L})\1$/u.test(fold(word)) ? word.slice(0, -1) : word
  if (typed.every(({ text }) => plain(text) === text)) return typed
  return typed.map(token =>
    token.kind === 'word'
      ? { ...token, text: plain(token.text), folded: plain(token.folded), raw: plain(token.raw) }
      : token,
  )
}

/** «co» is «có» rather than the beginning of a label. */
const AGREES = /^(?:co|da|roi|dung|khong|chua|duoc)$/

/** One label that begins so, holds these words, or stands among words that choose nothing. */
export function byStart(typed: readonly Token[], options: readonly Option[]): Reading<number> {
  if (typed.length > WORDS_AT_MOST) return invalid('noAnswer')
  const lines = writtenOut(typed).filter(line => line !== '')
  if (lines.length === 0) return invalid('noAnswer')
  if (lines.some(line => AGREES.test(line))) return ask('unsure')
  const hasDoubt = typed.some((_, at) => DOUBT.find(typed, at) !== undefined && !isOfLabel(typed, at, options))
  const found = inLabels(lines, options)
  if (found !== undefined && !(hasDoubt && found.ok)) return found
  const bare = withoutFiller(typed)
  if (!hasDoubt && bare.length < typed.length && ofSameLetters(lines[0] ?? '', options).length === 0) {
    const again = wholeLabel(bare, options)
    if (again.length > 0) return oneOf(again, false)
    const inside = inLabels(writtenOut(bare), options)
    if (inside !== undefined) return inside
  }
  const once = withoutDoubled(typed)
  if (found === undefined && !hasDoubt && once !== typed) return chooseOne(once, options)
  const [only, ...others] = hasDoubt ? [] : inOrder(bare, options)
  return only === undefined || others.length > 0 ? nearly(typed, lines, hasDoubt, options) : read(only, false)
}

/** «hay» behind «cách làm» is a word of the label. */
export function isOfLabel(typed: readonly Token[], at: number, options: readonly Option[]): boolean {
  const [before, word] = [typed[at - 1], typed[at]]
  const pair = `${before?.text} ${word?.text}`
  const line = typed.map(token => token.text).join(' ')
  if (at === 0 && line.includes(' ') && matching(options, name => name.startsWith(line)).length > 0) return true
  return (
    before !== undefined &&
    matching(options, name => (standsIn(name, pair) || standsIn(fold(name), pair)) && holdsLabel(line, name)).length > 0
  )
}
