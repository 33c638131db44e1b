import { clausesOf } from '../clauses.ts'
import { withoutCourtesy } from '../courtesy.ts'
import { isNumeral } from '../fields/operator-at.ts'
import { isCount, isOtherMeaning, isPercent } from '../fields/other-meanings.ts'
import { Lexicon } from '../lexicon.ts'
import { readLine } from '../line.ts'
import { onlyWhole, whole } from '../numerals/decimal.ts'
import { reasonAt } from '../reason.ts'
import { ask, invalid, type Reading, read } from '../result.ts'
import type { Meaning, Span } from '../spans/span.ts'
import { retyped } from '../telex.ts'
import { fold, normalise } from '../text.ts'
import { type Token, tokenise } from '../tokens.ts'
import { insteadOfAnswer } from './no-answer.ts'
import { isDoneDeed, type Said, type Say, says, WORDS, type Words } from './says.ts'

/** An answer alone; before more it denies what follows. */
const NOT_SO = new Lexicon<Say>([['no', 'không phải|ko phải|k phải']])
/** At the end of what was said they ask back: «đã làm chưa», «xong chưa ạ». */
const ASKS_BACK = new Lexicon([[true, 'chưa|không|ko|k|hông|phải không|chưa ạ']])

/** Words that stand as they are meant; shorthand is said back. */
const PLAIN = new Set(['có', 'không', 'đồng ý', 'không đồng ý', 'đúng', 'chưa', 'vâng', 'được', 'rồi', '1', '2'])

export function fromWords(text: string): Reading<boolean> {
  const all = tokenise(text)
  if (all.length === 0) return pictures(text)
  const tokens = withoutEmphasis(isDoneDeed(all) ? all : withoutCourtesy(all))
  const plain = tokens.map(token => token.text).join(' ')
  const instead = insteadOfAnswer(tokens)
  if (instead !== undefined) return instead
  if (plain === '1' || plain === '2') return read(plain === '1', true)
  if (plain === '👎' || plain === '❌') return read(false, false)
  // «dạ» and «vâng» are courtesy beside an answer and the answer when they stand alone.
  if (tokens.length === 0) return says(all, []).includes('yes') ? read(true, false) : invalid('noAnswer')
  const whole = NOT_SO.whole(tokens) ?? WORDS.whole(tokens)
  if (whole === 'no') return read(false, PLAIN.has(plain))
  if (whole === 'yes' || whole === 'certain' || whole === 'done') return read(true, PLAIN.has(plain))
  if (NOT_BEFORE.test(plain) || isNotYet(tokens) || isHardly(tokens)) return read(false, false)
  if (tokens.every(token => token.text === '?')) return says(all, []).length > 0 ? ask('unsure') : invalid('noAnswer')
  const line = readLine(text)
  const facts = line.spans.filter(
    span => isNumeral(span) && /\d/.test(line.text.slice(span.start, span.end)) && !isAllOf(span, line.text),
  )
  return conclude(says(tokens, facts), tokens, facts)
}

/** «có rồi mà»: behind an answer the word insists, and is no «but». */
const withoutEmphasis = (tokens: readonly Token[]): readonly Token[] =>
  tokens.length > 1 && tokens.at(-1)?.text === 'mà' ? tokens.slice(0, -1) : tokens

function conclude(found: readonly Said[], tokens: readonly Token[], facts: readonly Span[]): Reading<boolean> {
  const isQuestion = tokens.some(token => token.text === '?')
  if (!found.some(say => say !== 'filler' && say !== 'unknown')) {
    return isSlip(tokens) ? ask('unsure') : invalid('noAnswer')
  }
  if (found.includes('doubt') || isQuestion || asksBack(found, tokens) || isOpen(found)) return ask('unsure')
  if (facts.some(fact => !isBesideWhole(fact)) || isTwiceNo(tokens)) return ask('unsure')
  // «có hồ sơ đâu»
  if (/^(?:đâu|dau)$/.test(tokens.at(-1)?.text ?? '') && !found.includes('no')) return ask('unsure')
  return decided(found)
}

/** «chưa có ai chưa làm»: said of it twice without a mark between, it may mean that all is done. */
const isTwiceNo = (tokens: Words): boolean =>
  clausesOf(tokens, false).some(words => says(words, []).filter(say => say === 'no').length > 1)

/** «sắp xong», «không thiếu»; «chưa có, đang chờ kinh phí» is no, and why. */
function isOpen(found: readonly Said[]): boolean {
  const at = found.indexOf('later')
  const before = found.slice(0, Math.max(at, 0))
  return at >= 0 && (!before.includes('no') || before.at(-1) === 'no' || found.includes('yes'))
}

/** «chưa tháng sau mới làm»: no, and when. */
const NOT_BEFORE =
  /^(?:chưa|chx|ko|không|k)(?: có)? (?:để |phải |sang |đến |tới )*(?:mai|mốt|ngày|tuần|tháng|quý|năm|sáng mai|chiều mai|cuối|đầu)\s(?!.*(?:trước|ngoái|qua)\s)[^,;?]{0,40}(?:mới|ms) [^,;?]{2,30}$/u

/** «chưa, dự kiến tháng 10 xong», «chưa vì đang chờ hướng dẫn»: no, and when it will be or why it is not. */
function isNotYet(tokens: readonly Token[]): boolean {
  const reason = reasonAt(tokens)
  const said = reason === undefined ? [] : says(tokens.slice(0, reason), [])
  const isSettled = tokens.slice(reason).some(({ text }) => text === 'rồi')
  if (said.includes('no') && said.every(isOfNo) && !isSettled) return true
  const comma = tokens.findIndex(({ text }, at) => /^[,.;]$/.test(text) && FUTURE.find(tokens, at + 1) !== undefined)
  const before = comma > 0 ? says(tokens.slice(0, comma), []) : []
  const isNo = before.includes('no') && before.every(say => isOfNo(say) || say === 'unknown')
  return isNo && FUTURE.find(tokens, comma + 1) !== undefined && !tokens.some(({ text }) => text === '?')
}

const isOfNo = (say: Said): boolean => say === 'no' || say === 'done' || say === 'filler'

/** «có đâu», «đã làm gì đâu», «có vụ nào đâu»: the word at the end denies what stands before it. */
function isHardly(tokens: readonly Token[]): boolean {
  if (tokens.at(-1)?.text !== 'đâu') return false
  const before = says(tokens.slice(0, -1), [])
  const isOfNone = before.includes('yes') && tokens.some(({ text }) => /^(?:nào|gì|ai|mô)$/.test(text))
  return (
    before.length > 0 && !before.some(say => say === 'doubt' || say === 'later' || (say === 'unknown' && !isOfNone))
  )
}

const FUTURE = new Lexicon([
  [true, 'còn chờ|còn đợi|chờ|đợi|đang|sắp|dự kiến|sẽ|phấn đấu|sang tháng|tháng sau|tuần sau|quý sau'],
])

/** Words that the keys of Telex left as letters. */
const isSlip = (tokens: readonly Token[]): boolean =>
  tokens.length < 3 &&
  tokens.some(token => slipOf(token).text !== token.text && WORDS.whole([slipOf(token)]) !== undefined)

function slipOf(token: Token): Token {
  const text = retyped(token.text)
  return { ...token, text, folded: fold(text) }
}

/** «chưa làm xong», «không thực hiện được»: no, whatever was not done. «đúng là chưa» says both. */
function decided(found: readonly Said[]): Reading<boolean> {
  const isNo = found.includes('no')
  const yes = found.lastIndexOf('yes')
  // «chưa làm được, có biên bản»
  if (isNo && found.indexOf('no') < yes - 1 && found.indexOf('yes') === yes && found[yes + 1] === 'unknown')
    return read(false, false)
  return isNo && found.includes('yes') ? ask('unsure') : read(!isNo, false)
}

/** A fact beside the word that changes nothing of it; all of it done is done. */
const isBeside = (meaning: Meaning): boolean =>
  isOtherMeaning(meaning) ||
  isCount(meaning) ||
  meaning.is === 'place' ||
  (isPercent(meaning) && meaning.is === 'number' && meaning.quantity.values.every(value => whole(value) === 100n))

/** «11/11 khu phố» */
const isWhole = (meaning: Meaning): boolean =>
  meaning.is === 'ratio' &&
  onlyWhole(meaning.numerator.values) !== undefined &&
  onlyWhole(meaning.numerator.values) === onlyWhole(meaning.denominator.values)

/** «đủ 3 loại giấy tờ» */
const isAllOf = (span: Span, text: string): boolean =>
  /đủ (?:cả )?$/iu.test(text.slice(0, span.start)) && /^ \p{L}/u.test(text.slice(span.end))

/** «3/5 đơn vị đã làm» is a part, though it might be a day. */
const isBesideWhole = ({ readings }: Span): boolean =>
  readings.some(isWhole) ||
  (readings.some(isBeside) &&
    !(readings.some(({ is }) => is === 'ratio') && readings.every(meaning => meaning.is !== 'day' || !meaning.isFirm)))

function asksBack(found: readonly Said[], tokens: readonly Token[]): boolean {
  const last = [2, 1].some(length => tokens.length > length && ASKS_BACK.whole(tokens.slice(-length)) !== undefined)
  return last && found.slice(0, -1).some(say => say === 'yes' || say === 'done') && found.at(-1) === 'no'
}

function pictures(text: string): Reading<boolean> {
  const plain = normalise(text).replace(/[\u{1F3FB}-\u{1F3FF}\s]/gu, '')
  if (plain === '') return invalid('empty')
  return /^(👍|👌|✅|✔|🆗)+$/u.test(plain) ? read(true, false) : invalid('noAnswer')
}
