import type { Line } from '../line.ts'
import { type Operator, PUTS_OFF } from '../spans/operators.ts'
import { type Meaning, reading, type Span } from '../spans/span.ts'
import { bareToo } from '../text.ts'
import { besides } from './beside/besides.ts'
import { isElsewhen, isOfThen } from './elsewhen.ts'
import { saidBefore } from './of-the-answer/said-before.ts'
import { saidOfAnswer } from './of-the-answer/said-of-answer.ts'
import { isNumeral, operatorOf } from './operator-at.ts'
import { isLocal, reaches } from './reach.ts'
import {
  goesOn,
  goesOnList,
  isBracketed,
  isGlued,
  isMultiple,
  isRate,
  isShareOfSum,
  isTick,
  mayBeTail,
  opensFigure,
  SPACED_ONCE,
} from './strays.ts'

/** What a question finds in a line: the spans of its own kind, and whether everything else in it is explained. */
export interface Survey<T> {
  readonly own: readonly T[]
  /** A numeral that neither the answer nor another fact explains. */
  readonly hasStray: boolean
  readonly operators: ReadonlySet<Operator>
  /** Numerals of other facts. */
  readonly context: readonly Meaning[]
  /** What stands in a part of the line that tells of something else. */
  readonly aside: ReadonlySet<Span>
  /** Nothing but the answer and words of no meaning: it stands as it was typed. */
  readonly isPlain: boolean
}

type Asks<T> = {
  /** What the span is to the question; undefined: nothing. */
  readonly take: (span: Span, text: string) => T | undefined
  /** Whether it is another fact that may stand beside the answer. */
  readonly isContext: (meaning: Meaning) => boolean
  /** The year that is asked for, where it is known: figures of earlier ones are told beside. */
  readonly year?: number | undefined
}

export function survey<T>({ spans, text, isAsTyped }: Line, { take, isContext, year }: Asks<T>): Survey<T> {
  const own: T[] = []
  const context: Meaning[] = []
  const operators = new Set<Operator>()
  let [hasStray, hasSign, isPlain] = [isBracketed(spans), false, isAsTyped]
  if (ONE_AND_OTHER.test(text)) operators.add('or')
  if (PUTS_OFF.test(text.replace(LOOKED_UP, ' '))) operators.add('doubt')
  const all = spans.map(span => take(span, text.slice(span.start, span.end)))
  const isFigure = all.map(taken => taken !== undefined)
  const isBeside = besides(spans, isFigure, text, year)
  const isOwn = isFigure.map((isOwn, at) => isOwn && !isBeside[at])
  const answer = spans[isOwn.indexOf(true)]
  if (answer !== undefined)
    for (const operator of [...saidBefore(answer, text), ...saidOfAnswer(answer, text)]) operators.add(operator)
  for (const [at, span] of spans.entries()) {
    const taken = all[at]
    const fact = span.readings.find(isContext)
    const operator = operatorOf(spans, at, text)
    if (isBeside[at]) {
      if (
        operator !== undefined &&
        !(
          operator === 'doubt' &&
          NOT_CLOSED.test(text.slice(span.start, span.end)) &&
          reading(spans[at - 1] ?? span, 'period')
        ) &&
        (!passes(operator, isFigure.lastIndexOf(true, at) >= isBeside.lastIndexOf(false, at)) ||
          deniesChange(operator, operatorOf(spans, at + 1, text)))
      )
        operators.add(operator)
      if (taken !== undefined) context.push(...span.readings)
      isPlain = false
      continue
    }
    // «năm ngoái có 5, năm nay tăng lên 9»
    if (
      operator === 'change' &&
      isBeside.includes(true) &&
      GREW_TO.test(text.slice(span.start)) &&
      !HAS_TO.test(text.slice(0, span.start))
    )
      continue
    // «…, trong đó ngân sách 2 tỷ, còn lại phường tự cân đối»: of the parts that were told before.
    const isWhatIsLeft = operator === 'rest' && /^c[òo]n/iu.test(text.slice(span.start, span.end))
    // «năm ngoái được cấp 800 triệu, năm nay chỉ còn 650 triệu»
    if (isWhatIsLeft && isBeside.includes(true) && FELL_TO.test(text)) continue
    if (isWhatIsLeft && isBeside.slice(0, at).includes(true) && !isFigure.slice(at).includes(true)) continue
    if (operator !== undefined && reaches(spans, at, operator, isOwn, text)) operators.add(operator)
    if (isElsewhen(spans, at, isOwn, text)) operators.add('elsewhen')
    if (taken === undefined && isShareOfSum(spans, at, text) && !isOwn.slice(0, at).includes(true))
      operators.add('each')
    if (isRate(spans, at, text) || (isOwn.slice(at + 1, at + 4).includes(true) && isMultiple(span, text)))
      operators.add('each')
    if (isNumeral(span) && goesOnList(spans, at, text)) hasStray = true
    if (taken !== undefined) own.push(taken)
    else if (fact !== undefined) {
      context.push(fact)
      // «12 640 triệu đồng» beside the answer may be twelve and a sum.
      if (SPACED_ONCE.test(text.slice(span.start, span.end))) hasStray = true
    } else if (isNumeral(span) && !isOfThen(spans, at, isOwn, text)) hasStray = true
    if (isNumeral(span) && isGlued(spans, at, text)) hasStray = true
    if (isNumeral(span) && (opensFigure(spans, at, text) || goesOn(spans, at, text) || mayBeTail(spans, at, text)))
      hasStray = true
    if (reading(span, 'sign') && /^[/\\%$€#*½¼¾@]/.test(text.slice(span.start, span.end)))
      hasSign ||= !isTick(spans, at)
    isPlain &&=
      taken !== undefined || span.readings.some(({ is }) => is === 'filler' || is === 'sign' || is === 'polarity')
  }
  return {
    own,
    hasStray: hasStray || (hasSign && own.length > 0),
    operators,
    context,
    aside: new Set(spans.filter((_, at) => isBeside[at])),
    isPlain,
  }
}

/** «để em xem lại bảng đã... đây rồi, 0,85 tỷ»: looked up while it was typed. */
const LOOKED_UP = bareToo(
  /^[^\d.…]{0,60}(?:(?:\.\.|…)[^\d]{0,20}|(?:đây rồi|thấy rồi|có rồi|ra rồi)[\s,.:…]{1,4})(?=\d)/iu,
)

const GREW_TO = bareToo(/^(?:(?:tăng |nâng )?lên|(?:giảm )?xuống) (?:được |thành |tới |đến |còn )?\d/iu)

const FELL_TO = bareToo(
  /(?:năm ngoái|(?:năm|quý|tháng|kỳ|đợt) trước|cùng kỳ)[^,;.]*[,;] ?(?:nhưng |mà |thì |còn )?(?:(?:năm|quý|tháng|kỳ|đợt) (?:nay|này)|nay|giờ) [^,;.\d]{0,40}chỉ còn (?:được |có )?\d[^,;.]*$(?<!(?:chưa|phải|cần|để|đang|chờ|nữa)(?: [^,;.]*)?)/iu,
)

const HAS_TO = bareToo(/(?:phải|cần|định|muốn|xin|mong|đề nghị|được giao|kế hoạch)(?: tăng| nâng| giảm)? $/iu)

/** «quý II chưa chốt» */
const NOT_CLOSED = /^(?:chưa|chua) /iu

/** «5 đơn vị; không tăng 3» */
const deniesChange = (operator: Operator, next: Operator | undefined): boolean =>
  operator === 'negation' && next === 'change'

/** What a part of the line that tells of something else may say of its own figure. */
const passes = (operator: Operator, isBehind: boolean): boolean =>
  isLocal(operator) || /^(?:each|denial)$/.test(operator) || (isBehind && /^(?:negation|notYet)$/.test(operator))

/** «lúc 12 lúc 15», «chỗ ghi nhất chỗ ghi nhì» */
const ONE_AND_OTHER = /(?:^|\s)(lúc|chỗ|nơi|người bảo)\s\S.{0,60}?\s\1\s/iu
