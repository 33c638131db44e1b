import { reading, type Span } from '../spans/span.ts'

/**
 * Whether the words around a day say that it is not the one that is asked for: somebody's birthday, a feast, a street that is called after it, or a
 * share («đạt 5/8», «3/4 số hộ»).
 */
export function isOtherDay(span: Span, text: string): boolean {
  const [before, behind] = [text.slice(0, span.start), text.slice(span.end)]
  if (
    (PERSONAL.test(before) && !hasYear(span)) ||
    NAMED_AFTER.test(before) ||
    FEAST.test(before) ||
    GREETING.test(behind)
  )
    return true
  return isShare(span) && (REACHED.test(before) || OF_MANY.test(behind))
}

/** «em sinh 12/5», «giỗ bố 12/5» */
const PERSONAL = /(?:^|\s)(?:sinh|sinh nh[aậ]t(?: \p{L}+)?|cưới|giỗ(?: \p{L}+)?) (?:ng[aà]y )?$/iu
/** «đường 3/2», «bệnh viện 19/8» */
const NAMED_AFTER =
  /(?:^|\s)(?:đường|phố|ngõ|ngách|hẻm|kiệt|số nhà|nhà số|bệnh viện|chợ|rạp|quảng trường|sân vận động|công viên|nhà máy|công ty|quỹ) (?:ngày )?$/iu
/** «nghỉ lễ 30/4», «10 ngày kể từ 20/3» */
const FEAST =
  /(?:^|\s)(?:lịch cũ|lỡ|lỡ hẹn|(?:đợi|chờ) sếp về|\d+ (?:ngày|tuần|tháng) (?:kể |tính )?từ|nghỉ|nghỉ lễ|lễ|chúc mừng|chúc mừng ngày) $/iu
const GREETING = /^ (?:vui vẻ|hạnh phúc)/iu
const REACHED = /(?:^|\s)(?:đạt|được|tỷ lệ|tỉ lệ|điểm|trúng) $/iu
const OF_MANY = /^ (?:số|hồ sơ|hs|công việc|việc|điểm|sao|phiếu|chặng|hộ)(?!\p{L})/iu

const hasYear = (span: Span): boolean => {
  const said = reading(span, 'day')?.day
  return said?.is === 'day' && said.year !== undefined
}

function isShare(span: Span): boolean {
  const said = reading(span, 'day')?.day
  return reading(span, 'ratio') !== undefined && said?.is === 'day' && !hasYear(span) && said.day <= said.month
}
