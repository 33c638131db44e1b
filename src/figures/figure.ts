/** A reported value as it is stored: percent and money as two integers, count and rank as the numerator alone. */
export interface Figure {
  numerator: bigint | null
  denominator: bigint | null
  isDone: boolean | null
  text: string
}

export const noFigure: Figure = { numerator: null, denominator: null, isDone: null, text: '' }

/**
 * Whether a cumulative figure went down, which the sender is asked to explain: fewer done than before, or a smaller share.
 * «Không phát sinh» (0 of 0) after something was counted is a fall too. Ranks do not accumulate.
 */
export function fell(before: Figure, present: Figure): boolean {
  if (before.isDone === true && present.isDone === false) return true
  if (before.numerator === null || present.numerator === null) return false
  if (present.numerator < before.numerator) return true
  if (before.denominator === null || present.denominator === null) return false
  return present.numerator * before.denominator < before.numerator * present.denominator
}
