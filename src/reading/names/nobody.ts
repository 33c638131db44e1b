import { PUTS_OFF } from '../spans/operators.ts'
import { orBare } from '../without-accents.ts'
import { namesSomebody } from './beside-a-name.ts'
import type { SaidPart } from './name-part.ts'
import { WRITTEN_WRONG } from './without-label.ts'

/** «sếp chưa phân công ai cả», «hổng nhớ tên nữa» */
const NOBODY =
  /(?:^|[\s,])(?:chưa|không|ko|k|hổng|hông|hong|hem|chẳng|chả)\s(?:\p{L}+\s){0,5}(?:ai|tên|người|nhân sự|đầu mối)(?=[\s,.;!]|$)|(?:^|[\s,])quên (?:mất |béng )*(?:họ )?tên(?=[\s,.;!]|$)/iu
/** «chưa phân công», «chưa thống nhất, để họp đã» */
const NOT_CHOSEN =
  /^(?:(?:dạ|ạ|em|bên em|đơn vị em|đơn vị|phòng em|sếp|lãnh đạo) )*(?:chưa|hổng|chưa có|vẫn chưa) (?:\p{L}+ ){0,1}(?:phân công|cử|thống nhất|chốt|bố trí|bàn xong|họp bàn)(?: được)?(?=[\s,.;!]|$)/iu
/** «Theo phân công của lãnh đạo cơ quan», «có danh sách kèm theo» */
const REFERS =
  /^(?:dạ |ạ |em |e )*(?:(?:theo|căn cứ|xem|xem trong|như|như trong|trong|có|ở)(?: \p{L}+)? (?:danh sách|quyết định|phân công|tờ trình|công văn|giấy|văn bản|phụ lục|biểu|hồ sơ)|danh sách (?:kèm|gửi|đính|ở|sau|em|đã|trong))(?=[\s,.;!]|$)/iu

/** «ten thi de hoi lai sep da»: put off, without accents. */
const PUTS_OFF_BARE =
  /^(?:(?:da|ten|ho ten|nguoi ky) (?:thi )?)?de (?:[a-z]+ ){0,2}(?:hoi|xem|kiem tra|xac nhan)(?: lai)?(?: [a-z]+){0,3} (?:da|nhe|a)(?:[.,; ]|$)/

/** «chị đợi em tí, em sang hỏi danh sách» */
const WAITS =
  /^(?:dạ |(?:anh|chị|sếp|bạn) )*(?:đợi|chờ) (?:em |tôi |mình |cháu )?(?:tí|chút|xíu|lát|tẹo)(?=[\s,.;!]|$)/iu
/** «phải chờ họp chi bộ xong mới cử được người» */
const NOT_BEFORE =
  /(?:^|\s)(?:phải|còn|đang) (?:chờ|đợi|họp) (?:\p{L}+ ){1,7}(?:mới|rồi|xong) (?:\p{L}+ ){0,2}(?:cử|phân công|chốt|bầu|biết|có)(?=[\s,.;!]|$)/iu
const FORMS = [WAITS, NOT_BEFORE, NOBODY, NOT_CHOSEN, REFERS, PUTS_OFF].map(orBare)

/** Whether a line in which no person's name is plain says that there is nobody yet, or puts the name off, or only tells where it stands. */
export const namesNobody = (line: string, parts: readonly SaidPart[]): boolean =>
  PUTS_OFF_BARE.test(line) ||
  WRITTEN_WRONG.exec(line)?.[0] === line ||
  (FORMS.some(isOf => isOf(line)) &&
    !parts.some(part => (part.is === 'name' && !part.isLow) || part.is === 'group' || namesSomebody(part.words)))
