import type { Pair } from './measure.ts'

/** One line of the table. */
export type Line = { name: string; note?: string } & (
  | { pair: Pair; target: Target; unit: 'µs' | 'ms' }
  /** Could not be measured here. */
  | { missing: string }
)

/** What the ratio ours / theirs may be; null: told for comparison only. */
export type Target = { atMost: number; said?: string } | null

export function holds(line: Line): boolean {
  return !('pair' in line) || line.target === null || line.pair.ratio <= line.target.atMost
}

/** The table as text, figures to the right. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [['', 'this', 'that', 'ratio', 'target', 'holds'], ...lines.map(rowOf)]
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, cell.length)), [])
  const text = rows.map(row =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  )
  const notes = lines.flatMap(line => (line.note ? [`  ${line.name.slice(0, 3)} ${line.note}`] : []))
  return [...text, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n')
}

function rowOf(line: Line): string[] {
  if ('missing' in line) return [line.name, line.missing, '', '', '', '']
  const { pair, target, unit } = line
  const figure = (micros: number) =>
    `${(unit === 'ms' ? micros / 1_000 : micros).toFixed(unit === 'ms' ? 2 : 1)} ${unit}`
  return [
    line.name,
    figure(pair.ours),
    figure(pair.theirs),
    `${pair.ratio.toFixed(2)}×`,
    target ? (target.said ?? `≤ ${target.atMost}×`) : '–',
    target ? (holds(line) ? 'yes' : 'NO') : '–',
  ]
}
