import { agreement } from './agreement.ts'
import { clausesOf, isAside, textOf } from './clauses.ts'
import { withoutCourtesy } from './courtesy.ts'
import { withoutEcho } from './echo.ts'
import { isShiftedPeriod } from './fields/elsewhen.ts'
import { isCount, isOtherMeaning, isPercent } from './fields/other-meanings.ts'
import { isNumeral } from './fields/survey.ts'
import { Lexicon } from './lexicon.ts'
import { readLine } from './line.ts'
import { whole } from './numerals/decimal.ts'
import { reasonAt } from './reason.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { PUTS_OFF } from './spans/operators.ts'
import { type Meaning, reading, type Span } from './spans/span.ts'
import { retyped, withoutKeys } from './telex.ts'
import { fold, MAX_SHORT_ANSWER, normalise, withoutBullet } from './text.ts'
import { ticked } from './ticked.ts'
import { type Token, tokenise } from './tokens.ts'

/** `later` is doubt beside a yes, and why or when beside a no; `certain` is yes alone, and beside another word only stresses it («tất nhiên là chưa»); `done` is yes, and after a no what was not done: «chưa xong», «không làm được». */
type Words = readonly Token[]

type Say = 'yes' | 'certain' | 'done' | 'no' | 'later' | 'doubt' | 'filler'

/** Said of a thing that was done or not: they count only with «đã», «rồi», «chưa», «không» beside them, or alone. */
const VERBS =
  'thực hiện|triển khai|ban hành|làm|gửi|nộp|báo cáo|dùng|sử dụng|áp dụng|xác định|ký|phê duyệt|niêm yết|tổ chức|lập|xây dựng|bắt đầu|đăng ký|hoàn thiện|công khai|kế hoạch|văn bản|thanh toán điện tử|thể|gì|đủ|đầy đủ|hoàn toàn'

const WORDS = new Lexicon<Say>([
  [
    'yes',
    'có|đúng|đúng vậy|đúng rồi|đúng thế|ừ|ừm|uh|uhm|um|uk|ukm|ừa|ok|oke|okie|okê|oki|okay|okela|đồng ý|nhất trí|yes|y|yep|chuẩn|chính xác|phải|phải rồi|rồi|rùi|rui|gòi|r|có rồi|đã có|đã xong|đã hoàn thành|đã đạt|đã dùng|có dùng|chắc chắn có|chắc chắn rồi|không sai|không sai đâu|ko sai|chẳng sai|thực hiện đầy đủ|thực hiện đủ|thực hiện tốt|làm đầy đủ|làm đủ|đủ cả|triển khai đầy đủ|xác nhận|tán thành|vâng|vưng|vầng|vơng|dạ|có chứ|đã|hết rồi',
  ],
  [
    'certain',
    'chắc chắn|chắc chắn là|dĩ nhiên|dĩ nhiên là|đương nhiên|đương nhiên là|hiển nhiên|tất nhiên|tất nhiên là',
  ],
  ['done', 'dc|đc|được|xong|hoàn thành|đạt|hoàn tất|xong hết'],
  [
    'no',
    'đã không|đã ko|không|ko|k|kg|kh|hk|hông|hong|hok|hổng|hem|khum|khôn|không có|ko có|k có|chưa|chx|nỏ|chửa|chưa có|chưa xong|chưa đạt|chưa hoàn thành|chưa được|chưa dc|chưa đc|no|nope|không đồng ý|ko đồng ý|k đồng ý|không nhất trí|sai|sai rồi|không được|ko được|ko dc|k dc|ko đc|k đc|chắc chắn không|từ chối|không đạt|ko đạt|chưa đâu|không đâu|chẳng|chẳng có|chả có|ch bạn|ch anh|ch chị|ch em|làm gì có|làm gì đã|làm gì đã có|đâu có|hông có|nỏ có|đâu có phải|hổng có|hok có|hong có|chx có|khum có|chưa dùng|không dùng|ko dùng|k dùng|không đúng|chưa đúng',
  ],
  [
    'later',
    'đang|sắp|sẽ|dự kiến|chuẩn bị|mai|ý định|dự định|lên kế hoạch|có kế hoạch làm|có kế hoạch triển khai|có kế hoạch thực hiện|lùi|lùi hạn|hoãn|thiếu|còn thiếu|chờ|đợi|vướng|bị|dự thảo|đang soạn|tạm dừng',
  ],
  [
    'doubt',
    'có lẽ|để xem|là sai|là nhầm|lẽ ra|đáng lẽ|đáng ra|đáng lý|giả sử|giá mà|tưởng|suýt|ước gì|không hẳn|chưa hẳn|không hoàn toàn|chưa hoàn toàn|đoán|nghĩ|khả năng|ở đâu|làm gì có chuyện|đâu có chuyện|làm gì có việc|đâu có chưa|đâu có không|làm gì có chưa|chắc|chắc là|có thể|không chắc|ko chắc|chưa chắc|chưa rõ|chưa biết|không biết|ko biết|k biết|ko bít|k bít|không bít|hông bít|ko bik|k bik|không rõ|hình như|tùy|cũng được|có không|có hay không|có chưa|không phải không|không phải là|nhưng|mà|hay|hoặc|không phải|ko phải|k phải|một phần|1 phần|một nửa|nửa|tạm|làm dở|dở dang|gần như|gần|gần xong|gần hết|không sao|à|hả|cơ bản|mới|mới làm|nếu|không những|nghe nói|nhầm|sửa|sửa lại|chứ không phải|có vẻ|chưa hết|chưa làm hết|chưa thực hiện hết|chưa triển khai hết|chưa gửi hết|chưa nộp hết|chưa xong hết|thì sao|khoảng|hầu như|chưa đủ|từng phần|không chưa|phần lớn|đa số|hủy|đã dừng|dừng lại|làm lại|không vấn đề|không dưới|không ít|không thể không|không có vấn đề|không gặp|không có vướng mắc|không vướng|không khó|trừ',
  ],
  [
    'filler',
    `nắm chắc|sẽ nộp|sẽ gửi|sẽ chuyển|sẽ trình|sẽ mang|sẽ đưa|ạ|nhé|nha|em|anh|chị|tôi|luôn|đi|đấy|đó|thế|xin|mình|hết|là|vẫn|cũng|hiện|ơi|${VERBS}`,
  ],
])
/** An answer alone; before more it denies what follows. */
const NOT_SO = new Lexicon<Say>([['no', 'không phải|ko phải|k phải']])
/** At the end of what was said they ask back: «đã làm chưa», «xong chưa ạ». */
const ASKS_BACK = new Lexicon([[true, 'chưa|không|ko|k|hông|phải không|chưa ạ']])

/** Words that stand as they are meant; shorthand is said back. */
const PLAIN = new Set(['có', 'không', 'đồng ý', 'không đồng ý', 'đúng', 'chưa', 'vâng', 'được', 'rồi', '1', '2'])

/**
 * Yes or no, short forms and verbs included («đã triển khai rồi», «chưa thực hiện được»). A bare 1 is yes and a bare 2 is no: every yes/no
 * prompt numbers them so. Words of both kinds, doubt, parts («3/5 đơn vị», «80%») and question marks are asked; days, periods, papers and
 * counts beside the word are other facts.
 */
export function readYesNo(typed: string): Reading<boolean> {
  const text = typed.normalize('NFC')
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const [only, ...others] = ticked(text) ?? []
  if (only !== undefined) {
    const label = fromWords(only)
    return label.ok && others.length === 0 ? read(label.value, false) : ask('severalValues')
  }
  const agreed = agreement(text)
  if (agreed !== undefined) return agreed
  // «chưaa»
  const meant = withoutKeys(withoutEcho(withoutBullet(text), /\p{L}/u)).replace(
    /(?<=\p{L}{2})(\p{L})\1+(?=\s|$)/gu,
    '$1',
  )
  const said = fromWords(afterSlip(meant))
  const reading = said.ok ? said : (inOneClause(meant) ?? said)
  return reading.ok && meant !== text ? read(reading.value, false) : reading
}

/** «đã ban hành; hồ sơ lưu tại văn phòng», «chưa, em có danh sách kèm theo»: one clause answers, and the others say nothing for or against it. */
function inOneClause(text: string): Reading<boolean> | undefined {
  if (PUTS_OFF.test(text)) return undefined
  const clauses = clausesOf(
    tokenise(
      text
        .replace(/[\r\n]+/g, ' ; ')
        .replace(TELLS, ' ; ')
        .replace(/ ạ (?=\p{L})/gu, ' ạ ; '),
    ),
    false,
  ).filter(words => withoutCourtesy(words).length > 0)
  const all = clauses.map(words => ({ words, reading: fromWords(textOf(words)) }))
  // «năm ngoái chưa, năm nay có rồi»
  const now = all.filter(({ words }) => !isThen(words))
  const found = now.some(({ reading }) => reading.ok) ? now : all
  const first = found.findIndex(({ reading }) => reading.ok)
  const isAnswer = ({ words, reading }: (typeof found)[number], at: number): boolean =>
    reading.ok && (at === first || !isRemark(words))
  const values = new Set(found.filter(isAnswer).flatMap(({ reading }) => (reading.ok ? [reading.value] : [])))
  const [value] = values
  if (value === undefined || values.size > 1) return undefined
  const against: readonly (Say | 'unknown')[] = value ? ['no', 'later', 'doubt'] : ['yes', 'done', 'doubt']
  return found.every(
    (one, at) =>
      isAnswer(one, at) ||
      (isAside(one.words) &&
        (isReason(one.words) ||
          (at > first && isRemark(one.words)) ||
          !says(one.words, []).some(say => against.includes(say)))),
  )
    ? read(value, false)
    : undefined
}

/** Where a clause begins without a mark before it. */
const TELLS = / (?=(?:em|iem|anh|chị|bên em|bên mình) (?:có|đã|sẽ|gửi|nhắn|xem)\s|(?:nhờ|phiền|mong) |có gì )/giu

const isThen = (words: Words): boolean =>
  readLine(textOf(words)).spans.some(span => {
    const period = reading(span, 'period')?.period
    return period !== undefined && isShiftedPeriod(period)
  })

/** «có danh sách kèm theo»: what there is besides, or was done, and no answer of its own. */
const isRemark = (words: Words): boolean => {
  const said = says(words, [])
  const isMore =
    said.lastIndexOf('unknown') > said.findLastIndex(say => say === 'yes' || say === 'done') &&
    !words.some(({ kind }) => kind === 'number')
  return (isMore || CLOSES.test(words[0]?.text ?? '')) && !said.some(say => /^(?:no|doubt|later)$/.test(say))
}

/** «ok anh nhé» */
const CLOSES = /^(?:ok|oke|okie)$/

const isReason = ([first]: Words): boolean => /^(?:vì|do|bởi|tại|nhờ)$/.test(first?.text ?? '')

/** «không ạ, à có», «có... à nhầm, chưa»: what comes after the slip holds, where both are plain answers. */
function afterSlip(text: string): string {
  const [, before = '', after = ''] = SLIPPED.exec(text) ?? []
  return [before, after].every(part => fromWords(part).ok) ? after : text
}

const SLIPPED =
  /^(.{1,40}?)[\s,.…;-]+(?:(?:à|ấy|ơ|ý)(?: (?:không|nhầm|quên|nhầm rồi|không phải))?|(?:à |ấy )?(?:em|e|mình|tôi) (?:nhầm|quên|lộn)(?: rồi)?)[\s,.…:]+(.{1,40})$/iu

function fromWords(text: string): Reading<boolean> {
  const all = tokenise(text)
  if (all.length === 0) return pictures(text)
  const tokens = withoutEmphasis(withoutCourtesy(all))
  const plain = tokens.map(token => token.text).join(' ')
  if (DONT_KNOW.test(plain) || isPutOff(tokens)) return ask('unsure')
  if (plain === '1' || plain === '2') return read(plain === '1', true)
  if (plain === '👎' || plain === '❌') return read(false, false)
  // «dạ» and «vâng» are courtesy beside an answer and the answer when they stand alone.
  if (tokens.length === 0) return says(all, []).includes('yes') ? read(true, false) : invalid('noAnswer')
  const whole = NOT_SO.whole(tokens) ?? WORDS.whole(tokens)
  if (whole === 'no') return read(false, PLAIN.has(plain))
  if (whole === 'yes' || whole === 'certain' || whole === 'done') return read(true, PLAIN.has(plain))
  if (isNotYet(tokens) || isHardly(tokens)) return read(false, false)
  if (tokens.every(token => token.text === '?')) return says(all, []).length > 0 ? ask('unsure') : invalid('noAnswer')
  const line = readLine(text)
  const facts = line.spans.filter(span => isNumeral(span) && /\d/.test(line.text.slice(span.start, span.end)))
  return conclude(says(tokens, facts), tokens, facts)
}

/** «hỏi sếp đã», «để em xem đã»: first something else. */
const isPutOff = (tokens: readonly Token[]): boolean =>
  (tokens.length > 1 && tokens.at(-1)?.text === 'đã') || PUTS_OFF.test(textOf(tokens))

/** «không nhớ», «ko rõ lắm», «chưa nắm được» */
const DONT_KNOW =
  /(?:^|\s)(?:không|ko|k|kg|hông|hong|hem|hok|khong|chưa|chua|chẳng|chả) (?:nhớ|nho|rõ|ro|biết|biet|bít|nắm|nam|thấy|chắc|chac|để ý)(?:\s|$)/

/** «có rồi mà»: behind an answer the word insists, and is no «but». */
const withoutEmphasis = (tokens: readonly Token[]): readonly Token[] =>
  tokens.length > 1 && tokens.at(-1)?.text === 'mà' ? tokens.slice(0, -1) : tokens

function conclude(
  found: readonly (Say | 'unknown')[],
  tokens: readonly Token[],
  facts: readonly Span[],
): Reading<boolean> {
  const isQuestion = tokens.some(token => token.text === '?')
  if (!found.some(say => say !== 'filler' && say !== 'unknown')) {
    return isSlip(tokens) ? ask('unsure') : invalid('noAnswer')
  }
  if (found.includes('doubt') || isQuestion || asksBack(found, tokens) || isOpen(found)) return ask('unsure')
  if (facts.some(fact => !isBesideWhole(fact)) || isTwiceNo(tokens)) return ask('unsure')
  return decided(found)
}

/** «chưa có ai chưa làm»: said of it twice without a mark between, it may mean that all is done. */
const isTwiceNo = (tokens: Words): boolean =>
  clausesOf(tokens, false).some(words => says(words, []).filter(say => say === 'no').length > 1)

/** «sắp xong», «không thiếu»; «chưa có, đang chờ kinh phí» is no, and why. */
function isOpen(found: readonly (Say | 'unknown')[]): boolean {
  const at = found.indexOf('later')
  const before = found.slice(0, Math.max(at, 0))
  return at >= 0 && (!before.includes('no') || before.at(-1) === 'no' || found.includes('yes'))
}

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

const isOfNo = (say: Say | 'unknown'): boolean => say === 'no' || say === 'done' || say === 'filler'

/** «có đâu», «đã làm gì đâu»: the word at the end denies what stands before it. */
function isHardly(tokens: readonly Token[]): boolean {
  const before = says(tokens.slice(0, -1), [])
  const isKnown = before.length > 0 && before.every(say => say !== 'unknown' && say !== 'doubt' && say !== 'later')
  return isKnown && tokens.at(-1)?.text === 'đâu'
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
function decided(found: readonly (Say | 'unknown')[]): Reading<boolean> {
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

/** «3/5 đơn vị đã làm» is a part, though it might be a day. */
const isBesideWhole = ({ readings }: Span): boolean =>
  readings.some(isBeside) &&
  !(readings.some(({ is }) => is === 'ratio') && readings.every(meaning => meaning.is !== 'day' || !meaning.isFirm))

function asksBack(found: readonly (Say | 'unknown')[], tokens: readonly Token[]): boolean {
  const last = [2, 1].some(length => tokens.length > length && ASKS_BACK.whole(tokens.slice(-length)) !== undefined)
  return last && found.slice(0, -1).some(say => say === 'yes' || say === 'done') && found.at(-1) === 'no'
}

function says(tokens: readonly Token[], facts: readonly Span[]): (Say | 'unknown')[] {
  const result: (Say | 'unknown')[] = []
  for (let at = 0; at < tokens.length; ) {
    const start = tokens[at]?.start ?? 0
    const fact = facts.find(span => span.start <= start && start < span.end)
    // «KH 12/KH-UBND» is a plan, «kh» is a short không.
    const isPlan = tokens[at]?.raw === 'KH' && tokens.length > 1
    const word = fact || isPlan || isOther(tokens, at) ? undefined : WORDS.find(tokens, at)
    const isPunctuation = /^[.,!;:…?()"“”]$/.test(tokens[at]?.text ?? '')
    if (word !== undefined || (!isPunctuation && !fact)) result.push(word?.meaning ?? 'unknown')
    at += word?.length ?? 1
  }
  return result
}

/** «a» is «anh» or «ạ», and among words with their accents «dung» is no «đúng». */
const isOther = (tokens: Words, at: number): boolean => {
  const text = tokens[at]?.text ?? ''
  return text === 'a' || (text === 'dung' && tokens.some(other => other.text !== other.folded))
}

function pictures(text: string): Reading<boolean> {
  const plain = normalise(text).replace(/[\u{1F3FB}-\u{1F3FF}\s]/gu, '')
  if (plain === '') return invalid('empty')
  return /^(👍|👌|✅|✔|🆗)+$/u.test(plain) ? read(true, false) : invalid('noAnswer')
}
