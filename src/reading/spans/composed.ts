import { isShare, saidOf } from './figures.ts'
import type { Operator } from './operators.ts'
import { reading, type Span } from './span.ts'
import { addUp, isOfKind } from './whole-of.ts'

/** They say how parts make up a whole. */
const JOINS: ReadonlySet<Operator> = new Set(['change', 'part', 'same'])
const LEFT = /^(?:còn|còn lại|con lai)$/iu
const OPENS = /[,;:(.|]|gồm|trong đó|chia|gom |trong do/iu
/** «30, đã xử lý 24, còn 6 chưa đến hạn»: what was done may be what is asked for. */
export const CONTRASTS = /(?:^|\s)(?:đã|xong|chưa|đang|hoàn thành|đạt|da|xong|chua|dang)(?=[\s,;.]|$)/iu
/** «in 2 đợt»: in how many steps, and no part of it. */
const STEPS = /(?:đợt|dot|giai đoạn|lần|nguồn|khoản)$/iu

/**
 * A whole, and behind it parts that make it up to the last unit: «1,2 tỷ, trong đó thành phố 900 triệu, còn lại 300 triệu xã hội hóa»,
 * «1.050 tờ, in 2 đợt: đợt 1 là 600 tờ, đợt 2 là 450 tờ». What the parts and the words between them are; undefined where they do not add up.
 */
export function composed(spans: readonly Span[], text: string): Span[] | undefined {
  const figures = spans.filter(span => reading(span, 'number'))
  const [whole] = figures
  if (whole === undefined || spans.some(span => reading(span, 'ratio'))) return undefined
  const steps = figures.filter(span => span !== whole && STEPS.test(saidOf(span, text)))
  const parts = figures.filter(span => span !== whole && !steps.includes(span) && isOfKind(whole, span))
  const [first] = parts
  if (first === undefined || parts.length < 2 || !addUp(whole, parts) || isShare(whole, parts.at(-1), text))
    return undefined
  const between = text.slice(whole.end, first.start)
  const end = text.slice(first.start, parts.at(-1)?.end)
  if (!OPENS.test(between) || CONTRASTS.test(between.slice(between.search(OPENS))) || CONTRASTS.test(end))
    return undefined
  const operators = spans.filter(span => span.start > whole.end && reading(span, 'operator'))
  const isJoin = (span: Span) =>
    JOINS.has(reading(span, 'operator')?.operator ?? 'doubt') || LEFT.test(saidOf(span, text))
  if (!operators.every(isJoin)) return undefined
  const before = spans.filter(span => span.end <= whole.start && /^(?:cộng|cong)$/iu.test(saidOf(span, text)))
  return [...parts, ...steps, ...operators, ...before]
}
