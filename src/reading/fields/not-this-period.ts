import type { Line } from '../line.ts'
import { reading } from '../spans/span.ts'
import { fold } from '../text.ts'
import { CALLED_BY_FIGURES } from './called-by-figures.ts'

/**
 * Whether a line names a period that is not the one that is asked for: compared with («như năm ngoái»), how long something lasts («nghỉ đẻ 6 tháng»,
 * «bé 9 tháng tuổi»), when somebody will answer («quý 2 em gửi»), or a «năm» that is five or somebody.
 */
export function isOtherPeriod({ spans, text }: Line): boolean {
  const said = spans.filter(span => reading(span, 'period') ?? reading(span, 'number'))
  const [span] = said
  if (span === undefined) return false
  const [before, behind] = [fold(text.slice(0, span.start)), fold(text.slice(span.end))]
  const period = reading(span, 'period')?.period
  if (period === undefined)
    return fold(text.slice(span.start, span.end)) === 'nam' && !(OPENS.test(before) && CLOSES.test(behind))
  if (said.length > 1) return false
  if (LIKE.test(before) || PROMISES.test(behind) || LUNAR.test(behind) || BUSY.test(text.slice(span.end))) return true
  if (MADE_IN.test(before) || BILLED.test(before) || isCalled(text.slice(0, span.start), text.slice(span.start)))
    return true
  return period.is === 'months' && (LASTS.test(before) || AGE.test(behind))
}

/** «cả năm ạ», «năm nhé» */
const OPENS = /^(?:(?:^|\s)(?:da|vang|thua|bao cao|so lieu|theo|ca|tinh|cua|ky|lay|chon|la|em|anh|chi))*$/
const CLOSES = /^(?:(?:^|\s)(?:a|nhe|nha|thoi|em|anh|chi|day|do))*[.!]?$/
const LIKE = /(?:^|\s)(?:nhu|giong|bang|may|de|doi|tru|tru ra)$/
/** «tháng 4 em báo», «tháng 3 đẻ» */
const PROMISES =
  /^(?:em|minh|toi|ben em|chau) (?:se |moi )*(?:bao|gui|nop|tra loi|nghi|lam|bo sung|ve huu|cuoi|de|vao lam)(?! .*roi)(?:\s|$)|^(?:em |con |con em |chau )?(?:cuoi|de|nghi de|ve huu|vao lam|thi|vao lop)(?: \d+| dai hoc)?$|^lam an(?:\s|$)/
/** «tháng này bận quá», «năm nay mưa nhiều» */
const BUSY = /^ (?:bận|đông việc|nhiều việc|khó quá|mưa|nóng|lạnh|(?:sếp|con em) \p{L}+)(?: |$)/iu
const LUNAR = /^(?:am|ta)(?:\s|$)/
const MADE_IN = /(?:^|\s)(?:sinh|sinh nhat|cuoi|win)$|^(?:em|toi|minh) (?:moi )?(?:vao|chuyen|nhan)(?: \S+){0,3}$/
/** «tiền điện tháng 3» */
const BILLED = /(?:^|\s)(?:luong|tien (?:dien|nuoc|nha|an|mang)|hoa don|ret|ky nghi)$/
const LASTS =
  /(?:^|\s)(?:nghi|nghi de|nghi sinh|thai san|hop dong|bao hanh|an treo|thu viec|con em|be|chau|con|bau|co bau|thai|mang thai|lai suat|tiet kiem|thue|tap su|hoc|di hoc|vay|tra gop|han dung|han su dung)$/
const AGE = /^(?:tuoi|nua)(?:\s|$)/
/** «QĐ 12/2024», «nhà 12/2024», «chị Quý 3» */
const isCalled = (before: string, typed: string): boolean =>
  (/^\d{1,2}\/\d/u.test(typed) && (CALLED_BY_FIGURES.test(before) || /(?:^|\s)(?:số|biển) $/iu.test(before))) ||
  (/^qu[yý]/iu.test(typed) && /(?:^|\s)(?:anh|chị|cô|bác|ông|bà|chú) $/iu.test(before))
