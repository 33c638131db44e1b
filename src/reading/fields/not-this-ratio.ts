import type { Line } from '../line.ts'
import { reading, type Span } from '../spans/span.ts'
import { CALLED_BY_FIGURES } from './called-by-figures.ts'

/** Whether two figures over a slash are no share: an address, a paper, a step («trang 5/10»), a day off, marks («8/10 điểm»), a month of a year. */
export function isOtherRatio({ text }: Line, span: Span): boolean {
  const [before, typed] = [text.slice(0, span.start), text.slice(span.start, span.end)]
  if ((MONTH_OF_YEAR.test(typed) && PERIOD.test(before)) || OF_TIME.test(typed + text.slice(span.end))) return true
  return (
    reading(span, 'ratio')?.literal === true &&
    (CALLED_BY_FIGURES.test(before) || OF_ELSE.test(before) || isYears(typed) || MARKS.test(text.slice(span.end)))
  )
}

const MONTH_OF_YEAR = /^(?:0?[1-9]|1[0-2])\/20\d\d$/
/** «kỳ 12/2024»; alone they are twelve of so many. */
const PERIOD = /(?:^|\s)(?:tháng|kỳ|kì|báo cáo|số liệu|năm|thang|ky|bao cao|so lieu|nam) $/iu
/** «5 hồ sơ trong 20 phút» */
const OF_TIME = /^\d[^/]* (?:trong|trên) \d+ (?:phút|giờ|tiếng|ngày|tuần|tháng)(?!\p{L})/iu
/** «nghỉ lễ 2/9», «vắng 3/18» */
const OF_ELSE = /(?:^|\s)(?:nghỉ lễ|lễ|trực|nghỉ|vắng) $|^số $/iu
/** «8/10 điểm», «1/2 ngày», «2/3 quãng đường» */
const MARKS = /^ (?:sao|điểm|vắng|người vắng|(?:ngày|buổi|thời gian|(?:quãng )?đường|chặng)(?: rồi)?)[ ạ.!]*$/iu
/** «2023/2024», «năm học 23/24» */
const YEARS = /^20(\d\d)\/20(\d\d)$/u

const isYears = (typed: string): boolean => {
  const [, first, second] = YEARS.exec(typed) ?? []
  return first !== undefined && Number(second) === Number(first) + 1
}
