/** How many times a property is tried: all of them in the suite `long`, a tenth while one works. */
export function runs(all: number): number {
  return process.env.ALL_RUNS === undefined ? Math.ceil(all / 10) : all
}
