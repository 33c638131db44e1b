import { createHash } from 'node:crypto'
import type { Row } from '../row.ts'

/** What a template was made over: unit, period, its rows and the versions that stood. Another one now means that it is older. */
export function stampOf(unit: string, period: string, rows: readonly Row[]): string {
  const over = rows.map(({ topic, sent }) => `${topic}:${sent?.version ?? 0}`).join(' ')
  return `MAU-${createHash('sha256').update(`${unit} ${period} ${over}`).digest('hex').slice(0, 8).toUpperCase()}`
}
