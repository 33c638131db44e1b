import type { Operator } from '../../spans/operators.ts'
import { reading, type Span } from '../../spans/span.ts'
import { fold } from '../../text.ts'
import { BOUNDED, NOT_CERTAIN } from './not-certain.ts'
import { NOT_THE_WHOLE, OF_ANOTHER_TIME, OF_OTHERS, PAST, PLANNED_ONLY } from './of-others.ts'
import { TAKEN_BACK } from './taken-back.ts'

/**
 * What a clause behind an answer says of the whole of it, in words that are harmless elsewhere: that it is wrong, no answer yet, a jest, a guess,
 * somebody else's, of another time, or planned only: «12, sai mất rồi», «85%, khoan ghi đã», «640 triệu, của đơn vị khác». Only a clause that
 * says nothing else: «12, đừng ghi sai tên em nhé» tells of something of its own.
 */
export function saidOfAnswer(answer: Span, text: string): readonly Operator[] {
  const isDay = reading(answer, 'day') !== undefined
  const behind = text.slice(answer.end).replace(isDay ? WHY_THEN : '', '')
  if (behind.length > LENGTH_AT_MOST) return []
  const isOfMany = !(isDay || reading(answer, 'period') || reading(answer, 'place'))
  return behind
    .replace(BRACKETS, ',')
    .split(MARKS)
    .map(fold)
    .filter(clause => clause.length <= CLAUSE_AT_MOST && !(isDay && PAST.test(clause)))
    .flatMap(clause => SAYS.filter(([, says]) => says.test(clause) && (isOfMany || says !== NOT_THE_WHOLE)))
    .map(([operator]) => operator)
}

/** «26/3 vì còn chờ lãnh đạo duyệt»: why it is that day. */
const WHY_THEN = /^,? (?:vì|bởi|tại|do) (?:còn |vẫn |đang ){0,2}(?:chờ|đợi) [^.!?]*/iu

/** What is longer is a text. */
const LENGTH_AT_MOST = 400
const CLAUSE_AT_MOST = 70

const BRACKETS = /[()–—|]/g
const MARKS = /\s*[,;.!?…]+\s*|\s+-\s+|\s(?=(?:nhưng|mà|chứ|chớ|nhung|ma|chu) )/iu

const SAYS: readonly (readonly [Operator, RegExp])[] = [
  ['correction', TAKEN_BACK],
  ['doubt', NOT_CERTAIN],
  ['bound', BOUNDED],
  ['denial', OF_OTHERS],
  ['elsewhen', OF_ANOTHER_TIME],
  ['aim', PLANNED_ONLY],
  ['each', NOT_THE_WHOLE],
]
