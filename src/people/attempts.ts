/** Counts wrong codes of each who tries, never of all together: nobody can close the door for others. In memory: a restart forgets. */
export interface Attempts {
  /** False when this one has used its tries up. */
  mayTry(who: string, now: Date): boolean
  count(who: string, now: Date): void
}

/** Who is remembered at most; the one who began first is forgotten first. */
const MOST_REMEMBERED = 10_000

/** Wrong codes at any door in a quarter of an hour: an office shares one address, so it is not tight; a code has 59 bits. */
const wrongCodes = { each: 20, windowMilliseconds: 15 * 60_000 }

export function createAttempts(limits: { each: number; windowMilliseconds: number } = wrongCodes): Attempts {
  const tries = new Map<string, { count: number; since: number }>()

  const of = (who: string, now: Date) => {
    const known = tries.get(who)
    const age = now.getTime() - (known?.since ?? 0)
    // A clock that was set back lets nobody wait for longer than one window.
    return known && Math.abs(age) < limits.windowMilliseconds ? known : { count: 0, since: now.getTime() }
  }

  return {
    mayTry: (who, now) => of(who, now).count < limits.each,
    count: (who, now) => {
      const { count, since } = of(who, now)
      const [oldest] = tries.keys()
      if (tries.size >= MOST_REMEMBERED && !tries.has(who) && oldest !== undefined) tries.delete(oldest)
      tries.set(who, { count: count + 1, since })
    },
  }
}
