import { Lexicon } from '../lexicon.ts'
import { FIXED_PHRASES } from '../spans/plain-words.ts'
import type { Span } from '../spans/span.ts'
import type { Token } from '../tokens.ts'

/** `later` is doubt beside a yes, and why or when beside a no; `certain` is yes alone, and beside another word only stresses it («tất nhiên là chưa»); `done` is yes, and after a no what was not done: «chưa xong», «không làm được». */
export type Words = readonly Token[]

/** A word that says nothing of it is `unknown`. */
export type Said = Say | 'unknown'

export type Say = 'yes' | 'certain' | 'done' | 'no' | 'later' | 'doubt' | 'filler'

/** Said of a thing that was done or not: they count only with «đã», «rồi», «chưa», «không» beside them, or alone. */
const DEEDS =
  'thực hiện|triển khai|ban hành|làm|gửi|nộp|dùng|sử dụng|áp dụng|xác định|ký|phê duyệt|niêm yết|tổ chức|lập|xây dựng|bắt đầu|đăng ký|hoàn thiện|công khai'
const VERBS = `${DEEDS}|báo cáo|kế hoạch|văn bản|thanh toán điện tử|thể|gì|đủ|đầy đủ|hoàn toàn`

/** «da trien khai»: without its accents «đã» looks like «dạ». */
export const isDoneDeed = (tokens: Words): boolean => tokens[0]?.text === 'da' && DEED.find(tokens, 1) !== undefined
const DEED = new Lexicon([[true, `${DEEDS}|họp|trình|báo cáo|duyệt|thông qua|số`]])

export const WORDS = new Lexicon<Say>([
  [
    'yes',
    'có|đúng|đúng vậy|đúng rồi|đúng thế|ừ|ừm|uh|uhm|um|uk|ukm|ừa|ok|oke|okie|okê|oki|okay|okela|đồng ý|nhất trí|yes|y|yep|true|chuẩn|chính xác|phải|phải rồi|rồi|rùi|rui|gòi|r|có rồi|đã có|đã xong|đã hoàn thành|đã đạt|đã dùng|có dùng|chắc chắn có|chắc chắn rồi|không sai|không sai đâu|ko sai|chẳng sai|thực hiện đầy đủ|thực hiện đủ|thực hiện tốt|làm đầy đủ|làm đủ|đủ cả|triển khai đầy đủ|xác nhận|tán thành|nhất trí thông qua|thống nhất thông qua|biểu quyết thông qua|vâng|vưng|vầng|vơng|dạ|có chứ|có chứ sao không|có chứ sao lại không|có là cái chắc|đã|hết rồi',
  ],
  [
    'certain',
    'chắc chắn|chắc chắn là|dĩ nhiên|dĩ nhiên là|đương nhiên|đương nhiên là|hiển nhiên|tất nhiên|tất nhiên là',
  ],
  [
    'done',
    'dc|đc|đk|được|xong|hoàn thành|đạt|hoàn tất|xong hết|thống nhất|đồng tình|đủ điều kiện|đồng thuận|được thông qua|đã thông qua',
  ],
  [
    'no',
    'đã không|đã ko|không|ko|k|kg|kh|hk|hông|hong|hok|hổng|hem|khum|khôn|không có|ko có|k có|chưa|chx|nỏ|chửa|chưa có|chưa xong|chưa đạt|chưa hoàn thành|chưa được|chưa dc|chưa đc|no|false|nope|không đồng ý|ko đồng ý|k đồng ý|không nhất trí|sai|sai rồi|không được|ko được|ko dc|k dc|ko đc|k đc|chắc chắn không|từ chối|không đạt|ko đạt|chưa đâu|không đâu|không phải đâu|ko phải đâu|chẳng|chẳng có|chả có|ch bạn|ch anh|ch chị|ch em|làm gì có|làm gì có hả|làm sao mà có|làm sao mà có được|lấy đâu ra mà có|lấy đâu ra mà có hả|làm gì đã|làm gì đã có|làm chi có|mần chi có|mần gì có|lấy đâu ra|lấy đâu|đâu có|hông có|nỏ có|đâu có phải|hổng có|hok có|hong có|chx có|khum có|chưa dùng|không dùng|ko dùng|k dùng|không đúng|chưa đúng|chưa hề|chưa hề có|không hề|không hề có|chưa từng|chưa từng có|chưa bao giờ|chưa bao giờ có|chưa đủ điều kiện|không đủ điều kiện|ko đủ điều kiện',
  ],
  [
    'later',
    'đang|sắp|sẽ|dự kiến|chuẩn bị|mai|ý định|dự định|lên kế hoạch|có kế hoạch làm|có kế hoạch triển khai|có kế hoạch thực hiện|lùi|lùi hạn|hoãn|thiếu|còn thiếu|chờ|đợi|vướng|bị|dự thảo|đang soạn|tạm dừng|sang năm|năm sau|tháng sau|tuần sau|quý sau|lần sau|đợt sau|kỳ sau|để sau|hẹn|hy vọng|trên kế hoạch|kế hoạch thôi|cần làm|cần phải|phải làm|muốn|định làm|định triển khai|định tổ chức|miễn là|với điều kiện|khi nào|khi có|khi cần|quên|quên mất',
  ],
  [
    'doubt',
    'có lẽ|để xem|là sai|là nhầm|lẽ ra|đáng lẽ|đáng ra|đáng lý|giả sử|giá mà|tưởng|suýt|ước gì|không hẳn|chưa hẳn|không hoàn toàn|chưa hoàn toàn|đoán|nghĩ|khả năng|ở đâu|làm gì có chuyện|đâu có chuyện|làm gì có việc|đâu có chưa|đâu có không|làm gì có chưa|chắc|chắc là|có thể|không chắc|ko chắc|chưa chắc|chưa rõ|chưa biết|không biết|ko biết|k biết|ko bít|k bít|không bít|hông bít|ko bik|k bik|không rõ|hình như|tùy|cũng được|có không|có hay không|có chưa|không phải không|không phải là|nhưng|mà|hay|hoặc|không phải|ko phải|k phải|một phần|1 phần|một nửa|nửa|tạm|làm dở|dở dang|gần như|gần|gần xong|gần hết|không sao|à|hả|cơ bản|mới|mới làm|nếu|không những|nghe nói|nhầm|sửa|sửa lại|chứ không phải|có vẻ|chưa hết|chưa làm hết|chưa thực hiện hết|chưa triển khai hết|chưa gửi hết|chưa nộp hết|chưa xong hết|thì sao|khoảng|hầu như|chưa đủ|từng phần|không chưa|phần lớn|đa số|hủy|đã dừng|dừng lại|làm lại|không vấn đề|không dưới|không ít|không thể không|không có vấn đề|không gặp|không có vướng mắc|không vướng|không khó|trừ|có khi|biết đâu|may ra|có điều|ngược lại|lỗi rồi|hỏng rồi|nghỉ rồi|mất rồi|bận rồi|muộn rồi|trễ rồi|quá hạn rồi|công tác rồi|bỏ rồi|dừng rồi|thôi rồi|theo em|theo tôi|theo mình|theo em biết|nghe đâu|nghe đồn|nghe sếp|nghe anh|nghe chị|nghe bảo|sơ sơ|qua loa|tương đối',
  ],
  [
    'filler',
    `mới là|nắm chắc|sẽ nộp|sẽ gửi|sẽ chuyển|sẽ trình|sẽ mang|sẽ đưa|ạ|nhé|nha|em|anh|chị|tôi|luôn|đi|đấy|đó|thế|xin|mình|hết|là|vẫn|cũng|hiện|ơi|${VERBS}`,
  ],
])

export function says(tokens: readonly Token[], facts: readonly Span[]): Said[] {
  const result: Said[] = []
  for (let at = 0; at < tokens.length; ) {
    const start = tokens[at]?.start ?? 0
    const fact = facts.find(span => span.start <= start && start < span.end)
    const { said, length } = fact ? { said: undefined, length: 1 } : saidAt(tokens, at)
    if (said !== undefined) result.push(said)
    at += length
  }
  return result
}

function saidAt(tokens: Words, at: number): { said: Said | undefined; length: number } {
  const ofAny = ofAnyAt(tokens, at)
  if (ofAny !== undefined) return { said: ofAny, length: 1 }
  const word = isOther(tokens, at) ? undefined : WORDS.find(tokens, at)
  const fixed = FIXED_PHRASES.find(tokens, at)
  // «đổi mới», «không gian»
  const isWithin =
    word === undefined || word.length < 2 || (word.meaning === 'no' && word.length < (fixed?.length ?? 0))
  if (fixed && fixed.length > 1 && isWithin && word?.length !== fixed.length && word?.meaning !== 'yes')
    return { said: 'unknown', length: fixed.length }
  if (word === undefined) return { said: isPunctuation(tokens[at]) ? undefined : 'unknown', length: 1 }
  // «kg có», «hem có»
  const isNone = word.meaning === 'no' && word.length === 1 && THERE.find(tokens, at + 1) !== undefined
  return { said: word.meaning, length: word.length + (isNone ? 1 : 0) }
}

/** «năm nào trường tôi chẳng đăng ký», «ai mà chẳng làm»: every one of them does; «cái nào chẳng được» says neither. */
function ofAnyAt(tokens: Words, at: number): 'yes' | 'doubt' | undefined {
  if (!/^(?:chẳng|chả)$/.test(tokens[at]?.text ?? '')) return undefined
  const mark = tokens.slice(0, at).findLastIndex(({ kind }) => kind === 'sign')
  const before = tokens.slice(mark + 1, at).map(({ text }) => text)
  const isOfAny = before.slice(-5).some(text => /^(?:nào|ai)$/.test(text)) && !before.includes('cũng')
  if (!isOfAny) return undefined
  const isPlain = !before.includes('có') && !tokens.slice(at).some(({ text }) => /^(?:thì|đâu|nào)$/.test(text))
  return isPlain && (DEED.find(tokens, at + 1) ?? THERE.find(tokens, at + 1)) ? 'yes' : 'doubt'
}

const THERE = new Lexicon([[true, 'có']])

const isPunctuation = (token: Token | undefined): boolean => /^[.,!;:…?()"“”]$/.test(token?.text ?? '')

/**
 * What only looks like a word of these: «a» is «anh» or «ạ», «hom no» «hôm nọ», «goi» no «gòi», «hỏng» no «hổng», «nghi» rather «nghỉ» than «nghĩ», among words with their accents «dung» no «đúng»; «KH 12/KH-UBND» is
 * a plan, and «chị Mai» has a name; «phải trình» is a
 * duty, «được giao» no «được», and «y tế» no «y».
 */
const isOther = (tokens: Words, at: number): boolean => {
  const { text = '', raw = '' } = tokens[at] ?? {}
  return (
    text === 'a' ||
    text === 'goi' ||
    (text === 'no' && at > 0) ||
    (text === 'hỏng' && at > 0 && tokens[at + 1]?.text !== 'có') ||
    (text === 'nghi' && !/^(?:la|co|chac|rang)$/.test(tokens[at + 1]?.text ?? '')) ||
    (text === 'dung' && tokens.some(other => other.text !== other.folded)) ||
    (text === 'y' && tokens.length > 1) ||
    (/^(?:phải|phai)$/.test(text) && MUST.test(tokens[at + 1]?.text ?? '')) ||
    (/^(?:chuẩn|chuan)$/.test(text) && /^(?:tieu|chuan)$/.test(tokens[at - 1]?.folded ?? '')) ||
    (/^(?:được|duoc)$/.test(text) &&
      at > 0 &&
      /^(?:giao|moi|phan|cu|yeu|biet|nhan|hoi)$/.test(tokens[at + 1]?.folded ?? '')) ||
    (raw === 'KH' && tokens.length > 1) ||
    (/^\p{Lu}/u.test(raw) && TITLES.test(tokens[at - 1]?.folded ?? ''))
  )
}

/** «phải trình»: must. */
const MUST = /^(?!rồi|roi|r$|đấy|đó|vậy|ạ|nhé|không|ko|chứ|đúng|em|anh|chị)\p{L}/u

const TITLES = /^(?:anh|chi|co|chu|bac|ong|ba|em|dc|thay)$/
