import { PUTS_OFF } from '../spans/operators.ts'
import { orBare } from '../without-accents.ts'

/** What is longer is a text. */
export const WORDS_AT_MOST = 60

/** «mô hình, còn phải bàn thêm» */
const UNDECIDED =
  /(?:^|\s)(?:còn|cần) (?:phải )?(?:bàn|họp|cân nhắc|thống nhất|xem|hỏi)(?: (?:thêm|lại|đã|ý kiến|hội đồng|lãnh đạo))*(?:[\s.,]|$)|(?:^|\s)(?:phân vân|cân nhắc|đổi ý|(?:sao|nào) cũng được|(?:chắc|hình như) (?:thế|vậy))(?:[\s.,]|$)/iu

const [putsOff, undecided] = [orBare(PUTS_OFF), orBare(UNDECIDED)]
export const isUndecided = (said: string): boolean => putsOff(said) || undecided(said)

/** «lúc khá lúc tốt», «nửa mô hình nửa giải pháp» */
export const ONE_AND_OTHER = /(?:^|\s)(lúc|nửa|khi|chỗ|vừa)\s\S.{0,60}?\s\1\s|(?:^|\s)(nua|luc|vua)\s.{0,60}?\s\2\s/iu

/** «giải pháp, năm ngoái», «mô hình thì sang năm mới có», «giải pháp, hủy»: chosen for another time, or not at all. */
const NOT_NOW = orBare(
  /^(?:hồi |là |đợt )?(?:năm|kỳ|đợt|lần|quý) (?:ngoái|trước)(?: là| chọn)? [^,.;]*$|(?<!(?:^|\s)(?:từ|tu))[\s,.;](?:(?:là |của ){0,2}(?:năm|kỳ|đợt) (?:ngoái|trước)|(?:sang năm|năm sau|năm tới)(?: mới (?:có|làm|đăng ký|triển khai))?)(?: (?:ạ|nhé|cơ|thôi|rồi|em|anh|chị|a))*[.! ]*$|[,.;] ?(?:(?:hủy|huỷ|bỏ)|(?:chỉ )?một phần(?: thôi)?)[.! ]*$|\s(?:trước đã|nhỉ|chăng|một phần)[.! ]*$/iu,
)
/** «1, 2, đổi sang mô hình», «giải pháp, à số 3»: which of them is left is not said. */
const CHANGES = orBare(
  /\S[\s,.;]+(?:à(?: không)?|ý (?:em|tôi|mình)(?: là)?|(?:đổi|sửa|thay)(?: lại)? (?:thành|sang|là|bằng)|chọn lại(?: là)?) (?=\S)/iu,
)
/** «1, 3, chỉ là giải pháp thôi», «mô hình và sáng kiến, 2 thôi» */
const NO_MORE = orBare(
  /[,.;] ?chỉ [^,.;]{2,40} thôi(?: (?:ạ|nhé|em|anh|chị|c|a|ơi))*[.! ]*$|^\D+[,.;] ?\d thôi(?: \S+)*$/iu,
)

/** Whether what is chosen is of another time, or withdrawn. */
export const isNotNow = (text: string): boolean => NOT_NOW(text.normalize('NFC').trim())

/** Whether a line that seems to choose several changes from one to the other, or says that there is but one. */
export const mayBeFewer = (text: string): boolean =>
  CHANGES(text.normalize('NFC').trim()) || NO_MORE(text.normalize('NFC').trim())

/** «anh hai», «thứ tư», «sáng», «sếp đi công tác», «giai phap nao»: called so, a day, a time of it, where somebody is, of another unit, or asked back. */
const OTHER_WORD = orBare(
  /^(?:dạ |ạ )?(?:(?:anh|chị|chú|cô|bác|dì|cậu) (?:hai|ba|tư|năm|sáu|bảy)(?:, ?| và |(?= |$)))+(?: (?:ơi|ạ|nhé|nha))*$|^thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])(?:(?:, ?| và | với )(?:thứ )?(?:hai|ba|tư|năm|sáu|bảy|[2-7]))*$|^(?:sáng|làm|ý kiến|năm (?:năm|mới))$|^nhà (?:em|tôi|mình|anh|chị) (?:ở )?(?:là )?số|(?:^|\s)đi công (?:tác|vụ)$|^công tác xa$|^(?:ba|hai|bốn|bon|tư|năm|nam) (?:em|ơi|oi|mẹ|má)[.! ]*$|^(?:1|một) mình(?: |$)|^[1-9] (?:sếp|người) |^giấy chứng nhận |(?:^|\s)của (?:phường|xã|phòng|đơn vị|trường) (?:bên|bạn|khác|kia)(?: |,|$)|^(?:hết|cả|đủ thứ)$|^(?:(?!không |khong )\S+ )+(?:nào|gì)(?: (?:ạ|nhỉ|vậy|thế|em|anh|chị))*$/iu,
)
export const isOtherWord = (text: string): boolean => OTHER_WORD(text.normalize('NFC').trim())
