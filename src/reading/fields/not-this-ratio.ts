import type { Line } from '../line.ts'
import { reading, type Span } from '../spans/span.ts'

/** Whether two figures over a slash are no share: an address, a paper, a step («trang 5/10»), a day off, marks («8/10 điểm»), a month of a year. */
export function isOtherRatio({ text }: Line, span: Span): boolean {
  const [before, typed] = [text.slice(0, span.start), text.slice(span.start, span.end)]
  if ((MONTH_OF_YEAR.test(typed) && PERIOD.test(before)) || OF_TIME.test(typed + text.slice(span.end))) return true
  return reading(span, 'ratio')?.literal === true && (NUMBERED.test(before) || MARKS.test(text.slice(span.end)))
}

const MONTH_OF_YEAR = /^(?:0?[1-9]|1[0-2])\/20\d\d$/
/** «kỳ 12/2024»; alone they are twelve of so many. */
const PERIOD = /(?:^|\s)(?:tháng|kỳ|kì|báo cáo|số liệu|năm|thang|ky|bao cao|so lieu|nam) $/iu
/** «5 hồ sơ trong 20 phút» */
const OF_TIME = /^\d[^/]* (?:trong|trên) \d+ (?:phút|giờ|tiếng|ngày|tuần|tháng)(?!\p{L})/iu
const NUMBERED =
  /(?:^|\s)(?:số nhà|nhà số|nhà|hẻm|ngõ|ngách|kiệt|đường|câu|trang|bước|file|hình|ảnh|tập|màn|vòng|thang điểm|pin|huyết áp|kèo|chấp|chọi|công văn số|văn bản số|qđ|qđ số|quyết định số|nđ|nghị định|luật|thông tư|nghỉ lễ|lễ|trực|nghỉ|vắng) $|^số $/iu
const MARKS = /^ (?:sao|điểm|vắng|người vắng)[ ạ.!]*$/iu
