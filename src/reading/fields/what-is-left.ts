import { reading, type Span } from '../spans/span.ts'
import { clauseOf, isBareFigure, places } from './clause-of.ts'

/** «còn nơi khác chưa gửi»: the share itself is not whole. */
const MISSING = /khác chưa|chưa (?:gửi|báo|có số|tổng hợp|kể|tính|gồm|bao gồm)|chua (?:ke|tinh|gom|bao gom)/iu

/** «26/27, thiếu tổ 9 chưa nộp»: a share says itself that there is a rest. */
export function tellsOfRest(spans: readonly Span[], at: number, isOwn: readonly boolean[], text: string): boolean {
  const [from, to] = clauseOf(spans, at, text)
  const isAfterShare = spans.some((span, place) => place < from && isOwn[place] && reading(span, 'ratio'))
  const clause = places(from, to)
  return (
    isAfterShare &&
    !MISSING.test(text.slice(spans[from]?.start, spans[to - 1]?.end)) &&
    !clause.some(place => isOwn[place] || isBareFigure(spans[place])) &&
    clause.some(
      place =>
        reading(spans[place] ?? nowhere, 'operator')?.operator === 'rest' ||
        (place < at && reading(spans[place] ?? nowhere, 'label') !== undefined),
    ) &&
    clause.some(place => isContent(spans[place], text) || reading(spans[place] ?? nowhere, 'label'))
  )
}

/** «8/10, còn lại đang trình»; not «8/10, còn đang trình». */
export function tellsWhatIsToCome(
  spans: readonly Span[],
  at: number,
  isOwn: readonly boolean[],
  text: string,
): boolean {
  const [from, to] = clauseOf(spans, at, text)
  return (
    LEFT_FIRST.test(text.slice(spans[from]?.start, spans[at]?.start)) &&
    spans.some((span, place) => place < from && isOwn[place] && reading(span, 'ratio')) &&
    !places(from, to).some(place => isOwn[place] || isBareFigure(spans[place]))
  )
}

const LEFT_FIRST = /^(?:số |phần |so |phan )?(?:còn lại|con lai) (?:(?:thì|đều|thi|deu) )?$/iu

/** «12, hơn thế», «12, ít nhất ạ»: no clause of its own. */
const SMALL = /^(?:thế|vậy|chút|tí|xíu|nữa|the|vay|chut|ti|nua|kia|cơ|đâu|gì|nào)$/i

const CONTENT: ReadonlySet<string> = new Set(['word', 'noun', 'name', 'place', 'period', 'day', 'paper'])

export const isContent = (span: Span | undefined, text: string): boolean =>
  span?.readings.some(
    meaning => CONTENT.has(meaning.is) || (meaning.is === 'operator' && /^(?:aim|elsewhen)$/.test(meaning.operator)),
  ) === true && !SMALL.test(text.slice(span.start, span.end))

const nowhere: Span = { start: 0, end: 0, readings: [] }
