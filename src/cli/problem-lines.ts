import type { Problem } from '../campaign/problem.ts'
import { problemText } from '../campaign/problem.ts'
import { type FileProblem, fileProblemText } from '../office-files/file-problem.ts'
import type { Translate } from '../texts.ts'

/** One line a problem: where it stands, what is wrong and what to write instead. */
export function problemLines(problems: readonly (Problem | FileProblem)[], t: Translate): string[] {
  return problems.map(problem => ('cell' in problem ? fileProblemText(problem, t) : problemText(problem, t)))
}
