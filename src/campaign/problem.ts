import type { Translate } from '../texts.ts'

/** Something a person must change in a file. The sentence is `plan-check.problems.<code>` of the locales. */
export interface Problem {
  file: string
  /** From 1; null: the file as a whole. */
  line: number | null
  column: number | null
  /** Where in the data: `targets[3].deadline`. */
  path: string
  code: string
  params: Readonly<Record<string, string | number>>
}

export type Checked<T> = { ok: true; value: T } | { ok: false; problems: readonly Problem[] }

/** «prisma/plans/x.yaml:12:5: what is wrong and how to mend it», one line. */
export function problemText(problem: Problem, t: Translate): string {
  const place = [problem.file, problem.line, problem.column].filter(part => part !== null).join(':')
  return `${place}: ${t(`plan-check.problems.${problem.code}`, { ...problem.params, path: problem.path })}`
}

/** In the order in which a reader meets them. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}
