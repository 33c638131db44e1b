import type { CommandWord } from './command-words.ts'
import { OF_COURSE } from './question-back.ts'
import { bareToo } from './text.ts'

const WHO = '(?:em|tôi|mình|tui|anh|chị|bác|cô|chú|cháu|con|thầy|bên em|bên tôi|bên mình)'
const TO =
  '(?:[ ,]+(?:ạ|a|nhé|nha|nhỉ|với|vậy|thế|hả|đó|đấy|đây|đi|luôn|rồi|quá|em|anh|chị|bác|sếp|bot|ơi|admin|ad))*[ ?.!…]*$'
const BEFORE =
  '^(?:(?:dạ|vâng|ủa|ơ|à|thưa|xin lỗi|xin|ok|alo|anh|chị|em|bot|admin|ơi|cho hỏi|cho em hỏi|cho tôi hỏi)[ ,]+)*'
const HERE = '(?:câu|câu hỏi|mục|phần|chỗ|ý|ô|cái|bước)(?: hỏi)? (?:này|đó|kia|trên|ấy)'
const FILL = '(?:ghi|viết|điền|nhập|trả lời|khai|gõ|làm|gửi|nộp|đính kèm|chọn)'
const ASKS = '(?:gì|sao|thế nào|như thế nào|kiểu gì|ở đâu|vào đâu|khi nào|bao giờ|bao nhiêu)'
const SOON = '(?:tí|tý|chút|lát|xíu|tẹo|một lát|một chút|một tí|ít phút)'

/** What is said to whoever asks, and no answer in its own words: about the form, its day, the way it goes, or about coming back. */
const SAID: readonly (readonly [CommandWord['command'], readonly string[]])[] = [
  [
    'help',
    [
      `(?:${WHO} )?(?:không|chưa|ko) (?:hiểu|rõ|biết) ${HERE}(?: [^.]{0,25})?`,
      `${HERE} (?:[\\p{L}]+ ){0,4}(?:gì|sao|thế nào|ai|khó hiểu|khó quá|dài quá)`,
      `(?:${HERE} )?(?:thì )?(?:phải )?${FILL} (?:[\\p{L}]+ ){0,3}${ASKS}(?: cho (?:đúng|chuẩn|phải))?(?: vào (?:đây|${HERE}))?`,
      `(?:cho |xin |xem |có |cần )?(?:${WHO} )?(?:xin |xem )?(?:cái |một |1 )?(?:ví dụ|bản mẫu|mẫu|câu mẫu|hướng dẫn)(?: (?:không|đâu|nào không|tham khảo))?`,
      '(?:cho |xin |hỏi )*(?:em |tôi |mình )?(?:xin )?(?:hotline|(?:số )?điện thoại(?: hỗ trợ| liên hệ| của \\p{L}+)?|số hotline|liên hệ ai|hỏi ai)(?: (?:là gì|là bao nhiêu|số mấy|đâu))?',
      `(?:cho )?(?:${WHO} )?(?:muốn |cần |xin )?(?:gặp|nói chuyện với|hỏi) (?:người|cán bộ|nhân viên|chuyên viên|người thật|phòng nội vụ|ai đó)(?: (?:thật|phụ trách|hỗ trợ))?`,
      `(?:${WHO} )?(?:gọi|gọi điện|gọi lại|nhắn lại|gọi điện lại)(?: lại)? cho ${WHO}`,
      '(?:có )?ai (?:đó )?(?:giúp|hỗ trợ|hướng dẫn)(?: (?:em|tôi|mình|giùm|được không))*',
      ...OF_COURSE,
      `(?:${WHO} )?(?:không phải|ko phải|đâu phải)(?: là)? người (?:này|đó|ấy)`,
      '(?:nhầm|sai|lộn) (?:người|số)(?: rồi)?|đăng xuất|đổi tài khoản|(?:tôi |em )?muốn (?:đăng xuất|đổi tài khoản|đăng ký tài khoản(?: khác| mới)?)',
      '(?:mạng|wifi|máy|điện thoại|app|web|link|zalo)(?: (?:em|tôi|mình|bên em|hôm nay|nay)(?: bị)? (?:yếu|lag|chậm|kém|đơ|treo|hỏng|lỗi)| (?:bị )?(?:yếu|lag|chậm|kém|đơ|treo|hỏng|lỗi) (?:quá|rồi|lắm|ghê))',
      '(?:hả|hở|gì|sao|ủa|hử|gì cơ|sao cơ|cái gì|là sao)',
    ],
  ],
  [
    'later',
    [
      `(?:khoan|từ từ)(?: đã)?|(?:chờ|đợi|cho)(?: ${WHO})? ${SOON}(?: đã| nữa)?`,
      `(?:để|cho|chờ|đợi) ${WHO} (?:hỏi|xem|tra|kiểm tra|coi|nghĩ|suy nghĩ|tìm|rà|tính|bàn|xin ý kiến)(?: [\\p{L}]+){0,7}`,
      `(?:${SOON}|tí nữa|lát nữa|chút nữa|chiều|tối|mai|mốt|tuần sau|hôm sau|bữa sau|hôm khác|bữa khác)(?: nữa)? (?:${WHO} )?(?:sẽ )?(?:báo|gửi|trả lời|nhắn|làm|điền|viết|bổ sung|nộp|ghi)(?: (?:lại|sau|tiếp|nốt|cho|${WHO}))*`,
      `(?:${WHO} )?(?:đang |hơi |đang hơi )bận(?: [\\p{L}]+){0,3}(?:,? ?(?:${SOON}|chiều|tối|mai|sau)(?: [\\p{L}]+){0,4})?`,
      `${WHO} (?:nghỉ|đi họp|đi ăn|về|phải đi|ra ngoài)(?: đây| cái đã| đã| cái)`,
      '(?:hôm|bữa|lúc|dịp|khi) khác',
    ],
  ],
  [
    'edit',
    [
      `(?:(?:lúc |hồi |vừa |ban )?(?:nãy|rồi|vừa rồi|trước) )?${WHO} (?:gõ|ghi|nhập|trả lời|điền|khai|viết|bấm|gửi) (?:nhầm|sai|lộn|thiếu)(?: (?:mất|câu|số|tên|rồi|lúc nãy|hồi nãy))*`,
      `(?:lúc |hồi |vừa |ban )?nãy (?:${WHO} )?(?:gõ|ghi|nhập|trả lời|điền|khai|viết|bấm|gửi) (?:nhầm|sai|lộn|thiếu)(?: [\\p{L}]+){0,3}`,
    ],
  ],
]

const FORMS = SAID.map(
  ([command, said]) => [command, bareToo(new RegExp(`${BEFORE}(?:${said.join('|')})${TO}`, 'iu'))] as const,
)

/** What a short line says to the assistant rather than in answer to a question for a text. Null: it says nothing of that kind. It is for asking back only. */
export function saidToAssistant(plain: string): CommandWord | null {
  const found = FORMS.find(([, form]) => form.test(plain))
  return found ? { command: found[0] } : null
}
