import { basename } from 'node:path'
import type { Translate } from '../texts.ts'

/** Something a person must change in an office file. The sentence is `office-files.problems.<code>` of the locales. */
export interface FileProblem {
  file: string
  /** As a spreadsheet program calls it, «C7»; null: the file as a whole. */
  cell: string | null
  /** The sheet, where the workbook has several. */
  sheet: string | null
  code: string
  params: Readonly<Record<string, string | number>>
}

/** One line: the place as the office program shows it, what is wrong there and how to mend it. */
export function fileProblemText({ file, cell, sheet, code, params }: FileProblem, t: Translate): string {
  const sentence = t(`office-files.problems.${code}`, { ...params })
  if (cell === null) return `${basename(file)}: ${sentence}`
  return sheet === null
    ? t('office-files.atCell', { cell, sentence })
    : t('office-files.atCellOfSheet', { cell, sheet, sentence })
}

export type Read<T> = { ok: true; value: T } | { ok: false; problems: readonly FileProblem[] }

/** A problem of the whole file. */
export function fileProblem(file: string, code: string, params: FileProblem['params'] = {}): FileProblem {
  return { file, cell: null, sheet: null, code, params }
}
