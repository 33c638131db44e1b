import { readChoice } from '../choice.ts'
import { clausesOf, textOf } from '../clauses.ts'
import type { Option } from '../labels.ts'
import type { Token } from '../tokens.ts'
import { mentionsIn } from './mentions.ts'

type Words = readonly Token[]

/** «số 6, giải pháp»: a clause that chooses what there is not. */
export const holdsNoOption = (words: Words, options: readonly Option[]): boolean =>
  clausesOf(words, true).some(clause => isNoOption([clause], options))

/** «số 6 nhé, chị Hằng bảo vậy»: the number of none of the options, and nothing that names one. */
export function isNoOption(main: readonly Words[], options: readonly Option[]): boolean {
  const [first = [], ...others] = main
  const one = readChoice(textOf(first), options)
  return (
    !one.ok &&
    one.kind === 'invalid' &&
    one.why === 'outOfRange' &&
    others.every(words => mentionsIn(words, options).length === 0 && !words.some(({ kind }) => kind === 'number'))
  )
}
