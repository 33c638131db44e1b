import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { BackupError } from './backup-error.ts'
import { endLine, type Header, header, type Row, type TableLine, tableLine } from './format.ts'

/** One line of a backup after its header, in order. */
export type Part = { table: TableLine } | { row: Row }

export interface Checked {
  header: Header
  rows: number
}

/** Reads a backup to its end and compares it with what was written. @throws BackupError */
export async function checkBackup(file: string): Promise<Checked> {
  const hash = createHash('sha256')
  let found: Header | null = null
  let rows = 0
  let end: z.infer<typeof endLine> | null = null
  for await (const line of linesIn(file)) {
    if (end !== null) throw new BackupError('damaged', file)
    const value = parsed(line, file, found === null ? 'notBackup' : 'damaged')
    end = endLine.safeParse(value).data ?? null
    if (end !== null) continue
    hash.update(line).update('\n')
    if (found === null) found = headerIn(value, file)
    else if (Array.isArray(value)) rows += 1
  }
  if (found === null) throw new BackupError('notBackup', file)
  if (end === null || end.end.rows !== rows || end.end.sha256 !== hash.digest('hex'))
    throw new BackupError('damaged', file)
  return { header: found, rows }
}

/** What a backup holds; of a file that has been checked. */
export async function* partsIn(file: string): AsyncGenerator<Part> {
  let isFirst = true
  for await (const line of linesIn(file)) {
    const value = parsed(line, file, 'damaged')
    const row = rowOf.safeParse(value)
    const table = tableLine.safeParse(value)
    if (row.success) yield { row: row.data }
    else if (table.success) yield { table: table.data }
    else if (!isFirst && !endLine.safeParse(value).success) throw new BackupError('damaged', file)
    isFirst = false
  }
}

const rowOf = z.array(z.string().nullable())

function headerIn(value: unknown, file: string): Header {
  const known = header.safeParse(value)
  if (known.success) return known.data
  const isOurs = z.object({ format: z.literal('thidua-backup'), version: z.number().min(2) }).safeParse(value).success
  throw new BackupError(isOurs ? 'newer' : 'notBackup', file)
}

function parsed(line: Buffer, file: string, fault: 'notBackup' | 'damaged'): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch (error) {
    throw new BackupError(fault, file, error)
  }
}

/** The lines without their ends. A file that stops in the middle of one is damaged, as is one that cannot be unpacked. */
async function* linesIn(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.on('error', error => unpacked.destroy(error))
  let rest: Buffer[] = []
  try {
    for await (const chunk of source.pipe(unpacked)) {
      const bytes: Buffer = chunk
      let from = 0
      for (let at = bytes.indexOf(NEW_LINE); at !== -1; at = bytes.indexOf(NEW_LINE, from)) {
        yield Buffer.concat([...rest, bytes.subarray(from, at)])
        rest = []
        from = at + 1
      }
      if (from < bytes.length) rest.push(bytes.subarray(from))
    }
  } catch (error) {
    throw error instanceof BackupError ? error : new BackupError(faultOf(error), file, error)
  } finally {
    source.destroy()
    unpacked.destroy()
  }
  if (rest.length > 0) throw new BackupError('damaged', file)
}

const NEW_LINE = 0x0a

function faultOf(error: unknown): 'unreadable' | 'notBackup' | 'damaged' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!code.startsWith('Z_')) return 'unreadable'
  return error instanceof Error && /incorrect header check/.test(error.message) ? 'notBackup' : 'damaged'
}
