import { fold, lower, normalise } from '../../reading/text.ts'

type Word = { text: string; from: number; to: number }

/**
 * The text with a pseudonym wherever the full name stands in it. Names of three words and more are found with their accents or
 * with none of them, in any case, also in file names. Two words could be any two words, so they are found as they are written; a
 * single one is left alone. Pure.
 */
export function withoutName(text: string, fullName: string, pseudonym: string): string {
  const name = wordsOf(normalise(fullName)).map(word => word.text)
  if (name.length < 2) return text
  const composed = text.normalize('NFC')
  const words = wordsOf(composed)
  let said = ''
  let upTo = 0
  for (let at = 0; at + name.length <= words.length; at++) {
    const first = words[at]
    const last = words[at + name.length - 1]
    if (!first || !last || !isName(composed, words.slice(at, at + name.length), name)) continue
    said += composed.slice(upTo, first.from) + pseudonym
    upTo = last.to
    at += name.length - 1
  }
  return upTo === 0 ? text : said + composed.slice(upTo)
}

/** The same in everything that is text in a JSON value, keys excepted. */
export function withoutNameIn(value: unknown, fullName: string, pseudonym: string): unknown {
  if (typeof value === 'string') return withoutName(value, fullName, pseudonym)
  if (Array.isArray(value)) return value.map(item => withoutNameIn(item, fullName, pseudonym))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutNameIn(item, fullName, pseudonym)]))
}

/**
 * A pattern of ILIKE that finds every text with the name, and some others: letters that may carry accents are left open, because
 * the database knows none of them.
 */
export function patternOf(fullName: string): string {
  const words = wordsOf(normalise(fullName)).map(({ text }) =>
    text.toLowerCase().replace(/[^b-df-hj-np-tv-xz0-9]|d/g, '_'),
  )
  return `%${words.join('%')}%`
}

function isName(text: string, words: readonly Word[], name: readonly string[]): boolean {
  const isBeside = words.every(({ to }, at) => {
    const next = words[at + 1]
    return next === undefined || /^[\s'’._-]{1,3}$/.test(text.slice(to, next.from))
  })
  if (!isBeside) return false
  if (name.length === 2) return words.every((word, at) => word.text === name[at])
  return words.every(({ text: word }, at) => {
    const own = name[at] ?? ''
    return lower(word) === lower(own) || word.toLowerCase() === fold(own)
  })
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    text: word,
    from: index,
    to: index + word.length,
  }))
}
