import type { Line } from '../line.ts'
import { reading } from '../spans/span.ts'
import { fold } from '../text.ts'
import { isOtherMeaning } from './other-meanings.ts'

/**
 * Whether a line says that there is nothing: «không có mô hình nào», «tháng 8 chưa có hồ sơ nào», and where `isEnough` also
 * a bare «không», «không có». Any other word may say something else.
 */
export function isNothing({ spans, text }: Line, isEnough: boolean): boolean {
  if (ASKS_OR_FAILS.test(text)) return false
  let [negations, isNotYet, hasNone] = [0, false, false]
  for (const span of spans) {
    const operator = reading(span, 'operator')?.operator
    if (operator === 'negation' || operator === 'notYet') {
      negations += 1
      isNotYet ||= operator === 'notYet'
    } else if (operator !== undefined) return false
    else if (reading(span, 'none')) hasNone = true
    // «17 giờ 12 không phải»: the twelve may be the answer.
    else if (reading(span, 'time')) return false
    else if (!isPassed(span.readings)) return false
  }
  if (negations !== 1) return false
  return hasNone || (isEnough && !isNotYet)
}

/** «được đến 15/4 không», «không được», «may tinh em hong» */
const ASKS_OR_FAILS =
  /(?:được|kịp|phải|đúng|\d\/\d{1,2}) (?:không|ko)[ ạ?.]*$|có phải .*không[ ạ?.]*$|^(?:không|ko) được[ ạ.]*$|(?:may|xe|mang|dien)(?: [a-z]+){0,2} hong$/iu

/** «không phát sinh», «chưa phát sinh hồ sơ nào»: there was nothing to count. */
export function noneArose({ spans, text }: Line): boolean {
  const negations = spans.filter(span => ['negation', 'notYet'].includes(reading(span, 'operator')?.operator ?? ''))
  const others = spans.filter(span => !negations.includes(span))
  return (
    negations.length === 1 &&
    others.some(({ start, end }) => fold(text.slice(start, end)) === 'phat sinh') &&
    others.every(span => !reading(span, 'operator') && (reading(span, 'none') !== undefined || isPassed(span.readings)))
  )
}

const isPassed = (readings: Line['spans'][number]['readings']): boolean =>
  readings.some(meaning => ['filler', 'polarity', 'sign', 'noun'].includes(meaning.is) || isOtherMeaning(meaning))
