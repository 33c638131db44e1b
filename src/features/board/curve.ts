import type { Point } from '../forecast/series.ts'

/** Sums of several units on the last day of each month: each counts with the last it has given by then. Days are in order. */
export function totalOf(series: readonly (readonly Point[])[], days: readonly string[]): Point[] {
  return days.flatMap(day => {
    const given = series.flatMap(points => points.findLast(point => point.day <= day) ?? [])
    if (given.length === 0) return []
    const sum = (part: 'done' | 'plan') => given.reduce((total, point) => total + point[part], 0n)
    return [{ day, done: sum('done'), plan: sum('plan') }]
  })
}

/** Share of the whole in tenths of a percent, rounded down: «đạt» is never drawn before it is. */
export function tenthsOf({ done, plan }: Pick<Point, 'done' | 'plan'>): number {
  return plan === 0n ? 0 : Number((done * 1_000n) / plan)
}
