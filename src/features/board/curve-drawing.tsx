import type { Milestone } from '../forecast/pilot.ts'
import { daysBetween, type Point, shortDay } from '../forecast/series.ts'
import { tenthsOf } from './curve.ts'

interface CurveProps {
  points: readonly Point[]
  milestones: readonly Pick<Milestone, 'percent' | 'dueOn'>[]
  from: string
  to: string
  /** What it shows, for those who do not see it; the table beside it says the same. */
  label: string
  width: number
  height: number
}

/** Sums against the marks that must be reached, as a picture made of plain shapes: no style of its own, no script. */
export function Curve({ points, milestones, from, to, label, width, height }: CurveProps) {
  const all = Math.max(1, daysBetween(from, to))
  const isSmall = width < 300
  const [left, right, top, bottom] = isSmall ? [4, 4, 6, 6] : [44, 16, 14, 26]
  const x = (day: string) => round(left + (daysBetween(from, day) / all) * (width - left - right))
  const y = (tenths: number) => round(height - bottom - (Math.min(tenths, 1_000) / 1_000) * (height - top - bottom))
  const places = points.map(point => `${x(point.day)},${y(tenthsOf(point))}`)
  const last = points.at(-1)
  return (
    <svg class="curve" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <line class="curve-axis" x1={left} y1={y(0)} x2={width - right} y2={y(0)} />
      {milestones.map(({ percent, dueOn }) => (
        <>
          <line class="curve-mark" x1={left} y1={y(percent * 10)} x2={x(dueOn)} y2={y(percent * 10)} />
          <circle class="curve-goal" cx={x(dueOn)} cy={y(percent * 10)} r={isSmall ? 3 : 5} />
          {!isSmall && (
            <text class="curve-text" x={left - 6} y={y(percent * 10) + 4} text-anchor="end">
              {percent}%
            </text>
          )}
          {!isSmall && (
            <text class="curve-text" x={x(dueOn)} y={height - 8} text-anchor="end">
              {shortDay(dueOn)}
            </text>
          )}
        </>
      ))}
      <polyline class="curve-line" points={[`${left},${y(0)}`, ...places].join(' ')} />
      {last && <circle class="curve-now" cx={x(last.day)} cy={y(tenthsOf(last))} r={isSmall ? 3 : 5} />}
    </svg>
  )
}

const round = (place: number) => Math.round(place * 10) / 10
