import { orBare } from './without-accents.ts'

const SAID_TO =
  '(?: (?:ạ|nhé|nha|nhá|em|anh|chị|sếp|bạn|a|c|e|với|đã|rồi|luôn|ơi|đi|thôi|nhỉ|lắm|đấy|đó|mà|nghen|hen))*'
const THAT =
  '(?: (?:cái|câu|mục|ý|dòng|tên|chữ|đáp án|câu trả lời)(?: (?:đó|này|đấy|ấy|kia|trên|vừa rồi))?| (?:đó|này|đi)(?=$|[ .,]))'
const FOR_ME = '(?: (?:lại|giúp|giùm|dùm|hộ))+'

/** It is taken back, or is not to be written down yet. */
const WITHDRAWN = [
  '(?:xin )?rút(?= (?:lại|rồi|ạ))(?: lại)?(?: câu trả lời| ý kiến)?',
  `(?:xóa|xoá|hủy|huỷ|gạch|bỏ)(?:${THAT}|${FOR_ME}| ra)+`,
  `(?:đừng|khoan|chớ|chưa vội)(?: có)? (?:ghi|chọn|nhập|lưu|tính|điền|lấy|gửi|chốt)${THAT}?(?: vội)?`,
  '(?:khoan|từ từ)(?= đã)|khoan',
  '(?:chờ|đợi) (?:em |tôi |mình )?(?:tí|chút|xíu|tẹo|lát)',
  `(?:em |tôi |mình )?(?:gửi|bấm|viết|ghi|chọn|nhập|gõ|điền|đánh) (?:lộn|nhầm|sai)(?: rồi)?${THAT}?`,
  '(?:à |ấy |ấy chết )?(?:em |tôi |mình )?(?:nhầm|lộn)(?: rồi)?',
  '(?:sai|sai tên|sai số|sai câu) rồi',
  'không (?:đúng|phải)(?: (?:vậy|thế|đâu|(?:anh|chị|cô|ông|bà|người|cái|câu) (?:ấy|này|đó)))?',
  'ngược lại|(?:à )?(?:em |tôi )?đổi ý',
  'nói đùa|đùa(?= (?:thôi|đấy|đó))',
].join('|')

/** It is no more than a guess, or an example of what it might be. */
const GUESSED = [
  '(?:cứ )?(?:ghi|chọn|điền|để) (?:đại|bừa|tạm)|(?:đại|bừa|tạm)(?= (?:vậy|thế))(?: \\S+)',
  '(?:ghi |chọn |điền )?(?:tạm|bừa|đại)(?: ghi)? (?:vậy|thế)',
  '(?:chỉ )?(?:là )?ví dụ(?: (?:vậy|thế|thôi))?',
  'chẳng hạn|đại loại(?: (?:thế|vậy|là thế))?|na ná (?:vậy|thế)|(?:kiểu|gần)(?: như)? (?:vậy|thế)|giả dụ(?: (?:vậy|thế))?',
  '(?:hình như|chắc|có lẽ) (?:là )?(?:vậy|thế)',
  '(?:em |tôi |mình )?(?:nghĩ|đoán)(?: là)? (?:vậy|thế)',
  '(?:em |tôi |mình )?(?:không|chưa) (?:chắc|rõ|nhớ rõ)',
  '(?:cái |câu |ai )?(?:gì|sao|nào) cũng (?:được|đúng)|cũng được',
  'v\\.? ?v|vân vân',
].join('|')

/** Somebody else is to see to it first, or is asked. */
const HANDED_ON = [
  '(?:anh|chị|sếp|bạn) (?:(?:xem|kiểm tra|coi|hỏi|rà|kiểm) (?:giúp |giùm |hộ )?lại|(?:chọn|quyết|kiểm tra) (?:giúp|giùm|dùm|hộ))(?: (?:giúp|giùm|dùm|hộ))?',
  '(?:tùy|tuỳ) (?:anh|chị|sếp|bạn)(?: (?:chọn|quyết|ghi))?',
  '(?:để )?(?:em|tôi|mình) (?:hỏi|xem|kiểm tra|rà|coi) lại',
  '(?:phải|đúng|được) không',
  '(?:ai bảo|ai nói|sao lại|làm sao) (?:không|chưa)',
].join('|')

/** Of another time, and by that alone of no other. */
const ELSEWHEN =
  '(?:(?:đó |đấy |cái đó )?là )(?:của )?(?:năm|đợt|kỳ|quý|tháng|hồi) (?:ngoái|trước)(?: (?:cơ|thôi))?|của (?:năm|đợt|kỳ|quý) (?:ngoái|trước)|(?:năm|đợt|kỳ|quý|hồi|lần) (?:ngoái|trước) (?:cơ|thôi)'

/** A clause of its own, or all that stands behind a few words. */
const BEGINS =
  '(?<!(?:^|\\s)(?:không|ko|k|chẳng|chả|tránh|kẻo|khỏi|sợ|bị|đỡ|để) )(?<=\\S[,;:.…!–-]+ ?|\\s(?:ạ|nhé|nha|nhưng|mà|chứ|a) |^(?:\\S+ ){1,4})'

const CLOSING = orBare(
  new RegExp(
    `${BEGINS}(?:(?:thì|mà|em|tôi|là) )?(?:${WITHDRAWN}|${GUESSED}|${HANDED_ON}|${ELSEWHEN})${SAID_TO}[\\s.!?…)]*$`,
    'iu',
  ),
)

/** What is longer ends a text, and no answer. */
const LONGEST_ANSWER = 400

/**
 * Whether a line of any kind ends by leaving open what it said: taken back («rút lại», «đừng ghi»), a guess («ghi bừa vậy»), handed on («chị xem lại
 * giúp em»), asked, or of another time and no other.
 */
export const isLeftOpen = (text: string): boolean => {
  const said = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  return said.length < LONGEST_ANSWER && CLOSING(said)
}
