import { Lexicon } from '../lexicon.ts'
import type { Token } from '../tokens.ts'

export const phrases = (list: string) => new Lexicon([[true, list]])

export type Words = readonly Token[]
/** A stretch that a line takes back (`from`–`to`, with the words that do so), the thing in it, and where what takes its place stands. */
export interface Cut {
  readonly from: number
  readonly to: number
  /** Undefined: what is taken back was said elsewhere («nhầm, 15»). */
  readonly old: Words | undefined
  readonly instead: Words
  /** Of what grows: days and periods do not. */
  readonly isGrowth?: true
  /** The figure that is left is the only one of the line. */
  readonly isBeside?: true
}

/** The kinds of each thing that a stretch of words says; a thing with several readings has several. */
export type Things = (words: Words) => readonly (readonly string[])[]

export function place(line: Words, list: Lexicon<boolean>, from = 0): { at: number; to: number } | undefined {
  for (let at = from; at < line.length; at += 1) {
    const found = list.find(line, at)
    if (found) return { at, to: at + found.length }
  }
  return undefined
}

/** Where the clause ends that begins at `from`. */
export function clauseEnd(line: Words, from: number): number {
  const end = line.findIndex((token, at) => at >= from && /^[,;.:()\n]$/.test(token.text))
  return end < 0 ? line.length : end
}

/** Days and periods do not grow. */
export const STANDS = /^(?:day|period)$/
