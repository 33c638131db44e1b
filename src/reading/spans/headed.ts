import { reading, type Span } from './span.ts'

/** «Số hồ sơ trễ hạn: 0»: what is late is what the head of the line says is counted, and denies nothing of the figure. */
export function headed(spans: readonly Span[], text: string): readonly Span[] {
  const head = HEAD.exec(text)?.[0].length ?? 0
  return head === 0
    ? spans
    : spans.map(span =>
        span.end <= head &&
        reading(span, 'operator')?.operator === 'denial' &&
        LATE.test(text.slice(span.start, span.end))
          ? { ...span, readings: [{ is: 'filler' } as const] }
          : span,
      )
}

const HEAD = /^(?:tổng số|tổng|số|tong so|so)(?: \p{L}+){1,6} ?:/iu
const LATE = /^(?:trễ hạn|quá hạn|trễ|tre han|qua han)$/iu
