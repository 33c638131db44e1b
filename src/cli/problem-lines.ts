import type { Problem } from '../campaign/problem.ts'
import { problemText } from '../campaign/problem.ts'
import type { Translate } from '../texts.ts'

/** One line a problem: file, line, what is wrong and what to write instead. */
export function problemLines(problems: readonly Problem[], t: Translate): string[] {
  return problems.map(problem => problemText(problem, t))
}
