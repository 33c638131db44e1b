/** Tells each place once; how many are remembered is bounded, so that after very many one may be told again. */
export function onceAPlace(tell: (place: string) => Promise<unknown>): (place: string) => Promise<void> {
  const told = new Set<string>()
  return async place => {
    if (told.has(place)) return
    if (told.size >= MOST_REMEMBERED) told.clear()
    told.add(place)
    await tell(place).catch(() => undefined)
  }
}

const MOST_REMEMBERED = 1_000
