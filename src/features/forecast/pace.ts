import type { Milestone } from './pilot.ts'
import { daysBetween, type Point } from './series.ts'

/** What is still to be paid out, and how fast, for a milestone to be reached. */
export type NeededPace =
  | { is: 'reached' }
  /** Its day has come or is over. */
  | { is: 'over'; missing: bigint }
  | { is: 'needed'; missing: bigint; daysLeft: number; perMonth: bigint; perWeek: bigint }

/**
 * The pace needed from `today` on, with the latest reported sum as the start. Whole đồng, rounded up, so that keeping the pace
 * reaches the milestone. A month is a twelfth of 365 days. Near the day a pace for a month is more than what is missing: tell
 * the one for a week then, or what is missing.
 */
export function neededPace({ done, plan }: Point, { percent, dueOn }: Milestone, today: string): NeededPace {
  const wanted = divideUp(BigInt(percent) * plan, 100n)
  if (done >= wanted) return { is: 'reached' }
  const missing = wanted - done
  const daysLeft = daysBetween(today, dueOn)
  if (daysLeft <= 0) return { is: 'over', missing }
  const days = BigInt(daysLeft)
  return {
    is: 'needed',
    missing,
    daysLeft,
    perMonth: divideUp(missing * 365n, 12n * days),
    perWeek: divideUp(missing * 7n, days),
  }
}

function divideUp(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by
}
