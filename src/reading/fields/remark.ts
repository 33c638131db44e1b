import { reading, type Span } from '../spans/span.ts'
import { places } from './clause-of.ts'

/** Stretches of a line between marks of punctuation. */
interface Stretch {
  readonly from: number
  readonly to: number
  /** A particle or the end of a sentence closes it: what was asked for is said. */
  readonly isClosed: boolean
}

/** Words around a figure that say nothing of their own, and whom it is said to. */
const PLAIN =
  /^(?:dạ|vâng|thưa|em|anh|chị|e|a|c|tôi|mình|bên em|bên mình|phường em|trường em|đơn vị em|cơ quan em|có|là|được|đạt|đã|chỉ|mới|thì|ạ|nhé|nha|thôi|luôn|lấy|cứ|cứ ghi|xin|báo cáo|báo|ghi|chốt|chốt lại|giúp|giúp em|tổng|tổng cộng|cả thảy|tất cả|số|khoảng|hiện|hiện có|đúng|rồi|đó|đấy|da|co|la|duoc|dat|da|chi|moi|thi|nhe|thoi|chot)$/iu
const PARTICLE = /^(?:ạ|nhé|nha|nhá|thôi|luôn|nghen|nhe|thoi|a)$/iu
/** A clause that goes on with the answer, or takes it back. */
const GOES_ON =
  /^(?:và|với|cộng|thêm|rồi|hoặc|hay|à|ấy|nhầm|lộn|sửa|đính|không|ko|chưa|đúng|nữa|va|voi|cong|them|roi|hoac|a|nham|sua|khong|chua|dung)$/iu
/** «9 người thôi, mà tính cả chị lao công thì là 10» */
const WITH_ALL =
  /^(?:(?:tính|kể|cộng|gộp|tinh|ke|cong|gop) (?:cả|luôn|thêm|ca|luon|them)|(?:tổng|tong|tổng cộng|tong cong|kể cả|ke ca|cả thảy|ca thay)(?: .*)?)$/iu
const AGAINST: ReadonlySet<string> = new Set(['doubt', 'dontKnow', 'correction', 'or', 'range', 'vague'])

/**
 * The stretch that holds the answer, where the first one is nothing but it and closes («6 ạ. Báo cáo cũ ghi 5 là do thiếu một cái»), and each other
 * one with such a figure is a remark in words of its own. Undefined where the first goes on («12 ạ, 15 ạ», «12 ạ, và 3 cái nữa»), or
 * a remark doubts it.
 */
export function closedAnswer(
  spans: readonly Span[],
  isOwn: readonly boolean[],
  said: readonly string[],
): { from: number; to: number } | undefined {
  const stretches = stretchesOf(spans, said)
  const [first] = stretches
  const figures = first && places(first.from, first.to).filter(at => isOwn[at] && !goesWithDay(spans, at))
  if (first === undefined || figures?.length !== 1 || !first.isClosed || !isBare(first, spans, isOwn, said))
    return undefined
  const others = stretches.slice(1)
  const isRemark = (other: Stretch): boolean => {
    const words = spans.slice(other.from, other.to).filter((span, at) => !isOwn[other.from + at] && isContent(span))
    const opener = said.slice(other.from, other.to).find(word => !/^[,;.()]$/.test(word)) ?? ''
    const figure = isOwn.indexOf(true, other.from)
    if (said.slice(other.from, other.to).some((word, at, all) => WITH_ALL.test([word, all[at + 1]].join(' '))))
      return false
    // «12/4 nhé, 11/4 phòng họp có người đặt mất»; not «5/8. 17/20 em cảm ơn chị».
    return words.length > (said[figure] === opener ? 3 : 1) && !GOES_ON.test(opener)
  }
  const isDoubted = spans.slice(first.to).some(span => AGAINST.has(reading(span, 'operator')?.operator ?? ''))
  const withFigure = others.filter(({ from, to }) => isOwn.slice(from, to).includes(true))
  return isDoubted || !withFigure.every(isRemark) ? undefined : first
}

/** «thứ hai tuần sau», «thứ bảy 16/3»: one day, said in two pieces. */
export const goesWithDay = (spans: readonly Span[], at: number): boolean =>
  [spans[at - 1], spans[at]].every(span => span !== undefined && reading(span, 'day') !== undefined)

const isContent = (span: Span): boolean =>
  span.readings.some(({ is }) => is === 'word' || is === 'noun' || is === 'name')

const isWord = (span: Span): boolean =>
  span.readings.some(({ is }) => ['word', 'noun', 'name', 'filler', 'polarity'].includes(is))

function stretchesOf(spans: readonly Span[], said: readonly string[]): Stretch[] {
  const found: Stretch[] = []
  let from = 0
  for (const [at, word] of said.entries()) {
    if (!/^[,;.!|]$/.test(word)) continue
    const isClosed = /^[.!]$/.test(word) || said.slice(Math.max(from, at - 2), at).some(one => PARTICLE.test(one))
    found.push({ from, to: at, isClosed })
    from = at
  }
  return [...found, { from, to: spans.length, isClosed: true }]
}

/** Before the figure plain words only, and behind it what is counted. */
function isBare(
  { from, to }: Stretch,
  spans: readonly Span[],
  isOwn: readonly boolean[],
  said: readonly string[],
): boolean {
  const figure = isOwn.indexOf(true, from)
  const before = spans.slice(from, figure)
  const behind = spans.slice(figure + 1, to)
  return (
    before.every((span, at) => PLAIN.test(said[from + at] ?? '') || reading(span, 'filler') !== undefined) &&
    behind.every((span, at) => isWord(span) || goesWithDay(spans, figure + 1 + at))
  )
}
