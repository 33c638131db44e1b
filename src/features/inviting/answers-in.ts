import type { Ctx } from '../../contract/feature.ts'
import type { Answer } from '../../people/invite-listed.ts'
import type { Namesake, Sorted } from '../../people/sort-listed.ts'
import { invitingAs } from './listed.ts'

/** What was answered about each listed person with a known name, by place in the list; null: somebody is still unanswered. */
export function answersIn(ctx: Ctx, sorted: readonly Sorted[], form: FormData): Map<number, Answer> | null {
  const answers = new Map<number, Answer>()
  for (const [at, person] of sorted.entries()) {
    if (!('namesakes' in person)) continue
    const offered = offeredFor(ctx, person.namesakes)
    const answer = offered.find(one => radioOf(one) === form.get(`la-${at}`))
    if (!answer) return null
    answers.set(at, answer)
  }
  return answers
}

/** What may be answered: somebody else; one of these, who is given the role besides; or, where this person may end what they hold, instead. */
export function offeredFor(ctx: Ctx, namesakes: readonly Namesake[]): Answer[] {
  return [
    { do: 'invite' },
    ...namesakes.flatMap((known): Answer[] => {
      const mayEnd =
        known.roles.length > 0 && known.roles.every(({ unitCode, role }) => invitingAs(ctx, unitCode, role))
      const of = { personId: known.id }
      return [{ do: 'add', ...of }, ...(mayEnd ? [{ do: 'change' as const, ...of }] : [])]
    }),
  ]
}

export function radioOf(answer: Answer): string {
  return answer.do === 'invite' ? answer.do : `${answer.do}:${answer.personId}`
}
