import { createHash } from 'node:crypto'
import { fold } from '../../reading/text.ts'

const length = 64
const wordsTogether = 4

/**
 * A fingerprint of a text: of every four words that follow each other the smallest number under each of 64 hashes. The share of equal
 * numbers of two fingerprints is about the share of the four-word pieces that two texts have in common. Pure; empty: too little was
 * written to be compared.
 */
export function sketchOf(texts: readonly string[]): number[] {
  const words = fold(texts.join(' ')).match(/[\p{L}\p{N}]+/gu) ?? []
  const pieces = new Set(
    words.slice(0, words.length - wordsTogether + 1).map((_, at) => words.slice(at, at + wordsTogether).join(' ')),
  )
  // A line or two are alike by nature.
  if (pieces.size < 12) return []
  const smallest = new Int32Array(length).fill(2_147_483_647)
  for (const piece of pieces) {
    const digest = createHash('sha256').update(piece).digest()
    const [one, step] = [digest.readUInt32LE(0), digest.readUInt32LE(4) | 1]
    for (let at = 0; at < length; at++) {
      const value = ((one + Math.imul(at, step)) >>> 0) >>> 1
      if (value < (smallest[at] ?? 0)) smallest[at] = value
    }
  }
  return [...smallest]
}

/** How much two texts have in common by their fingerprints, in percent; null: one of them holds too little. */
export function alike(one: readonly number[], other: readonly number[]): number | null {
  if (one.length !== length || other.length !== length) return null
  return Math.round((one.filter((value, at) => value === other[at]).length * 100) / length)
}

/** From here on a person is asked to look at both reports. */
export const copiedFrom = 60
