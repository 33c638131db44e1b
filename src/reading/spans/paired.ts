import { addsUp, LEFT, plainFigure, ratioOf, saidOf } from './figures.ts'
import { IS_DONE, isOneThing, isOnlySome, isPartOf, isPassed, LEFT_OVER, nounOf, PLANS, UNLIKE } from './part-of.ts'
import type { Meaning, Span } from './span.ts'

/** «20 hồ sơ thì 18 hồ sơ đúng hạn»: two counts of one thing, the whole first. */
export function paired(spans: readonly Span[], text: string): readonly Span[] {
  const counts = spans.flatMap((span, at) => (span.readings.some(({ is }) => COUNTED.has(is)) ? [at] : []))
  const [whole, part] = counts
  const [first, last] = [spans[whole ?? -1], spans[part ?? -1]]
  const [all, some] = [plainFigure(first), plainFigure(last)]
  const third = plainFigure(spans[counts[2] ?? -1])
  const isLeftOver = third !== undefined && all !== undefined && some !== undefined && addsUp(all, some, third)
  const isRest =
    counts[2] === undefined ||
    isLeftOver ||
    spans.slice((part ?? 0) + 1, counts[2]).some(span => LEFT.test(saidOf(span, text)))
  // What is left over may be anything: «đang chờ», «bị trả lại».
  const said = isLeftOver
    ? text.slice(0, spans[counts[2] ?? -1]?.start).replace(LAST_CLAUSE, '')
    : text.replace(LEFT_OVER, '')
  // «65 hồ sơ trả đúng hạn / 70 hồ sơ tiếp nhận»
  const isOver = first && last && counts.length === 2 && OVER.test(text.slice(first.end, last.start))
  if (
    isOver &&
    all &&
    some &&
    isPartOf(all, some, first, last, text) &&
    LIKE.test(text.slice(first.end, last.start)) &&
    !UNLIKE.test(text)
  )
    return joined(spans, [whole ?? 0, part ?? 0], ratioOf(all, some))
  if (counts.length > 3 || !isRest || !first || !last || !all || !some || UNLIKE.test(said.replace(PLANS, '')))
    return spans
  // «trong 30 ngày xử lý được 27 hồ sơ»
  const isOfTime = /^(?:ngay|buoi|tuan|thang)/.test(nounOf(first, text))
  const isDoneOf = !isOfTime && OF.test(text.slice(0, first.start)) && IS_DONE.test(text.slice(first.end, last.start))
  const isAlike = isDoneOf || isOneThing(nounOf(first, text), nounOf(last, text)) || isAllOf(first, last, text)
  const isNamed =
    isAlike ||
    (some.unit === 'nothing' && (DONE.test(text.slice(first.end, last.start)) || IN_TIME.test(text.slice(last.end))))
  if (all.unit !== 'noun' || !isNamed || !isPartOf(some, all, last, first, text)) return spans
  const between = text.slice(first.end, last.start)
  if (isOnlySome(text)) return spans
  const isJoined =
    /\sth[ìi]\s/iu.test(between) ||
    (OF.test(text.slice(0, first.start)) && (/\scó $/iu.test(between) || isDoneOf)) ||
    (/^[^,;|]*[,;|]/.test(between) && LIKE.test(text.slice(first.end)))
  if (!isJoined || !spans.slice((whole ?? 0) + 1, part).every(isPassed)) return spans
  return joined(spans, [whole ?? 0, part ?? 0], ratioOf(some, all))
}

const joined = (spans: readonly Span[], [from, to]: readonly [number, number], ratio: Meaning): Span[] => [
  ...spans.slice(0, from),
  { start: spans[from]?.start ?? 0, end: spans[to]?.end ?? 0, readings: [ratio] },
  ...spans.slice(to + 1),
]

/** «120 hồ sơ thì 118 đúng hạn» */
const IN_TIME = /^ (?:đúng hạn|trước hạn|dung han|truoc han)(?=[\s,.;]|$)/iu

/** «…, chậm mất »: said of what is left over. */
const LAST_CLAUSE = /[,;][^,;\d]{0,24}$/u

const OVER = /^[\p{L} ]+\/ ?$/u

/** «20 hồ sơ, đúng hạn 17» */
const DONE =
  /^[^,;]*[,;][^,;]*(?:đúng hạn|trước hạn|giải quyết|giải quyết được|xong|hoàn thành|mới (?:duyệt|làm|nộp|cài|giải quyết|xử lý|ký|số hóa|thực hiện|triển khai|hoàn thành|xong)(?: [^,;]*)? được)\s*:?\s*$/iu

/** «trong 30 thủ tục có 28» */
const OF = /(?:^|\s)(?:trong|trong số|trong tổng số) $/iu

const COUNTED: ReadonlySet<Meaning['is']> = new Set(['number', 'ratio', 'place'])

/** The part is what was done, not what was refused, planned or left. */
const LIKE =
  /^\s*[,;:]+\s*$|đúng hạn|trước hạn|đạt|xong|hoàn thành|giải quyết|được|đã|dùng|nộp|tham gia|hài lòng|làm|số hóa|trực tuyến|có|thực hiện|dung han|xong|dat|giai quyet|da |duoc|nop|lam|dc|đc/iu

/** «có 16 cán bộ thì cả 16 đều đã tập huấn» */
const isAllOf = (first: Span, last: Span, text: string): boolean =>
  /\scả $/iu.test(text.slice(first.end, last.start)) &&
  /^\d+/.exec(saidOf(first, text))?.[0] === /^\d+/.exec(saidOf(last, text))?.[0]
