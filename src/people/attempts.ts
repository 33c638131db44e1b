/** Counts wrong codes of each who tries, never of all together: nobody can close the door for others. In memory: a restart forgets. */
export interface Attempts {
  /** How many tries each has in one window. */
  readonly each: number
  /** False when this one has used its tries up. */
  mayTry(who: string, now: Date): boolean
  /** Notes one, before it is known whether it is right: many at once would all be tried. Says how many there were in this window. */
  count(who: string, now: Date): number
  /** It was right after all. */
  takeBack(who: string): void
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
    each: limits.each,
    mayTry: (who, now) => of(who, now).count < limits.each,
    count: (who, now) => {
      const { count, since } = of(who, now)
      const [oldest] = tries.keys()
      if (tries.size >= MOST_REMEMBERED && !tries.has(who) && oldest !== undefined) tries.delete(oldest)
      tries.set(who, { count: count + 1, since })
      return count + 1
    },
    takeBack: who => {
      const known = tries.get(who)
      if (known) tries.set(who, { ...known, count: Math.max(0, known.count - 1) })
    },
  }
}
