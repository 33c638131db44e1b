import { compare } from '../../numerals/decimal.ts'
import { reading, type Span } from '../../spans/span.ts'
import { bareToo } from '../../text.ts'
import { isBareYear } from '../other-meanings.ts'
import type { Part } from './parts-of-line.ts'

/**
 * Whether a part of a line gives the figure of an earlier year that it names: «năm 2023 là 11, năm nay 13», «430 triệu (2023: 390 triệu)», «91,2; năm 2022
 * là 88,7». `year` is the year that is asked for, where it is known. Not beside a total, of which it may be a share.
 */
export function isOfEarlierYear(
  { from, to }: Part,
  spans: readonly Span[],
  isOwn: readonly boolean[],
  text: string,
  year = Number.POSITIVE_INFINITY,
): boolean {
  const figure = isOwn.indexOf(true, from)
  const own = spans[figure]
  const at = spans.findIndex((span, place) => place >= from && place < figure && !isOwn[place] && yearOf(span) !== 0)
  const said = spans[at]
  if (own === undefined || said === undefined || yearOf(said) >= year) return false
  if (!OPENS.test(text.slice(spans[from]?.start, said.start))) return false
  const link = text.slice(said.end, own.start).toLowerCase()
  const others = [...spans.slice(0, from), ...spans.slice(to)]
  if (NOW.test(`${text.slice(0, spans[from]?.start)} ${text.slice(spans[to - 1]?.end)}`.toLowerCase()))
    return SAYS.test(link) && !CUMULATED.test(text.toLowerCase())
  const isFirst =
    isOwn.slice(0, from).includes(true) && others.every(span => !yearOf(span) || yearOf(span) > yearOf(said))
  const number = reading(own, 'number')
  const isMeasure = !number || number.unit === 'percent' || (number.quantity.values[0]?.scale ?? 0) > 0
  return isFirst && !OF_SEVERAL.test(text.toLowerCase()) && (isMeasure ? LINKS : IS).test(link)
}

/** «hồi tháng 1 mới có 150 triệu, sang tháng này thì lên 420 triệu»: a period that it names, and from which it has moved since. */
export function isWhereItWas(
  { from, to }: Part,
  spans: readonly Span[],
  isOwn: readonly boolean[],
  text: string,
): boolean {
  const figure = isOwn.indexOf(true, from)
  const said = spans.slice(from, figure).find(span => reading(span, 'period') && !reading(span, 'number'))
  const [was, is] = [spans[figure], spans[isOwn.indexOf(true, to)]].map(
    span => span && reading(span, 'number')?.quantity.values[0],
  )
  const rest = text.slice(spans[to - 1]?.end).toLowerCase()
  // «quý 1 60%, quý 2 lên 15%»: by so much.
  const isBy = was && is && DOWN.test(rest) !== compare(is, was) < 0
  return (
    said !== undefined &&
    !isBy &&
    !isOwn.slice(0, from).includes(true) &&
    SINCE_WHEN.test(text.slice(spans[from]?.start, said.start)) &&
    MOVED_ON.test(rest) &&
    !CUMULATED.test(text.toLowerCase())
  )
}

const SINCE_WHEN = bareToo(/^[\s(,;.|]*(?:dạ |hồi |trong |hết |đầu )*$/iu)
const DOWN = bareToo(/ xuống /u)
const MOVED_ON = bareToo(
  /^[,;.] ?(?:nhưng |mà |đến |sang |tới |qua )*(?:(?:tháng|quý|năm|kỳ|đợt) (?:này|nay|\d{1,4})|nay|giờ|hiện) (?:(?!(?:phải|cần|định|sẽ|muốn|xin|được giao|mong|đề nghị) )[^,;.\d]){0,30}(?:lên|xuống)(?: được| thành| tới| đến| còn| hạng| thứ)* \d/u,
)

/** The year that a span names; 0: none. */
function yearOf(span: Span): number {
  const said = reading(span, 'period')
  const period = said?.edge ? undefined : said?.period
  if (period && period.is !== 'shifted' && period.year && 'value' in period.year) return period.year.value
  return span.readings.some(isBareYear) ? Number(reading(span, 'number')?.quantity.values[0]?.digits) : 0
}

const OPENS = /^[\s(,;.|–—]*(?:còn |con |kết quả |của |số )?$/iu
const NOW = bareToo(/(?:^|[\s(,;.])(?:năm nay|nay|hiện|giờ|bây giờ)(?:[\s:,;.]|$)/u)
const IS = bareToo(/^ ?(?::|–|-)? ?(?:(?:thì|chỉ|mới|là|xếp|đứng|hạng|thứ) ?)*$/u)
const LINKS = bareToo(/^ ?(?::|–|-)? ?(?:(?:thì|chỉ|mới|là|xếp|đứng|hạng|thứ|đạt|được|có|ở|mức|cũng|vẫn) ?)*$/u)
const SAYS = bareToo(
  /^ ?(?::|–|-)? ?(?:(?!(?:hơn|bằng|như|so|với|chuyển|sang|tồn|mang|đến|tới|cộng|và|kém|tăng|giảm) )\p{L}+ ){0,6}$/u,
)
const CUMULATED = bareToo(
  /(?:^|\s)(?:lũy kế|luỹ kế|cộng dồn|đến nay|tới nay|từ trước|giai đoạn|nhiệm kỳ|trong đó)(?: |:|$)/u,
)
const OF_SEVERAL = bareToo(
  /(?:^|\s)(?:tổng|lũy kế|luỹ kế|cộng dồn|cả thảy|tất cả|gộp|đến nay|từ|dự án|giai đoạn|nhiệm kỳ|trong đó|riêng|bao gồm|gồm)(?: |:|$)/u,
)
