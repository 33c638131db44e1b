import { Lexicon } from './lexicon.ts'
import type { Token } from './tokens.ts'

const NOT = new Lexicon([[true, 'không phải|không phải là|ko phải|ko phải là|k phải|k phải là|chẳng phải|hông phải']])
const BUT = new Lexicon([[true, 'mà|mà là|mà phải là']])
const AND_NOT = new Lexicon([
  [true, 'chứ không phải|chứ không phải là|chứ ko phải|chứ k phải|chứ ko phải là|chứ k phải là|chứ hông phải'],
])
/** What is denied is short: one figure with what belongs to it. */
const DENIED_AT_MOST = 8

/**
 * The tokens that a line denies in favour of others: «không phải 12 mà là 15», «15 chứ không phải 12» say fifteen, and nothing of
 * twelve; it is asked all the same, with the fifteen to choose. Undefined: none, or it is not plain what takes whose place.
 */
export function deniedIn(tokens: readonly Token[]): { from: number; to: number } | undefined {
  if (!tokens.some(token => token.folded === 'phai')) return undefined
  const denials = tokens.flatMap((_, at) => NOT.find(tokens, at) ?? []).length
  if (denials !== 1) return undefined
  const contrast = tokens.findIndex((_, at) => AND_NOT.find(tokens, at) !== undefined)
  if (contrast > 0) {
    const isShort = tokens.length - contrast <= DENIED_AT_MOST
    return isShort && tokens.length > contrast + 3 ? { from: contrast, to: tokens.length } : undefined
  }
  const from = tokens.findIndex((_, at) => NOT.find(tokens, at) !== undefined)
  const but = tokens.findIndex((_, at) => at > from + 2 && BUT.find(tokens, at) !== undefined)
  if (from < 0 || but < 0 || but - from > DENIED_AT_MOST) return undefined
  const to = but + (BUT.find(tokens, but)?.length ?? 1)
  return to < tokens.length ? { from, to } : undefined
}

/** What is left when the denied part is taken out; the same list where nothing is denied. */
export function affirmed(tokens: readonly Token[]): readonly Token[] {
  const denied = deniedIn(tokens)
  return denied === undefined ? tokens : [...tokens.slice(0, denied.from), ...tokens.slice(denied.to)]
}
