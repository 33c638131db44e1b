import type { Share } from '../../../campaign/commendation-plan.ts'

/** Whether so many of all reach the share. */
export function reaches(count: number, all: number, { numerator, denominator, moreThan }: Share): boolean {
  const [have, want] = [count * denominator, all * numerator]
  return all > 0 && (moreThan ? have > want : have >= want)
}

/** The least number of members that reaches the share; null: not even all of them do. */
export function leastOf(all: number, share: Share): number | null {
  for (let count = 0; count <= all; count += 1) if (reaches(count, all, share)) return count
  return null
}
