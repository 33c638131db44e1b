import type { Clock } from '../../src/clock.ts'

/** Runs twenty times as fast as the real one: notices rest a second between two to one chat, and a test need not wait that long. */
export function briskClock(start: string): Clock {
  const [from, began] = [new Date(start).getTime(), performance.now()]
  return { now: () => new Date(from + Math.floor((performance.now() - began) * 20)) }
}
