/** How many times a property is tried: all of them in the suite `long`, a tenth while one works. */
export function runs(all: number): number {
  return process.env.ALL_RUNS === undefined ? Math.ceil(all / 10) : all
}

/** What each of so many histories is drawn from; `SEED` draws others. */
export function seedsFrom(first: number, { step, runs: all }: { step: number; runs: number }): number[] {
  const from = Number(process.env.SEED ?? first)
  return Array.from({ length: runs(all) }, (_, nth) => from + step * nth)
}
