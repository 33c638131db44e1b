import { onlyWhole } from '../numerals/decimal.ts'
import { saidOf } from './figures.ts'
import type { Operator } from './operators.ts'
import { reading, type Span } from './span.ts'

const ENDS = /^[,;.()–—|]$/
/** Told of another time, of what is not counted or is counted with it: «tăng 5 người so với quý trước», «không tính 5 hợp đồng». */
const OF_ELSE =
  /so với|cùng kỳ|năm ngoái|năm trước|lần trước|quý trước|tháng trước|kỳ trước|đợt trước|(?:không|ko) (?:tính|kể|gồm|bao gồm)|đã trừ|(?:kể|tính|gồm) cả|so voi|nam ngoai|khong (?:tinh|ke)/iu
const NEXT = /nữa|còn lại|kia|khác/iu
const EXPLAINED: ReadonlySet<Operator> = new Set([
  'change',
  'rest',
  'elsewhen',
  'part',
  'each',
  'aim',
  'negation',
  'same',
])

/**
 * What is counted in the clauses around the only ratio of a line, and is another fact: «36/40, tăng 5 người so với quý trước», «5/5 (3 nghị quyết, 2
 * quyết định)», «6/8, hai đơn vị nữa hẹn quý II». Other counts stay to be asked about.
 */
export function besideShare(spans: readonly Span[], text: string): Span[] {
  const ratios = spans.filter(span => reading(span, 'ratio') !== undefined && reading(span, 'day')?.isFirm !== true)
  const [ratio] = ratios
  if (ratio === undefined || ratios.length > 1) return []
  return clausesOf(spans, text)
    .filter(clause => !clause.includes(ratio) && clause[0] !== undefined && clause[0].start > ratio.start)
    .flatMap(clause => (isExplained(clause, ratio, text) ? explainedOf(clause) : []))
}

function isExplained(clause: readonly Span[], ratio: Span, text: string): boolean {
  const counts = clause.flatMap(span => reading(span, 'number') ?? [])
  const isPlain = counts.length > 0 && counts.every(({ unit }) => unit === 'noun' || unit === 'nothing')
  if (!isPlain) return false
  const said = text.slice(clause[0]?.start, clause.at(-1)?.end)
  const [top, bottom] = [reading(ratio, 'ratio')?.numerator, reading(ratio, 'ratio')?.denominator].map(part =>
    onlyWhole(part?.values),
  )
  const figures = counts.map(({ quantity }) => onlyWhole(quantity.values))
  const sum = figures.reduce<bigint | undefined>(
    (all, one) => (all === undefined || one === undefined ? undefined : all + one),
    0n,
  )
  if (sum === undefined || top === undefined || bottom === undefined) return false
  const isMore = clause.some(span => reading(span, 'operator')?.operator === 'change')
  const isRest = NEXT.test(said) && !isMore && counts.length === 1 && sum === bottom - top
  return OF_ELSE.test(said) || isRest || (counts.length > 1 && (sum === top || sum === bottom))
}

const explainedOf = (clause: readonly Span[]): Span[] =>
  clause.filter(span => {
    const operator = reading(span, 'operator')?.operator
    return reading(span, 'number') !== undefined || (operator !== undefined && EXPLAINED.has(operator))
  })

/** Parts at brackets and marks; what stands in one bracket is one. */
function clausesOf(spans: readonly Span[], text: string): Span[][] {
  const found: Span[][] = [[]]
  let isInside = false
  for (const span of spans) {
    const said = saidOf(span, text)
    if (said === '(') isInside = true
    if (said === ')') isInside = false
    if (ENDS.test(said) && (!isInside || said === '(')) found.push(said === '(' ? [span] : [])
    else found.at(-1)?.push(span)
  }
  return found
}
