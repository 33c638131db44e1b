import type { Clock } from '../clock.ts'

/** Counts tries within a window of time, by who tries and overall. Kept in memory: a restart forgets. */
export interface Attempts {
  /** False when this one, or all together, have used their tries up. */
  mayTry(who: string): boolean
  count(who: string): void
}

export function createAttempts(
  clock: Clock,
  limits: { each: number; overall: number; windowMilliseconds: number },
): Attempts {
  let windowEnd = 0
  let overall = 0
  const tries = new Map<string, number>()

  const turnWindow = () => {
    const now = clock.now().getTime()
    if (now < windowEnd && windowEnd - now <= limits.windowMilliseconds) return
    windowEnd = now + limits.windowMilliseconds
    overall = 0
    tries.clear()
  }

  return {
    mayTry: who => {
      turnWindow()
      return overall < limits.overall && (tries.get(who) ?? 0) < limits.each
    },
    count: who => {
      turnWindow()
      overall += 1
      tries.set(who, (tries.get(who) ?? 0) + 1)
    },
  }
}
