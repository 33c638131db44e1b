import { orBare } from '../without-accents.ts'

/** A part of it, now and then, or as a trial: «mấy khu thôi», «còn sót một hộ», «thỉnh thoảng», «bước đầu thôi». */
const IN_PART = [
  'chỉ (?:có|mới|được|ở|riêng)(?: \\S+){1,5}|chỉ(?! (?:tiêu|thị|đạo|huy|số|dẫn|định))(?: \\S+){1,4} thôi|(?:được|có|mới) mỗi(?: \\S+){1,5}',
  '(?:mấy|vài|ít|đôi) \\S+(?: \\S+)? thôi',
  '(?:còn )?(?:sót|hụt|thiếu|bỏ sót) (?:mỗi |có )?(?:một|hai|ba|vài|mấy|\\d+)(?: \\S+){1,3}(?: (?:của|ở|bên)(?: \\S+){1,6})?',
  '0 ?%[^,.;]{0,40}',
  '(?:chừng|tầm|khoảng|độ|hơn|gần)? ?(?:một )?nửa(?: thôi)?',
  'lác đác|lẻ tẻ|rải rác|thỉnh thoảng|đôi khi|(?:thử nghiệm|sơ bộ|bước đầu|khởi động) thôi|bước đầu|sơ bộ',
  '(?:nhìn chung|về cơ bản|về nguyên tắc)(?: (?:là|thì))?(?: (?:thế|vậy|có|xong))?',
  '(\\S+) có \\1 (?:không|chưa|ko)',
  '(?:phường|xã|đơn vị|trường|bên|chỗ|nơi|khu) khác (?:thì )?(?:có|làm|xong)(?: rồi)?',
]
/** It is there and is not: on paper, for show, laid by, over; or some of them speak against it. */
const IN_NAME = [
  '(?:có |chỉ )?(?:trên giấy|trên danh nghĩa|lấy lệ|làm cho có|làm lấy lệ|cho có lệ|lấy có)(?: thôi)?',
  '(?:giờ|nay|bây giờ|hiện) (?:thì )?(?:hết|không còn|thôi|bỏ|nghỉ|dừng)(?: rồi)?|hết hiệu lực(?: rồi)?|hết hạn rồi',
  '(?:chỉ là |mới là )?bản (?:nháp|dự thảo)(?: thôi)?|(?:bỏ|hỏng|hủy|huỷ)(?: lâu| hẳn)? rồi|(?:đã|bị) (?:thu hồi|hủy|huỷ|bãi bỏ)(?: rồi)?|không (?:còn )?ai (?:dùng|xài|sử dụng)(?: nữa)?',
  '(?:hồi |từ )?(?:ngày xưa|hồi xưa|trước kia|thời trước)(?: (?:cơ|thôi|kia))?|(?:là )?(?:cái|việc|chuyện|thứ) khác(?: cơ)?|(?:phường|xã|phòng|đơn vị|trường) (?:bên|bạn|khác) làm|từ từ',
  '(?:đề nghị|yêu cầu) (?:bổ sung|sửa|xem lại|điều chỉnh)(?: \\S+){0,4}|(?:xem lại|sửa) (?:mục|câu|ý|phần|điều) \\S+',
  '(?:bỏ xó|đắp chiếu|xếp xó|treo đó|để không|để đó)(?: rồi)?',
  '(?:\\S+ ){1,3}(?:phản đối|không tán thành)|(?:còn |có )(?:\\S+ ){0,2}ý kiến (?:khác|trái chiều|phản đối)',
]
const SAID_TO = '(?: (?:ạ|nhé|nha|em|anh|chị|sếp|a|c|e|luôn|mà|đấy|đó))*'

/** Whether a yes ends, in one of its clauses, by being true of a part only, or in name. */
export const isHardly = orBare(
  new RegExp(
    `(?<=\\S[,;:.…!–-]+ ?|\\s(?:ạ|nhé|nha|nhưng|mà|chứ|a) |^(?:\\S+ ){1,3})(?:${[...IN_PART, ...IN_NAME].join('|')})${SAID_TO}(?=[\\s]*(?:[,.;!…]|$))`,
    'iu',
  ),
)

/** Said of the other answer as well: «thì có mà cũng chưa», «nói vậy chứ làm rồi», «không, có một ít». */
export const saysBoth = orBare(
  /^(?:dạ )?(?:chưa|không)[ạ ,.;]+vừa (?:ký|xong|làm|gửi|nộp|ban hành|duyệt)(?: xong)?[.!]?$|(?:^|\s)thì (?:có|rồi) (?:mà|nhưng) |(?:^|\s)(?:có|được|xong|rồi|làm) thì [^?]{1,80}[,;] ?(?:còn )?(?:không|chưa)(?: có)? thì |(?:^|\s)nói (?:thế|vậy)(?: thôi)? chứ |[,.;…] ?à quên (?:có|chưa|không|đã|rồi)|(?:^|[,.;] ?)(?:không|ko|chưa)(?: có)?[ạ ,.;]+(?:thì |cũng )?có (?:một |1 )?(?:ít|chút|tí|vài|hai|ba|một|\d+)(?: \S+)?[.!]?$|[,.;] ?riêng (?:\S+ ){1,4}(?:thì )?(?:có|xong|làm)(?: rồi)?[.!]?$/iu,
)
