import type { Line } from '../line.ts'
import { type Decimal, decimal, whole } from '../numerals/decimal.ts'
import { ask, type Reading, read } from '../result.ts'
import { type Meaning, reading, type Span } from '../spans/span.ts'
import { isBareYear, isCount, isOtherMeaning } from './other-meanings.ts'
import { refused } from './refusing.ts'
import { survey } from './survey.ts'

type Place = Extract<Meaning, { is: 'place' }>

/** A place in an order where the line names one, or «6/19»; undefined: a plain number is looked for. */
export function readPlace(line: Line, year?: number): Reading<Decimal> | undefined {
  // «thứ sáu ngày 5/3» is no place.
  const hasDay = line.spans.some(
    span => !reading(span, 'place') && reading(span, 'day')?.isFirm && !isNextYear(span, line.text),
  )
  const isNamed = line.spans.some(span => reading(span, 'place'))
  const found = survey(line, {
    year,
    take: span =>
      (hasDay && reading(span, 'day') ? undefined : reading(span, 'place')) ?? (isNamed ? undefined : outOf(span)),
    isContext: meaning =>
      meaning.is !== 'place' &&
      (isOtherMeaning(meaning) || isBareYear(meaning) || (isNamed && (isCount(meaning) || isOwned(meaning)))),
  })
  const [place] = found.own
  if (place === undefined) return isNamed ? ask('garbled') : undefined
  // «thứ hai đứng đầu thành phố»
  if (hasDay && line.spans.filter(span => reading(span, 'place')).length > found.own.length) return ask('severalValues')
  // «6 phường Thanh Sơn thứ hai»: the sixth, or the second.
  if (found.context.some(isCount) && line.spans.some(span => reading(span, 'place') && reading(span, 'day')))
    return ask('severalValues')
  const value = decimal(place.place)
  const no = refused(found, false, [value])
  if (no !== undefined) return no
  if (found.own.length > 1) return ask('severalValues')
  if (MOVED.test(line.text)) return ask('change')
  if (PROMISED.test(line.text) || OF_TIME.test(line.text) || OF_ELSE.test(line.text)) return ask('unsure', [value])
  if (place.of !== undefined && place.of < place.place) return ask('contradiction')
  return read(value, false)
}

/** «thứ 4 ạ, sang năm phấn đấu …» */
const isNextYear = (span: Span, text: string): boolean =>
  reading(span, 'period') !== undefined && /[,;.]/.test(text.slice(0, span.start))

/** «năm 2022 thứ 8, năm 2023 lên 3 bậc» */
const MOVED =
  /\d[,;.] ?(?:sang |đến )?(?:năm (?:nay|\d{4})|nay|giờ|kỳ này) [^,;.\d]{0,20}(?:lên|xuống|tăng|tụt|giảm|rớt|nhảy)(?: được| lên| xuống)? \d+ bậc/iu

/** «thứ 5 em gửi»: on Thursday. */
const PROMISED =
  /^(?:sáng |chiều |sang )?(?:thứ|thu) (?:\d|\p{L}+) (?:(?:em|e|mình|tôi|sẽ|se) )*(?:gửi|gui|báo|bao|nộp|nop|trả lời|tra loi|nghỉ|nghi|đi làm|bận|họp|(?:mới )?(?:công bố|có kết quả|chốt))(?: lại| nhé| ạ)*$/iu

/** «tháng thứ 3», «con thứ ba», «nhất là khoản giấy tờ» */
const OF_TIME = /(?:^|\s)(?:con|tháng|tuần|quý|ngày|năm|tờ|tập huấn) thứ [\p{L}\d]|^nhất là \p{L}/iu

/** «huân chương hạng 3», «vé hạng 2», «thương binh 2/4», «96/100»: a class, or marks. */
const OF_ELSE =
  /(?:^|\s)(?:huân chương|thương binh|công trình|vé|bằng|bằng lái)(?: \p{L}+){0,2}? (?:hạng [\p{L}\d]|\d\/4)|(?:^|\s)hạng \p{L}+ huân chương|(?<!\d)\d{2}\/100(?!\d)/iu

/** «thứ 5, điểm 87,35» */
const isOwned = (meaning: Meaning): boolean =>
  meaning.is === 'number' &&
  meaning.owner === 'noun' &&
  meaning.unit === 'nothing' &&
  (meaning.quantity.values[0]?.scale ?? 0) > 0

/** «6/19» */
function outOf(span: Span): Place | undefined {
  const ratio = reading(span, 'ratio')
  if (ratio?.isParted) return undefined
  const [place, of] = [ratio?.numerator.values[0], ratio?.denominator.values[0]]
  const [top, bottom] = [place && whole(place), of && whole(of)]
  return top === undefined || bottom === undefined ? undefined : { is: 'place', place: Number(top), of: Number(bottom) }
}
