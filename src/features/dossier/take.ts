import type { FieldEnv } from '../../conversation/field.ts'
import { figureIn } from '../progress/answered.ts'
import { readCell, saysKeep, typedAs, unlike } from './cell.ts'
import type { PastedLine } from './paste/read-paste.ts'
import type { Row } from './row.ts'
import { type Sheet, type Unread, withEntry, withUnread } from './sheet.ts'

interface Taking {
  rows: readonly Row[]
  by: string
  env: Pick<FieldEnv, 't' | 'today'>
}

type Value = Extract<PastedLine, { is: 'value' }>

/** The sheet with what was pasted. The same target twice with two values is taken as neither: both stand there, and it is asked. Pure. */
export function take(sheet: Sheet, lines: readonly PastedLine[], taking: Taking): Sheet {
  const unread: Unread[] = lines.flatMap(line =>
    line.is === 'unread' ? [{ line: line.line, why: line.why, names: line.names }] : [],
  )
  const values = lines.filter((line): line is Value => line.is === 'value')
  const topics = [...new Set(values.map(({ topic }) => topic))]
  const filled = topics.reduce((present, topic) => {
    const row = taking.rows.find(one => one.topic === topic)
    return row
      ? withValues(
          present,
          row,
          values.filter(value => value.topic === topic),
          taking,
        )
      : present
  }, sheet)
  return withUnread(filled, unread)
}

function withValues(sheet: Sheet, row: Row, values: readonly Value[], { by, env }: Taking): Sheet {
  const meant = values.map(value => ({ ...value, typed: meantBy(row, value.typed, env) }))
  const [first, ...others] = meant
  if (!first) return sheet
  const agree = others.every(other => says(row, other.typed, env) === says(row, first.typed, env))
  const typed = agree ? first.typed : meant.map(value => value.typed).join(unlike)
  const said = meant.map(({ reason }) => reason).find(reason => reason !== '') ?? ''
  const before = sheet.entries[row.topic]
  // Only a reason was given to a figure that stands.
  const reason = said === '' && before?.typed === typed ? before.reason : said
  return withEntry(sheet, row.topic, { typed, reason, basedOn: row.sent?.version ?? 0, by })
}

/** «Giữ nguyên» is the figure of last time. */
export function meantBy(row: Row, typed: string, env: Pick<FieldEnv, 't'>): string {
  return row.last && saysKeep(typed, env) ? typedAs(row.kind, row.last) : typed
}

/** What a value says, to be compared. */
function says(row: Row, typed: string, env: Taking['env']): string {
  const reading = readCell(row, typed, '***', env)
  if (!reading.ok) return typed
  const { numerator, denominator, isDone, text } = figureIn(reading.answers)
  return [numerator, denominator, isDone, text].join(' ')
}

/** Every row without a figure gets that of last time. */
export function keepRest(sheet: Sheet, rows: readonly Row[], { by }: Pick<Taking, 'by'>): Sheet {
  return rows
    .filter(row => row.last !== null && row.sent === null && !sheet.entries[row.topic])
    .reduce((present, row) => {
      const typed = row.last ? typedAs(row.kind, row.last) : ''
      return withEntry(present, row.topic, { typed, reason: '', basedOn: 0, by })
    }, sheet)
}
