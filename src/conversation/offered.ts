import { readChoice } from '../reading/choice.ts'
import { normalise } from '../reading/text.ts'
import { readYesNo } from '../reading/yes-no.ts'

/**
 * Which of the readings on the screen was meant: typed again, by its number or a part of it, or «đúng» where there is only one;
 * -1: none of them.
 */
export function offeredOf(typed: string, labels: readonly string[]): number {
  const again = labels.findIndex(label => label.toLowerCase() === normalise(typed).toLowerCase())
  if (again >= 0) return again
  const chosen = readChoice(
    typed,
    labels.map(label => ({ label })),
  )
  if (chosen.ok) return chosen.value
  const answer = labels.length === 1 ? readYesNo(typed) : undefined
  return answer?.ok === true && answer.value ? 0 : -1
}
