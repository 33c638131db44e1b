import { ask, type Reading, read } from './result.ts'
import { writtenOut } from './short-forms.ts'
import { accentsWithin, fold } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

export interface Option {
  readonly label: string
  readonly aliases?: readonly string[]
}

/** No part of a label has more words. */
export const WORDS_AT_MOST = 24

const names = (option: Option): string[] => [option.label, ...(option.aliases ?? [])]

/** Labels are asked for again and again; those of found options come and go, so the number kept is bounded. */
const knownLabels = new Map<string, string>()
const words = (name: string): string => {
  const known = knownLabels.get(name)
  if (known !== undefined) return known
  const [typed = '', writtenFully = typed] = writtenOut(tokenise(name))
  const found = writtenFully
  if (knownLabels.size >= 2_000) knownLabels.clear()
  knownLabels.set(name, found)
  return found
}

/** What an option is called, its short forms written out. */
export const writtenLabels = (option: Option): string[] => names(option).map(words)

/** The words of all labels, without accents: a word that is none of them opens no label. */
export const wordsOfLabels = (options: readonly Option[]): ReadonlySet<string> =>
  new Set(options.flatMap(option => names(option).flatMap(name => fold(words(name)).split(' '))))

/** Options whose label or alias is exactly what was typed, accents optional. */
export function wholeLabel(tokens: readonly Token[], options: readonly Option[]): number[] {
  if (tokens.some(token => token.text === '?')) return []
  const typed = writtenOut(tokens).filter(line => line !== '')
  const within = matching(options, name => typed.some(line => line.length === name.length && accentsWithin(line, name)))
  // Typed without any accent it may be each of them.
  if (within.length < 2 || tokens.every(token => token.text === token.folded)) return within
  const exact = matching(options, name => typed.includes(name))
  return exact.length > 0 ? exact : within
}

export const matching = (options: readonly Option[], test: (name: string) => boolean): number[] =>
  options.flatMap((option, index) => (names(option).some(name => test(words(name))) ? [index] : []))

export const oneOf = (indexes: readonly number[], literal: boolean): Reading<number> => {
  const [index] = indexes
  return index !== undefined && indexes.length === 1 ? read(index, literal) : ask('startAmbiguous', indexes)
}

/** What was typed begins a label, or stands in one. Undefined: in none. */
export function inLabels(lines: readonly string[], options: readonly Option[]): Reading<number> | undefined {
  const starts = matching(options, name => lines.some(line => opensWith(name, line)))
  // «C2» is C2 before it is the beginning of C21.
  const whole =
    starts.length < 2 ? [] : matching(options, name => lines.some(line => opensWith(`${name} `, `${line} `)))
  const [length] = lines.map(line => line.length)
  if (whole.length === 1 && /\d$/.test(lines[0] ?? '')) return oneOf(whole, false)
  if (starts.length === 1 && length !== undefined && length > 1) {
    // «phường Vàng Danh» begins one label and ends others.
    const ends = matching(options, name => lines.some(line => name.length > line.length && endsWith(name, line)))
    return oneOf(
      [...new Set([...starts, ...ends])].toSorted((a, b) => a - b),
      false,
    )
  }
  if (starts.length > 0) return ask('startAmbiguous', starts)
  const within = matching(options, name => lines.some(line => standsIn(name, line)))
  // «phương nam» is Phương Nam, though it might be «phường Nam …» with an accent left out.
  const exact =
    lines[0] === fold(lines[0] ?? '')
      ? []
      : matching(options, name => lines.some(line => ` ${name} `.includes(` ${line} `)))
  const inside = exact.length > 0 ? exact : within
  // «nghe» is no «nghệ», where it is all that was said.
  const isOneWord = exact.length === 0 && !lines.some(line => /[ \d]/.test(line))
  if (inside.length === 1 && lines.some(says)) return isOneWord ? ask('garbled', inside) : oneOf(inside, false)
  return inside.length > 0 ? ask('startAmbiguous', inside) : undefined
}

const opensWith = (name: string, line: string): boolean =>
  name.length >= line.length && accentsWithin(line, name.slice(0, line.length))

const endsWith = (name: string, line: string): boolean => line.includes(' ') && name.endsWith(` ${line}`)

/** Whether the words stand in the label beside each other, accents compared as accents. */
export function standsIn(name: string, line: string): boolean {
  const folded = fold(name)
  const wanted = fold(line)
  const isShort = wanted.length < 3 && !/^[a-z]\d/.test(wanted)
  if (isShort || /^[\d ]+$/.test(wanted) || folded.length !== name.length || wanted.length !== line.length) return false
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const isWord = (at === 0 || folded[at - 1] === ' ') && [' ', undefined].includes(folded[at + wanted.length])
    if (isWord && accentsWithin(line, name.slice(at, at + line.length))) return true
  }
  return false
}

/** The label within the line; in a line without accents, the label without them. */
export const holdsLabel = (line: string, name: string): boolean =>
  standsIn(line, name) || (line === fold(line) && standsIn(line, fold(name)))

/** Whether a line holds a word that tells labels apart: «hay», «các», «và» alone choose nothing. */
export const says = (line: string): boolean =>
  line
    .split(' ')
    .some(
      word => word.length > 1 && !/^(?:và|va|các|cac|của|cua|hay|về|ve|cho|là|la|có|co|với|voi|đến|den)$/.test(word),
    )

/** Labels with these letters in them, whatever the accents. */
export function ofSameLetters(line: string, options: readonly Option[]): number[] {
  const folded = fold(line)
  if (folded.length < 2) return []
  return matching(options, name => fold(name).startsWith(folded) || ` ${fold(name)} `.includes(` ${folded} `))
}

/** Two words beside each other that stand in the label. */
export function sharesWords(name: string, line: string): boolean {
  const parts = [...new Set(line.split(' '))].slice(0, 12)
  return parts.some(
    (part, at) => at > 0 && standsIn(name, `${parts[at - 1]} ${part}`) && says(`${parts[at - 1]} ${part}`),
  )
}

/** Those that share the most words with what was typed come first; the others stay as they stood. */
export function nearestFirst(
  candidates: readonly number[],
  tokens: readonly Token[],
  options: readonly Option[],
): readonly number[] {
  const typed = new Set(writtenOut(tokens).flatMap(line => line.split(' ')))
  const shared = ({ label }: Option): number =>
    new Set(
      words(label)
        .split(' ')
        .filter(word => [...typed].some(one => one.length === word.length && accentsWithin(one, word))),
    ).size
  const shares = new Map(candidates.map(at => [at, options.slice(at, at + 1).map(shared)[0] ?? 0]))
  return candidates.toSorted((one, other) => (shares.get(other) ?? 0) - (shares.get(one) ?? 0))
}

/** Labels that hold all the words in their order, some of the label's left out: «Hội phụ nữ» of «Hội Liên hiệp Phụ nữ thành phố». */
export function inOrder(tokens: readonly Token[], options: readonly Option[]): number[] {
  if (tokens.length < 3 || tokens.length > WORDS_AT_MOST) return []
  const lines = writtenOut(tokens).map(line => line.split(' '))
  return matching(options, name =>
    lines.some(line => {
      const left = name.split(' ')
      return line.every(word => {
        const at = left.findIndex(one => one.length === word.length && accentsWithin(word, one))
        left.splice(0, at + 1)
        return at >= 0
      })
    }),
  )
}
