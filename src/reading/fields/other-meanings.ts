import type { Meaning } from '../spans/span.ts'
import { isYear } from '../spans/year.ts'
import { codeOf } from './period-code.ts'

/** Facts that may stand beside any figure: when, for which target, by which paper. */
export function isOtherMeaning(meaning: Meaning): boolean {
  switch (meaning.is) {
    case 'day':
      if (meaning.day.is === 'garbled') return false
      return meaning.isFirm || (!meaning.mayBeMore && meaning.day.is === 'day' && isInCalendar(meaning.day))
    case 'period':
      return codeOf(meaning.period, { year: 2000, month: 1 }) !== null
    case 'time':
    case 'target':
    case 'label':
    case 'paper':
      return true
    default:
      return false
  }
}

/** A sum of money, as far as its unit says so. */
export const isMoney = (meaning: Meaning): boolean =>
  meaning.is === 'number' &&
  meaning.unit !== 'odd' &&
  meaning.unit !== 'percent' &&
  (meaning.unit === 'dong' || meaning.quantity.scale >= 1_000_000n)

/** A sum that took no figure after it as its tail: in «12 triệu 85» the 85 may be the answer. */
export const isClosedMoney = (meaning: Meaning): boolean =>
  isMoney(meaning) && !(meaning.is === 'number' && meaning.quantity.openTail)

export const isPercent = (meaning: Meaning): boolean => meaning.is === 'number' && meaning.unit === 'percent'

/** So many things of a kind that is named. */
export const isCount = (meaning: Meaning): boolean =>
  meaning.is === 'number' &&
  meaning.unit === 'noun' &&
  !meaning.quantity.garbled &&
  meaning.quantity.values.length === 1

/** A plain nought. */
export const isNought = (meaning: Meaning): boolean =>
  meaning.is === 'number' && meaning.quantity.values.length === 1 && meaning.quantity.values[0]?.digits === 0n

/** «2024» beside a sum or a percent. */
export const isBareYear = (meaning: Meaning): boolean =>
  meaning.is === 'number' &&
  meaning.unit === 'nothing' &&
  meaning.quantity.literal &&
  isYear({
    kind: 'number',
    text: String(meaning.quantity.values[0]?.digits),
    folded: '',
    raw: '',
    glued: false,
    start: 0,
    end: 0,
  }) &&
  meaning.quantity.values[0]?.scale === 0

export const isInCalendar = ({ day, month }: { day: number; month: number }): boolean =>
  day > 0 && day <= 31 && month > 0 && month <= 12
