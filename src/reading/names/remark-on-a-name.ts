import { readLine } from '../line.ts'
import type { Operator } from '../spans/operators.ts'
import { reading } from '../spans/span.ts'
import { orBare } from '../without-accents.ts'
import { isMiddle, type Words } from './name-part.ts'
import { areSmall } from './name-words.ts'
import { isSurname } from './surnames.ts'

/** What closes a clause and says nothing. */
const PARTICLE = /^(?:ạ|nhé|nha|nhá|em|anh|chị|sếp|đấy|đó|ấy|mà|luôn|nghen|ơi|a|nhe|hết)$/
/** What makes a clause a sentence, that no list of names has. */
const TELLS =
  /(?:^|\s)(?:rồi|cũng|đã|vừa|mới|lắm|quá|suốt|mãi|nhau|thế|vậy|xong|thì|cứ|đều|(?:gửi|nộp|chuyển|in|mang) (?:sau|kèm|riêng))(?:\s|$)|^(?:anh|chị|em|sếp) (?:cứ|liên hệ|gọi|nhắn|ghi|điền|nhập|xem|báo)(?:\s|$)/iu
/** Somebody else, the name itself, or somebody who is no longer meant. */
const OF_PEOPLE =
  /(?:^|\s)(?:người|con|cháu|chồng|vợ|bố|mẹ|sếp|lãnh đạo|đồng nghiệp|cộng sự|bạn|nhóm|tập thể|cả(?= (?!tuần|tháng|năm|buổi|ngày))|ai|tên|họ|gọi|dấu|chữ(?! k[ýí])|viết|thêm|nữa|cùng|kèm (?:theo )?(?:anh|chị)|với|và|rút|từ chối|bận|xin thôi|kỷ luật|phụ|giúp|hộ|hỗ trợ|góp|tham gia|làm|thay|nguoi|ten|ho|goi|dau|them|nua|voi|va)(?:\s|$)/iu
const UNSETTLED =
  /(?:^|\s)(?:nghỉ|hưu|chuyển|điều|miễn|thôi|mất|ốm|bệnh|đi học|bị|hết|sắp|cũ|trước|đổi|sửa|xóa|xoá|gạch|bỏ|nhầm|lộn|sai|chờ|đợi|cần|tạm|chốt|dự thảo|xác minh|lại|nhớ|đoán|nghĩ|tưởng|sẽ|sau|tới|mai|khác|ngoài|nghe|ngoái|nghi|sap|cu|doi|sua|bo|nham|sai|tam|chot|lai|nho|doan|khac)(?:\s|$)/iu
const isOfPeople = orBare(OF_PEOPLE)
const isUnsettled = orBare(UNSETTLED)
/** «chốt rồi», «vừa hỏi lại phòng», «ảnh chị gửi sau», «năm ngoái in sai»: what is settled, comes later, or was wrong before. */
const SETTLED =
  /(?:^|\s)(?:chốt (?:rồi|xong)|tự (?:làm|viết|nghĩ|mày mò|thiết kế)(?: hết)?|cũng (?:là |ghi |để )?tên (?:đó|đấy|ấy|vậy|thế)|ai cũng (?:biết|quý|khen|mến|nể)|(?:từ |hồi )?(?:tháng|quý|năm) \d{1,4}|(?:đã|mới) chốt|(?:vừa|đã|mới) (?:hỏi|kiểm tra|xem|xác nhận|đối chiếu|tra) lại|(?:gửi|nộp|chuyển|in|mang|trình) sau|(?:năm ngoái|năm trước|kỳ trước|đợt trước|lần trước|hôm trước|bữa trước)(?: (?!này|đây)\p{L}+){0,5} (?:sai|nhầm|lộn|thiếu)(?: tên| dấu)?(?: (?:anh|chị|em))?|(?:năm ngoái|năm trước|kỳ trước|đợt trước|lần trước) cũng(?: (?:có )?(?:hai|ba|bốn|mấy) (?:người|anh em|chị em))?|^(?:hai|ba|bốn|cả hai|cả ba) (?:người|anh em|chị em|anh chị|đồng chí)(?: em)?(?= (?:đã )?(?:thống nhất|ký|đồng ý|nhất trí|bàn|họp)(?:\s|$))|(?:bên|phòng|phường|xã|trường|cơ quan|đơn vị) (?:em|tôi|mình|anh|chị) (?:mới |vừa |đã )?(?:đổi|thay) (?:người|đầu mối)(?: (?:phụ trách|theo dõi|mới))?(?= rồi| ạ|$)|^(?:người|trưởng phòng|đầu mối|cán bộ|chị|anh|đồng chí|bạn)(?: \p{L}+){0,2} (?:cũ|trước) (?:đã |vừa |mới )?(?:nghỉ hưu|nghỉ|chuyển(?: công tác| đi)?|về hưu|thôi việc)(?= rồi|$)|(\p{L}+) \p{L}+ \1 \p{L}+|(?:chứ )?(?:chẳng|chả|không|đâu có) (?:chơi|đùa|phải vừa))(?=\s|$)/giu
/** «chị hoa đã ký»: behind a title a name, unless a word that people do. */
const NAMED =
  /(?:^|\s)(?:anh|chị|cô|chú|bác|ông|bà|thầy|đồng chí|đc|em) (?!(?:tự|vừa|đã|mới|cứ|gửi|hỏi|liên|gọi|nhắn|ghi|điền|nhập|xem|báo|thấy|cũng|in|chụp|đang|nộp|mang|ấy|em|anh|chị|đều|thống|ký|bàn|họp|chia)(?:\s|$))/iu
/** These speak of who it is. */
const OPEN: ReadonlySet<Operator> = new Set<Operator>([
  'doubt',
  'dontKnow',
  'or',
  'correction',
  'denial',
  'negation',
  'notYet',
  'future',
])

/**
 * Whether a clause beside a person's full name is a sentence of its own about something else («danh sách họp chốt rồi đấy», «cãi nhau mãi mới xong»): it
 * names and numbers nobody, doubts nothing and takes nothing back.
 */
export function isRemark(words: Words): boolean {
  const end = words.findLastIndex(({ text }) => !PARTICLE.test(text)) + 1
  const said = words.slice(0, end)
  const line = said.map(({ text }) => text).join(' ')
  const rest = line.replace(SETTLED, ' ').replace(/\s+/g, ' ').trim()
  const mayBeName = isSurname(said[0]?.text ?? '') && (isMiddle(said[1]) || (rest === line && said.length < 5))
  return (
    (end > 2 || (end === 2 && /^(?:lắm|quá)$/.test(said[1]?.text ?? ''))) &&
    end < 25 &&
    areSmall(words) &&
    !mayBeName &&
    !NAMED.test(line) &&
    (rest !== line || TELLS.test(line)) &&
    !isOfPeople(rest) &&
    !isUnsettled(rest) &&
    !/[\d%?]/.test(`${rest} ${words.at(-1)?.raw}`) &&
    readLine(rest).spans.every(span => !OPEN.has(reading(span, 'operator')?.operator ?? 'approx'))
  )
}
