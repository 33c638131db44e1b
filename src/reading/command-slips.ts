import { courtesyBefore, isCourtesyToEnd } from './command-courtesy.ts'
import { commandPhrases, phrasesOf } from './command-phrases.ts'
import { type Command, type CommandWord, readCommandWord } from './command-words.ts'
import { retyped } from './telex.ts'
import { fold, lower } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

/** Words too common to point at a command when they stand among others. */
export const COMMON: ReadonlySet<string> = new Set<Command>([
  'tasks',
  'decide',
  'web',
  'start',
  'mydata',
  'settings',
  'alreadySent',
  'ack',
])

export function slip(plain: string, tokens: readonly Token[]): CommandWord | null {
  const small = lower(plain)
  const typed = plain.replace(/[\p{L}\d]+/gu, word => (/^\d+$/.test(word) ? word : retyped(word)))
  const once = small.replace(/(\p{L})\1+/gu, '$1')
  const variants = new Set([typed, once, fold(small), fold(once), fold(typed)])
  variants.delete(small)
  for (const variant of variants) {
    const word = readCommandWord(variant)
    if (word && !COMMON.has(word.command)) return word
  }
  return misspelt(
    once === small ? tokens.map(token => ({ ...token, text: token.folded, raw: token.folded })) : tokenise(fold(once)),
  )
}

/** Phrases long enough that one letter more, less, wrong or in the wrong place still tells which was meant. */
const LONG_ENOUGH = 6

interface Spelt {
  readonly letters: string
  readonly command: Command
  readonly order: number
}

/** By length and the two letters at either end: one slip leaves one of the ends as it is. */
const spelt = new Map<string, Spelt[]>()
const opening = (letters: string, length: number): string => `${length}${letters.slice(0, 2)}-`
const ending = (letters: string, length: number): string => `${length}-${letters.slice(-2)}`
for (const [order, [command, letters]] of commandPhrases
  .flatMap(([name, patterns]) => phrasesOf(patterns).map(phrase => [name, fold(phrase).replaceAll(' ', '')] as const))
  .entries()) {
  if (letters.length < LONG_ENOUGH || letters.length > 20) continue
  for (const key of [opening(letters, letters.length), ending(letters, letters.length)])
    spelt.set(key, [...(spelt.get(key) ?? []), { letters, command, order }])
}
const SHORT = new Map<string, Command>([
  ['huy', 'cancel'],
  ['sua', 'edit'],
  ['menu', 'menu'],
  ['help', 'help'],
  ['skip', 'skip'],
  ['back', 'back'],
  ['nhap', 'drafts'],
])

function misspelt(tokens: readonly Token[]): CommandWord | null {
  const [from, to] = core(tokens)
  const typed = tokens
    .slice(from, to)
    .map(token => token.folded)
    .join('')
  if (typed.length < 3 || typed.length > 22) return null
  const [, letters = '', n] = /^([a-z]+)(\d{1,3})$/.exec(typed) ?? []
  if (n !== undefined) return isOneSlipAway(letters, 'suacau') ? { command: 'edit', n: Number(n) } : null
  if (/\d/.test(typed)) return null
  const short = [...SHORT].find(([word]) => isSwapped(typed, word))
  if (short) return { command: short[1] }
  if (typed.length < LONG_ENOUGH - 1) return null
  for (const length of [typed.length, typed.length - 1, typed.length + 1]) {
    const found = [...(spelt.get(opening(typed, length)) ?? []), ...(spelt.get(ending(typed, length)) ?? [])]
      .filter(({ letters }) => isOneSlipAway(typed, letters))
      .toSorted((one, other) => one.order - other.order)[0]
    if (found) return { command: found.command }
  }
  return null
}

/** What is left when courtesy is taken off both ends. */
function core(tokens: readonly Token[]): [number, number] {
  let from = 0
  for (let length = courtesyBefore(tokens, 0); length > 0; length = courtesyBefore(tokens, from)) from += length
  let to = tokens.length
  for (let at = from + 1; at < tokens.length; at++) {
    if (isCourtesyToEnd(tokens, at)) {
      to = at
      break
    }
  }
  return from < tokens.length ? [from, to] : [0, tokens.length]
}

function isSwapped(typed: string, word: string): boolean {
  if (typed.length !== word.length || typed === word) return false
  const at = agreeing(typed, word)
  return at > 0 && isSwappedAt(typed, word, at)
}

function isSwappedAt(typed: string, word: string, at: number): boolean {
  return typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed.slice(at + 2) === word.slice(at + 2)
}

/** One letter more, one less, one wrong, or two in the wrong order; also none, with only the spaces missing. */
function isOneSlipAway(typed: string, word: string): boolean {
  const at = agreeing(typed, word)
  if (at === Math.min(typed.length, word.length)) return Math.abs(typed.length - word.length) <= 1
  if (typed.length === word.length) return typed.slice(at + 1) === word.slice(at + 1) || isSwappedAt(typed, word, at)
  return typed.length > word.length ? typed.slice(at + 1) === word.slice(at) : typed.slice(at) === word.slice(at + 1)
}

/** How many letters agree from the start. */
function agreeing(typed: string, word: string): number {
  const shorter = Math.min(typed.length, word.length)
  let at = 0
  while (at < shorter && typed[at] === word[at]) at += 1
  return at
}
