import { Lexicon } from '../lexicon.ts'
import type { Span } from '../spans/span.ts'
import type { Token } from '../tokens.ts'

/** `later` is doubt beside a yes, and why or when beside a no; `certain` is yes alone, and beside another word only stresses it («tất nhiên là chưa»); `done` is yes, and after a no what was not done: «chưa xong», «không làm được». */
export type Words = readonly Token[]

export type Say = 'yes' | 'certain' | 'done' | 'no' | 'later' | 'doubt' | 'filler'

/** Said of a thing that was done or not: they count only with «đã», «rồi», «chưa», «không» beside them, or alone. */
const VERBS =
  'thực hiện|triển khai|ban hành|làm|gửi|nộp|báo cáo|dùng|sử dụng|áp dụng|xác định|ký|phê duyệt|niêm yết|tổ chức|lập|xây dựng|bắt đầu|đăng ký|hoàn thiện|công khai|kế hoạch|văn bản|thanh toán điện tử|thể|gì|đủ|đầy đủ|hoàn toàn'

export const WORDS = new Lexicon<Say>([
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

export function says(tokens: readonly Token[], facts: readonly Span[]): (Say | 'unknown')[] {
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
