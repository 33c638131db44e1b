/** A source of choices that is the same for the same seed. */
export interface Chance {
  /** A whole number from 0 up to `n`, without `n`. */
  below(n: number): number
  of<T>(these: readonly T[]): T
  /** True in `share` of a hundred. */
  in100(share: number): boolean
}

/** Mulberry32: small, and good enough to mix habits. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    of: these => {
      const one = these[below(these.length)]
      if (one === undefined) throw new Error('nothing to choose from')
      return one
    },
    in100: share => next() * 100 < share,
  }
}
