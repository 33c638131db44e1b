import { bareToo } from '../text.ts'

const NOT = '(?:chưa|không|ko|k|hổng|hông|chẳng|chả)'
const END = '(?=[\\s.,;!?]|$)'
const FIND_OUT =
  'tổng hợp|thống kê|chốt|đối chiếu|rà soát|quyết toán|thông báo|cập nhật|công bố|theo dõi|quản lý|phụ trách|nắm|nhớ'
/** What is done to learn a figure, or to send it. */
const LOOK =
  'đo|đếm|tính|xem|mở(?! được (?:lớp|cuộc|khóa|hội|điểm|tài khoản))|vào|tra|tra cứu|truy cập|đăng nhập|tải|tìm|xác định|tổng hợp|thống kê|biết'
const NUMBER = '(?:con )?số(?: liệu)?'

/** «văn phòng chưa tổng hợp xong», «em không mở được máy», «phải đợi kho bạc báo», «để em hỏi lại»: no answer yet, and no nought. */
export const EVADES = bareToo(
  new RegExp(
    [
      `${NOT} (?:ai )?(?:được )?(?:${FIND_OUT})${END}`,
      `${NOT} (?:${LOOK})(?: \\p{L}+){0,3} được${END}|${NOT} (?:${LOOK}) được${END}|(?:${LOOK}) mãi(?: \\p{L}+){0,2} ${NOT}|đếm ${NOT} (?:xuể|hết)`,
      `(?:mới|${NOT}) (?:có|ra|nhận được|thấy|gửi|báo|đưa|trả|cung cấp) ${NUMBER}${END}`,
      `${NUMBER}(?: này| cụ thể)?(?: \\p{L}+){0,5},?(?: \\p{L}+)? (?:em|tôi|mình|bên em) ${NOT} có(?: ạ| đâu| ở đây)*[.!]?$`,
      `${NOT} dám (?:báo|ghi|nói|trả lời)`,
      '(?:phải|còn|đang) (?:chờ|đợi)(?: \\p{L}+){1,8} (?:gửi|báo|cho số|chốt|cung cấp|trả lời|tổng hợp)',
      'để (?:em|e|tôi|mình) (?:\\p{L}+ ){0,2}(?:hỏi|tổng hợp|xem|kiểm tra|rà|báo lại)|phải hỏi',
    ].join('|'),
    'iu',
  ),
)

const TO = '(?: (?:hả|ạ|vậy|thế|nhỉ|em|anh|chị|cô|bác|sếp|bạn|ban|đồng chí|a|c|e))*'
/** «câu này hỏi số của phường hay của cả khối hả chị?», «tính cả hợp đồng không bạn»: asked of the question, and no answer to it. */
export const ASKS_BACK = bareToo(
  new RegExp(
    `(?:chưa|không) (?:hiểu|rõ) (?:\\p{L}+ )?câu (?:hỏi|này)|(?:^|[\\s,])hỏi (?:\\p{L}+ ){1,4}(?:nào|gì)(?: hả| vậy| thế| ạ)?${TO}[?]*$|(?:^|[\\s,])hỏi [^.?!]* hay [^.?!]*(?: (?:hả|vậy|thế)${TO}|\\?)|^(?:\\p{L}+ ){0,2}(?:có )?(?:tính|kể|gồm|lấy) (?:cả|luôn|thêm) (?:\\p{L}+ ){1,4}(?:không|ko)${TO}\\??$`,
    'iu',
  ),
)
