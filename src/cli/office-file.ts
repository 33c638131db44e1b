import { basename } from 'node:path'
import { Complaint } from '../complaint.ts'
import { type FileProblem, fileProblemText, type Read } from '../office-files/file-problem.ts'
import type { Column } from '../office-files/list-rows.ts'
import { type ReadList, readList } from '../office-files/read-list.ts'
import type { Translate } from '../texts.ts'

/**
 * Reads a list of an office and makes of it what the command needs; with the lines that a person must see about the file itself.
 * @throws Complaint with one line a problem
 */
export async function officeFile<Name extends string, T>(
  file: string,
  columns: readonly Column<Name>[],
  t: Translate,
  meaning: (list: ReadList<Name>) => Read<T>,
): Promise<{ value: T; lines: readonly string[] }> {
  const list = await readList(file, columns)
  if (!list.ok) throw complaint(file, list.problems, t)
  const read = meaning(list.value)
  if (!read.ok) throw complaint(file, read.problems, t)
  const { convertedFrom, unread } = list.value
  const lines = convertedFrom === null ? [] : [t('office-files.convertedFrom', { font: convertedFrom })]
  if (unread.length > 0) lines.push(t('office-files.unreadColumns', { headings: unread.join(', ') }))
  return { value: read.value, lines }
}

function complaint(file: string, problems: readonly FileProblem[], t: Translate): Complaint {
  const lines = problems.map(problem => fileProblemText(problem, t))
  // One problem of the file as a whole needs no heading: its line names the file.
  if (problems.every(({ cell }) => cell === null)) return new Complaint(...lines)
  return new Complaint(t('office-files.nothingWritten', { file: basename(file), count: lines.length }), ...lines)
}
