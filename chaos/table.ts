import type { Verdict } from './verdict.ts'

/** What happened, what had to hold, and examples of what did not. */
export function tableOf({ figures, promises, lateness }: Verdict): string {
  const { count, p50, p95, max } = lateness
  const rows = [
    ...figures,
    ['', ''] as const,
    ...promises.map(({ name, count }) => [name, `${count}${count > 0 ? '  BROKEN' : ''}`] as const),
    ['', ''] as const,
    ['lateness after a restart, simulated', `p50 ${p50} s, p95 ${p95} s, max ${max} s (${count} messages)`] as const,
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const broken = promises.flatMap(({ name, examples }) => examples.slice(0, 5).map(example => `  ${name}: ${example}`))
  return [...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`.trimEnd()), ...broken].join('\n')
}
