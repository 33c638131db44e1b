import { chooseOne } from '../choice.ts'
import type { Option } from '../labels.ts'
import { Lexicon } from '../lexicon.ts'
import { ask, invalid, type Reading, read } from '../result.ts'
import type { Token } from '../tokens.ts'
import { isLoneWord } from './lone-word.ts'

const TO = new Lexicon([[true, 'đến|tới']])

/** What the parts of a list choose, each by itself. `isAnswer`: something in it is surely meant as a choice. */
export function collect(
  parts: readonly (readonly Token[])[],
  options: readonly Option[],
  isAnswer: boolean,
): Reading<number[]> {
  const chosen = new Set<number>()
  let misread = 0
  let outOfRange = false
  let literal = true
  const mayBeTwo: Range[] = []
  // More parts than a hurried person repeats: no list of these options.
  if (parts.length > 2 * options.length + 10) return ask('garbled')
  for (const part of parts) {
    const range = readRange(part)
    if (range !== undefined) {
      literal = false
      if (range.from > range.to) return ask('range')
      if (range.from < 1 || range.to > options.length) return invalid('outOfRange', { count: options.length })
      // «1-3»: from the first to the third, or the first and the third.
      if (range.mayBeTwo && range.to - range.from > 1) mayBeTwo.push(range)
      for (let number = range.from; number <= range.to; number += 1) chosen.add(number - 1)
      continue
    }
    const one = chooseOne(part, options)
    if (one.ok && !(parts.length > 1 && isLoneWord(part, options))) {
      chosen.add(one.value)
      literal &&= one.literal
    } else if (one.ok) misread += 1
    else if (one.kind === 'invalid' && one.why === 'outOfRange') outOfRange = true
    else if (one.kind === 'ask')
      return ask(
        one.why,
        one.candidates.map(index => [index]),
      )
    else misread += 1
  }
  if (outOfRange) return invalid('outOfRange', { count: options.length })
  if (misread > 0)
    return chosen.size > 0 || isAnswer
      ? ask('garbled', chosen.size > 0 ? [ascending(chosen)] : [])
      : invalid('noAnswer')
  return mayBeTwo.length > 0 ? ask('twoReadings', twoReadings(chosen, mayBeTwo)) : read(ascending(chosen), literal)
}

function twoReadings(chosen: ReadonlySet<number>, ranges: readonly Range[]): number[][] {
  const between = ranges.flatMap(({ from, to }) => Array.from({ length: to - from - 1 }, (_, at) => from + at))
  return [ascending(chosen), ascending(chosen).filter(index => !between.includes(index))]
}

const ascending = (chosen: ReadonlySet<number>): number[] => [...chosen].sort((a, b) => a - b)

interface Range {
  readonly from: number
  readonly to: number
  /** A dash, and not «đến». */
  readonly mayBeTwo: boolean
}

function readRange(part: readonly Token[]): Range | undefined {
  const body = part[0]?.folded === 'tu' ? part.slice(1) : part
  const [from, joint, to] = body
  if (body.length !== 3 || from === undefined || joint === undefined || to === undefined) return undefined
  const joins = /^[-–~]$/.test(joint.text) || TO.find(body, 1) !== undefined
  const isNumber = (token: Token) => token.kind === 'number' && /^\d{1,3}$/.test(token.text)
  return joins && isNumber(from) && isNumber(to)
    ? { from: Number(from.text), to: Number(to.text), mayBeTwo: part.length === 3 && joint.kind !== 'word' }
    : undefined
}
