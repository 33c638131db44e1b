import { chooseOne } from '../choice.ts'
import { clausesOf, textOf } from '../clauses.ts'
import { withoutCourtesy } from '../courtesy.ts'
import type { Option } from '../labels.ts'
import { readLine } from '../line.ts'
import { PUTS_OFF } from '../spans/operators.ts'
import { reading } from '../spans/span.ts'
import type { Token } from '../tokens.ts'
import { isAll } from './all.ts'
import { mentionsIn } from './mentions.ts'

type Words = readonly Token[]

/** What is longer is a text. */
const WORDS_AT_MOST = 60

/**
 * A line that chooses in its first clauses, without those behind them that only remark on something («…, tụi em bàn cả tuần mới chốt»). Undefined where
 * there is none, or where all of them are.
 */
export function beforeRemarks(typed: Words, options: readonly Option[]): Words | undefined {
  if (typed.length > WORDS_AT_MOST || PUTS_OFF.test(textOf(typed))) return undefined
  const clauses = clausesOf(typed, true)
  const last = clauses.findLastIndex((words, at) => at === 0 || !isRemark(words, options))
  const next = clauses[last + 1]?.[0]
  return next === undefined ? undefined : typed.slice(0, typed.indexOf(next))
}

/** Whether a clause names no option nor the number of one, chooses no other and leaves out none, and doubts and denies nothing. */
function isRemark(words: Words, options: readonly Option[]): boolean {
  const line = textOf(words).toLowerCase()
  const isBare = words.every(({ text, folded }) => text === folded)
  const said = line.replace(SETTLED, ' ')
  // «năm ngoái cũng vậy», «hai loại này đều có»: no number of an option.
  const lead = COUNTED.exec(line)?.[0].trim().split(' ').length ?? 0
  const one = chooseOne(words.slice(lead), options)
  return (
    words.length > 2 &&
    !isAll(withoutCourtesy(words)) &&
    !(isBare ? AGAINST_BARE : AGAINST).test(said) &&
    mentionsIn(words, options).length === 0 &&
    !one.ok &&
    (one.kind === 'invalid' ? one.why !== 'outOfRange' : one.candidates.length === 0) &&
    !words.some(({ kind }) => kind === 'number') &&
    (isBare || readLine(said).spans.every(span => !OPEN.test(reading(span, 'operator')?.operator ?? '')))
  )
}

/** «bàn cả tuần mới chốt», «họp chốt rồi», «năm ngoái cũng vậy» */
const SETTLED =
  /(?:^|\s)(?:cả (?:tuần|tháng|năm|buổi|ngày)|(?:mới|đã) chốt|chốt (?:rồi|xong)|(?:toàn|nhiều|đông) \S+ \S+|thế là đủ)(?=\s|$)/giu
const COUNTED =
  /^(?:năm (?:nay|ngoái|nào)|nam (?:nay|ngoai|nao)|ba con|(?:cả )?(?:hai|ba|bốn|năm) (?:loại|cái|mục|ý|hình thức|thứ|người|anh em|chị em)(?: (?:này|đó|ấy|đấy))?)(?=\s|$)/u
const AGAINST =
  /(?:^|\s)(?:trừ|bỏ|thêm|nữa|cả|hoặc|hay|khác|kia|thay|đổi|sửa|mà|nhưng|song|và|với|lẫn|còn|riêng|nếu|tùy|tuỳ|sao|nào|gì|muốn|định|sẽ|sau|tới|thôi|đừng|nhầm|lộn|sai|trước|phân vân|cân nhắc|hỏi|xem|tạm|gần|giống|như|chọn|ghi|điền|mục|số|ô|giữa|một nửa|một phần)(?:\s|$)|\?/iu
/** Without accents the many words that are against it only by chance are left out: what is plain is enough. */
const AGAINST_BARE =
  /(?:^|\s)(?:khong|ko|k|chua|chang|hoac|hay|nhung|neu|chac|co le|hinh nhu|co the|nham|lon|sua|doi|bo|tru|them|nua|khac|kia|ma|sao|nao|gi|muon|dinh|se|sau|toi|thoi|sai|hoi|xem|tam|chon|ghi|dien|muc|so|loai|y|con lai|con (?:mot|hai|ba|bon|may|cai)|rieng|va|voi|lan|dung|phan van|can nhac|gan|giong|nhu)(?:\s|$)|\?/u
const OPEN = /^(?:doubt|dontKnow|or|correction|denial|negation|notYet|future)$/
