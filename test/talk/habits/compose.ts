import type { TypedLine } from '../play.ts'
import type { Chance } from './chance.ts'
import { type Doubt, doubtsOfDays, doubtsOfFigures, doubtsOfWords } from './doubts.ts'
import { keys, slipped } from './keys.ts'
import { asked, closings, comparisons, greetings, papers, places, reasons, remarks, times } from './manners.ts'
import { type Kind, written } from './notations.ts'

export interface Composed extends TypedLine {
  readonly field: Kind
  readonly notation: string
  readonly habits: readonly string[]
}

const figures: readonly Kind[] = ['count', 'money', 'percent', 'ratio', 'rank']
const choices: readonly Kind[] = ['grade', 'standing', 'press', 'kind']
const named: readonly Kind[] = ['name', 'people']

function doubtsOf(kind: Kind): readonly Doubt[] {
  if (figures.includes(kind)) return kind === 'rank' ? doubtsOfFigures.slice(1, 6) : doubtsOfFigures
  if (kind === 'date') return doubtsOfDays
  if (kind === 'period')
    return [
      ...doubtsOfWords.slice(0, 1),
      ...doubtsOfDays.slice(1, 2).map(two => ({ ...two, frames: two.frames.filter(frame => !frame.startsWith('từ')) })),
    ]
  return doubtsOfWords
}

/** One line: what is answered, with what people put before and behind it, as it comes off the keys. */
export function composed(kind: Kind, chance: Chance): Composed {
  const answer = written(kind, chance)
  const habits: string[] = []
  let { text, means } = answer
  const isWord = kind === 'yesNo' || named.includes(kind)
  if (!isWord && chance.in100(30) && answer.notation !== 'none' && answer.notation !== 'about') {
    const doubt = chance.of(doubtsOf(kind))
    const frame = chance.of(doubt.frames)
    const other = another(kind, means, chance)
    text = frame.replace('X', () => text).replace('Y', () => other)
    means = 'ask'
    habits.push(`! ${doubt.habit}`)
  }
  const before: string[] = []
  const behind: string[] = []
  const put = (where: string[], habit: string, these: readonly string[], isOpen = true) => {
    const one = chance.of(these)
    const isSlip = isOpen && chance.in100(15)
    where.push(isSlip ? slipped(one, chance) : one)
    habits.push(isSlip ? `${habit}, slipped` : habit)
  }
  if (chance.in100(40)) put(before, 'greeting', greetings)
  if (figures.includes(kind) && chance.in100(20)) put(before, 'asked', asked, false)
  if (figures.includes(kind) && chance.in100(25)) put(before, 'time', times, false)
  if (figures.includes(kind) && chance.in100(25)) put(before, 'place', places)
  if (figures.includes(kind) && chance.in100(12)) put(behind, 'paper', papers, false)
  if (figures.includes(kind) && means !== 'ask' && chance.in100(8)) put(behind, 'comparison', comparisons, false)
  if (!named.includes(kind) && means !== 'ask' && chance.in100(10)) put(behind, 'reason', reasons)
  if (!named.includes(kind) && chance.in100(20))
    put(behind, 'remark', kind === 'yesNo' ? remarks.filter(one => !/^đã|rồi$/.test(one)) : remarks)
  if (chance.in100(35)) put(behind, 'closing', closings)
  const joint = () => chance.of([', ', ' ', ' ', ': ', '. '])
  const head = before.map(one => `${one}${one.endsWith(':') ? ' ' : joint()}`).join('')
  const tail = behind.map(one => `${chance.of([', ', ', ', ' ', '. ', '; '])}${one}`).join('')
  const line = `${head}${text}${tail}`
  // The letters of a name are its value.
  const typing = named.includes(kind)
    ? chance.in100(30)
      ? keys.find(({ habit }) => habit === 'decomposed')
      : keys[0]
    : chance.of(keys)
  const typed = (typing ?? { type: String }).type(line, chance)
  habits.push(`keys: ${typing?.habit}`)
  return { field: kind, typed, expected: means, notation: answer.notation, habits }
}

function another(kind: Kind, means: string, chance: Chance): string {
  for (;;) {
    const other = written(kind, chance)
    if (other.means !== means && (choices.includes(kind) || other.notation !== 'none')) return other.text
  }
}
