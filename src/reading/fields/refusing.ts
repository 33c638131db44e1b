import type { Line } from '../line.ts'
import { type AskReason, ask, invalid, type Reading } from '../result.ts'
import type { Operator } from '../spans/operators.ts'
import type { Meaning } from '../spans/span.ts'
import { ASKS_BACK, EVADES } from './evades.ts'
import type { Survey } from './survey.ts'

const REASONS: readonly (readonly [Operator, AskReason])[] = [
  ['doubt', 'unsure'],
  ['dontKnow', 'unsure'],
  ['correction', 'correction'],
  ['or', 'severalValues'],
  ['range', 'range'],
  ['change', 'change'],
  ['rest', 'change'],
  ['future', 'notTheFigure'],
  ['aim', 'notTheFigure'],
  ['part', 'notTheFigure'],
  ['elsewhen', 'notTheFigure'],
  ['each', 'notTheFigure'],
  ['reverse', 'notTheFigure'],
  ['bound', 'bound'],
  ['vague', 'bound'],
  ['negation', 'correction'],
  ['notYet', 'correction'],
  ['denial', 'correction'],
]

/** Why the operators of a line stand against taking any value from it; undefined: none does. */
export function objection(operators: ReadonlySet<Operator>): AskReason | undefined {
  return REASONS.find(([operator]) => operators.has(operator))?.[1]
}

/** «chưa giải ngân nên 0%»: that there is nothing agrees with a nought. */
export function withoutNone<T extends { readonly operators: ReadonlySet<Operator> }>(found: T, isNought: boolean): T {
  if (!isNought) return found
  const operators = [...found.operators].filter(operator => operator !== 'negation' && operator !== 'notYet')
  return { ...found, operators: new Set(operators) }
}

/** With these the figure is plain, and only whether it holds is to be asked. */
const mayOffer = (why: AskReason): boolean => ['bound', 'unsure', 'twoReadings', 'missingUnit'].includes(why)

/**
 * Why no figure of a kind is taken, whatever the kind: an operator stands against it, a numeral is left over, or the figure itself is not
 * plain. `candidates`: its whole readings, offered where it is the one figure and only its certainty is open. Undefined: nothing is against it.
 */
export function refused<T>(
  { own, operators, hasStray }: Survey<unknown>,
  isUnsure: boolean,
  candidates: readonly T[],
): Reading<T> | undefined {
  const why = objection(operators)
  const isWhole = own.length === 1 && !hasStray && !isUnsure
  if (why !== undefined) return ask(why, isWhole && mayOffer(why) ? candidates : [])
  return hasStray || isUnsure ? ask('garbled') : undefined
}

/** Numerals that only name something: «Căn cứ khoản 2 Điều 18»; a day in words: «hôm nay cháu ốm». */
const isNoPart = (meaning: Meaning): boolean =>
  /^(?:paper|label|period)$/.test(meaning.is) ||
  (meaning.is === 'day' && /^(?:offset|weekday|week)$/.test(meaning.day.is))

/** So many words make a sentence, and no answer that lacks a word. */
const SENTENCE = 5

/** No figure, and none to come of it: «chưa đo được», «câu này hỏi số của phường hay của khối?» */
export const evades = (text: string, hasStray: boolean): boolean =>
  !hasStray && (EVADES.test(text) || ASKS_BACK.test(text))

/** What is said to a line without a figure of the kind: «không» may mean none or zero (`zero`), other numerals are a part of an answer. */
export function nothingTaken<T>(
  { spans, text }: Line,
  { operators, hasStray, context }: Survey<unknown>,
  zero: readonly T[] = [],
): Reading<T> {
  if (spans.length === 0) return invalid('empty')
  if (evades(text, hasStray)) return invalid('noAnswer')
  const isNone = operators.has('negation') || operators.has('notYet')
  if (isNone && !operators.has('dontKnow')) return ask('noneOrZero', zero)
  return hasStray || context.some(meaning => !isNoPart(meaning) || spans.length < SENTENCE)
    ? ask('incomplete')
    : invalid('noAnswer')
}
