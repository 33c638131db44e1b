import type { Line } from '../line.ts'
import { reading } from '../spans/span.ts'
import { fold } from '../text.ts'

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
  if (MADE_IN.test(before)) return true
  return period.is === 'months' && (LASTS.test(before) || AGE.test(behind))
}

/** «cả năm ạ», «năm nhé» */
const OPENS = /^(?:(?:^|\s)(?:da|vang|thua|bao cao|so lieu|theo|ca|tinh|cua|ky|lay|chon|la|em|anh|chi))*$/
const CLOSES = /^(?:(?:^|\s)(?:a|nhe|nha|thoi|em|anh|chi|day|do))*[.!]?$/
const LIKE = /(?:^|\s)(?:nhu|giong|bang|may|de|doi)$/
/** «tháng 4 em báo» */
const PROMISES =
  /^(?:em|minh|toi|ben em|chau) (?:se |moi )*(?:bao|gui|nop|tra loi|nghi|lam|bo sung|ve huu|cuoi|de)(?! .*roi)(?:\s|$)|^lam an(?:\s|$)/
/** «tháng này bận quá» */
const BUSY = /^ bận(?: |$)/iu
const LUNAR = /^(?:am|ta)(?:\s|$)/
const MADE_IN = /(?:^|\s)(?:sinh|cuoi)$|^(?:em|toi|minh) (?:moi )?(?:vao|chuyen|nhan)(?: \S+){0,3}$/
const LASTS = /(?:^|\s)(?:nghi|nghi de|nghi sinh|thai san|hop dong|bao hanh|an treo|thu viec|con em|be|chau)$/
const AGE = /^tuoi(?:\s|$)/
