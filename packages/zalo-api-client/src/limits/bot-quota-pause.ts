const pausesMs = [5_000, 60_000] as const
const longestMs = 15 * 60_000

/**
 * How long to leave the bot host alone after it has said 429 for the `times`-th time in a row, 1 first. One code stands for
 * a burst and for a plan that is used up, and no document says for how long: seconds, then a minute, then a quarter of an hour.
 */
export function botQuotaPauseMs(times: number): number {
  return pausesMs[times - 1] ?? longestMs
}
