import { textOf } from '../clauses.ts'
import { readLine } from '../line.ts'
import type { Period } from '../spans/period.ts'
import { reading } from '../spans/span.ts'
import { orBare } from '../without-accents.ts'
import { asMeant } from './as-meant.ts'
import type { Clause } from './clauses.ts'
import { fromWords } from './from-words.ts'
import { onlyHappened } from './happened.ts'
import { isPartly } from './partly.ts'
import { type Said, says, type Words } from './says.ts'
import { isNotBefore, isRequest, saysOther, standsBy } from './stands-by.ts'

/** Whether a clause beside an answer speaks against it. What tells how, when, by whom, why or what else does not. */
export function speaksAgainst(clause: Clause, answer: boolean): boolean {
  const { link } = clause
  const words = asMeant(clause.words)
  if (saysOther(clause.words, answer)) return true
  if (standsBy(words, answer) || onlyHappened(textOf(words))) return false
  const said = says(answer ? words : words.filter(word => !isOnly(word)), [])
  if (!answer && isNotBefore(words) && !said.includes('yes')) return false
  if (said.includes('doubt')) return !GO_ON.test(textOf(words))
  if (ASKS.test(textOf(words)) || checks(textOf(words))) return true
  if (answer && isDeniedAtEnd(words)) return true
  if (isThen(words)) return answer && ONLY_THEN.test(textOf(words))
  if (link === 'although') return answer && said.some(say => say === 'no' || say === 'later')
  return answer ? againstYes(clause, said) : againstNo(words, said, link)
}

/** «có vụ nào đâu» */
function isDeniedAtEnd(words: Words): boolean {
  const reading = words.at(-1)?.text === 'đâu' ? answerIn(words) : undefined
  return reading?.ok === true && !reading.value && !says(words, []).includes('no')
}

/** «có, nhưng ít», «rồi, còn 2 khu», «có, chưa xong», «có, đang làm» */
function againstYes({ words, link }: Clause, said: readonly Said[]): boolean {
  if (link === 'but')
    return (
      !isRequest(textOf(words)) &&
      !isLate(textOf(words)) &&
      (said.includes('no') || !isOfPapers(words) || LACKS.test(textOf(words)))
    )
  if (link === 'because') return false
  if (isPartly(words) || isOfOthers(textOf(words))) return true
  if (said.includes('no')) return !isNothingLeft(words, said)
  return (said.includes('later') || isLater(textOf(words))) && !isOfPapers(words)
}

/** «có, mà hơi trễ tí» */
const isLate = orBare(
  /^(?:hơi |có |cũng |làm |bị )*(?:trễ|muộn|chậm)(?: (?:hơn|tí|tý|chút|một chút|xíu|hạn|mấy|vài|ngày|hôm|so với|kế hoạch|thôi|ạ|anh|chị|em))*$/iu,
)

/** «có, nhưng phải bổ sung minh chứng»: it is not whole. */
const LACKS = /(?:^|\s)(?:phải|cần|thiếu|bổ sung|phai|can|thieu|bo sung)(?:\s|$)/iu
/** «có, sau tháng 6» */
const LATER = /^(?:sau|trước|đầu|cuối) (?:tháng|quý|năm|tuần)(?:\s|$)/iu
/** «có, đúng không» */
const ASKS = /^(?:đúng|phải|được|có|dung|phai|duoc) (?:không|ko|k|khong|chưa|chua|chứ)$/iu
/** «em kiểm tra lại đã», «em xem lại rồi báo» */
const CHECKS =
  /(?:^|\s)(?:xem|kiểm tra|hỏi|rà|rà soát|đối chiếu|xác nhận)(?: \p{L}+){0,3} (?:(?:rồi báo|báo lại|báo sau|sẽ báo)(?: \p{L}+){0,2}|đã(?: (?:ạ|nhé|nha|em|anh|chị))*)$/iu
/** «phường khác» */
const OTHERS =
  /(?:^|\s)(?:phường|xã|phòng|đơn vị|trường|khu|cơ quan|bên|nơi|chỗ|người) (?:khác|kia|nọ)(?:\s|$)|^(?:của |bên |ở )(?:phường|xã|phòng|đơn vị|trường) (?:bên|bạn)$/iu

/** «chưa, đã có rồi»; that something is there besides, or how it is known, takes no «no» back. */
function againstNo(words: Words, said: readonly Said[], link: Clause['link']): boolean {
  const isTwice = said.filter(say => say === 'no').length > 1
  const affirms = said.some(say => say === 'yes' || say === 'done')
  if (link === 'because') return words.some(({ text }) => text === 'rồi')
  if (link === 'but') return affirms || isTwice
  if (said.includes('yes') && said.at(-1) === 'no' && !said.includes('unknown')) return true
  if (SAID_SO.test(textOf(words))) return true
  if (isTwice || !affirms || isPartly(words) || isKnownBy(textOf(words))) return isTwice
  if (said.includes('no') || said.includes('later') || isRemark(words)) return false
  return !words.some(isOnly) || isJustDone(textOf(words))
}

/** «sếp nói có», «anh Hiệp báo là xong rồi» */
const SAID_SO =
  /(?:^|\s)(?:nói|báo|bảo|khẳng định|xác nhận|noi|bao|khang dinh|xac nhan)(?: là| rằng| la| rang)? (?:có(?: rồi)?|xong(?: rồi)?|rồi mà|đã \S+(?: xong)?(?: rồi)?|co(?: roi)?|xong(?: roi)?)$/iu

/** «tuần sau mới xong»: not before. */
const isOnly = ({ text }: Words[number]): boolean => /^(?:mới|moi|ms)$/.test(text)
/** «em mới làm xong», «hôm qua mới gửi rồi» */
const JUST_DONE =
  /^(?:(?:em|e|tôi|mình|bên em|vừa|hôm qua|sáng nay|hôm nay|vừa rồi|lúc nãy) ?)*(?:mới|ms) .*(?:rồi|xong|rùi)$/iu

/** «năm ngoái thì có», «tuần trước tôi báo chưa»: of another time, which says nothing of now. */
export const isThen = (words: Words): boolean =>
  isBefore(textOf(words)) ||
  readLine(textOf(words)).spans.some(span => {
    const period = reading(span, 'period')?.period
    const day = reading(span, 'day')?.day
    return (period !== undefined && isPast(period)) || (day?.is === 'week' && day.offset < 0)
  })

/** «nhưng năm ngoái cơ»: then, and not now. */
const ONLY_THEN =
  /^(?:là |của |từ |hồi )?(?:năm|đợt|kỳ|quý|tháng) (?:ngoái|trước|kia)(?: \S{1,4})? (?:cơ|thôi|kia)(?: mà)?$/iu

const isPast = (period: Period): boolean =>
  period.is === 'shifted'
    ? period.by < 0
    : period.year !== undefined && 'offset' in period.year && period.year.offset < 0

const BEFORE =
  /^(?:mọi năm|mọi khi|trước(?= (?:thì|chưa)(?:\s|$))|trước đây|trước kia|hồi trước|hồi xưa|ngày xưa|xưa kia|đợt trước|lần trước|hôm trước|ban đầu|lúc đầu|hồi đầu|đầu năm(?= thì))(?:\s|$)/iu

/** «có danh sách kèm theo»: what there is besides, or was done, and no answer of its own. */
export function isRemark(words: Words): boolean {
  const said = says(words, [])
  const isMore =
    said.lastIndexOf('unknown') > said.findLastIndex(say => say === 'yes' || say === 'done') &&
    !words.some(({ kind, text }) => kind === 'number' || SETTLES.test(text))
  const isClosing =
    CLOSES.test(words[0]?.text ?? '') && !says(words.slice(1), []).some(say => say === 'yes' || say === 'done')
  return (isMore || isClosing) && !said.some(say => /^(?:no|doubt|later)$/.test(say))
}

/** «làm xong hết r b» */
const SETTLES = /^(?:rồi|roi|rùi|rui|r|xong|chứ|chớ)$/
/** «ok anh nhé» */
const CLOSES = /^(?:ok|oke|okie)$/

/** «không sót khu nào», «không có ý kiến gì»: nothing of another thing, so that all of this holds. «không làm gì» is of this one. */
function isNothingLeft(words: Words, said: readonly Said[]): boolean {
  const at = said.indexOf('no')
  const text = textOf(words)
  const isOther = /^(?:unknown|later)$/.test(said[at + 1] ?? '') && said.filter(say => say === 'no').length === 1
  return isOther && !/chưa|chua/iu.test(text) && tellsOfNothing(text)
}

const NOTHING =
  /(?:^|\s)(?:không|ko|k|hông|chẳng|chả)\s.{0,40}\s(?:gì|nào|ai|cả|chi|mô)(?:\s|$)|(?:không|ko) (?:ai|sót|trễ|muộn)(?:\s|$)/iu

/** «bản đóng dấu thì mai mình gửi»: the papers come later, the thing itself is there. «hệ thống đang chạy ổn»: it is at work. */
const isOfPapers = (words: Words): boolean => SENDS.test(textOf(words)) || IS_AT_WORK.test(textOf(words))

const SENDS =
  /(?=.*(?:^|\s)(?:bản|ảnh|hình|file|giấy|biên bản|minh chứng|danh sách|link|phiếu|tài liệu|phụ lục|bản cứng|bản scan)(?:\s|$)).*(?:^|\s)(?:gửi|nộp|chuyển|trình|mang|đưa|bổ sung|cung cấp|đính kèm)(?:\s|$)/iu
const IS_AT_WORK = /(?:^|\s)đang (?:chạy|hoạt động|vận hành|dùng|sử dụng|duy trì|áp dụng|phát huy|có \d+)(?:\s|$)/iu

/** «em hỏi cả tổ rồi», «công an phường cũng xác nhận rồi»: how the answer is known. */
const KNOWN_BY =
  /\s(?:xác nhận|xac nhan|khẳng định|khang dinh|bảo|nói)(?: (?:thế|vậy|the|vay))?(?: (?:rồi|roi))?$|(?:^|\s)(?:hỏi|kiểm tra|kiểm|rà|rà soát|soát|xem|tra|đối chiếu|xác minh|đọc|đếm|nói|thống kê|báo(?! cáo))\s/iu

/** «cứ thế mà làm» */
const GO_ON = /(?:^|\s)cứ\s.{1,20}\smà\s[^?]*$/iu

/** Read by itself, a clause that is an answer. */
export const answerIn = (words: Words) => fromWords(textOf(words))

const checks = orBare(CHECKS)
const isKnownBy = orBare(KNOWN_BY)
const tellsOfNothing = orBare(NOTHING)
const isOfOthers = orBare(OTHERS)
const isLater = orBare(LATER)
const isJustDone = orBare(JUST_DONE)
const isBefore = orBare(BEFORE)
