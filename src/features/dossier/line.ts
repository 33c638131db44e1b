import type { FieldEnv } from '../../conversation/field.ts'
import type { Figure } from '../../figures/figure.ts'
import { figureIn } from '../progress/answered.ts'
import { type CellReading, readCell, wantsReason } from './cell.ts'
import type { Row } from './row.ts'
import type { Entry, Sheet } from './sheet.ts'

/**
 * How a row of the dossier stands. NEW: understood, and not handed in yet. OVERTAKEN: somebody has handed in another figure since it
 * was typed. SAME: what was typed is what has been handed in. SENT, RETURNED: handed in, nothing typed since. MISSING: nothing at all.
 */
export type LineState = 'NEW' | 'UNCLEAR' | 'WANTS_REASON' | 'OVERTAKEN' | 'SAME' | 'SENT' | 'RETURNED' | 'MISSING'

export interface Line {
  row: Row
  entry: Entry | null
  reading: CellReading | null
  state: LineState
}

/** The rows with what stands in the sheet, read. Pure. */
export function linesOf(rows: readonly Row[], sheet: Sheet, env: Pick<FieldEnv, 't' | 'today'>): Line[] {
  return rows.map(row => {
    const entry = sheet.entries[row.topic] ?? null
    if (!entry) return { row, entry, reading: null, state: withoutEntry(row) }
    const reading = readCell(row, entry.typed, entry.reason, env)
    return { row, entry, reading, state: stateOf(row, entry, reading, env) }
  })
}

function withoutEntry({ sent }: Row): LineState {
  return sent === null ? 'MISSING' : sent.state === 'RETURNED' ? 'RETURNED' : 'SENT'
}

function stateOf(row: Row, entry: Entry, reading: CellReading, env: Pick<FieldEnv, 't' | 'today'>): LineState {
  if (!reading.ok) return wantsReason(row, entry.typed, env) ? 'WANTS_REASON' : 'UNCLEAR'
  const { sent } = row
  if (sent === null) return 'NEW'
  if (sent.state !== 'RETURNED' && isSame(sent.figure, figureIn(reading.answers))) return 'SAME'
  return sent.version > entry.basedOn ? 'OVERTAKEN' : 'NEW'
}

export function isSame(one: Figure, other: Figure): boolean {
  return (
    one.numerator === other.numerator &&
    one.denominator === other.denominator &&
    one.isDone === other.isDone &&
    one.text === other.text
  )
}

/** What can be handed in now. */
export function ready(lines: readonly Line[]): Line[] {
  return lines.filter(({ state }) => state === 'NEW')
}

/** What has to be asked, one after another: first what was typed and not understood. */
export function gaps(lines: readonly Line[]): Line[] {
  const of = (...states: readonly LineState[]) => lines.filter(({ state }) => states.includes(state))
  return [...of('UNCLEAR', 'WANTS_REASON', 'OVERTAKEN'), ...of('RETURNED', 'MISSING')]
}

/** What a line says now, by how a figure is shown: what was typed and understood, what was typed, or nothing. */
export function saysNow(line: Line | undefined, shown: (line: Line) => string): string {
  if (!line?.entry) return ''
  return line.reading?.ok ? shown(line) : line.entry.typed
}
