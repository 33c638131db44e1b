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
