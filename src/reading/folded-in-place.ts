import { fold } from './text.ts'

/** A text with its folded form of the same length, sign by sign, so that places in one are places in the other. */
export function foldedInPlace(text: string): string {
  const folded = fold(text)
  if (folded.length === text.length) return folded
  return [...text].map(sign => (sign.length === 1 ? foldedSign(sign) : '  ')).join('')
}

function foldedSign(sign: string): string {
  const folded = fold(sign)
  return folded.length === 1 ? folded : ' '
}
