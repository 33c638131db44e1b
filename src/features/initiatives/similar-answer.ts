import type { Answers, Params } from '../../conversation/field.ts'
import type { AnswersOf } from '../../conversation/form.ts'
import { type initiativeForm, initiativeParams } from './form.ts'

type InitiativeAnswers = AnswersOf<typeof initiativeForm.fields>

/** The person found that it is registered already: it leaves no record. */
export function isDuplicate(answers: Answers, params: Params): boolean {
  return chosen(answers, params) === 'duplicate'
}

/** How it stands to a similar one. */
export function relationChosen(
  answers: InitiativeAnswers,
  params: Params,
): { relation: 'INHERITS' | 'REPLICATES' | null; relatedId: string | null } {
  const [relation, relatedId] = chosen(answers, params)?.split(':') ?? []
  if (relation === 'inherits' && relatedId) return { relation: 'INHERITS', relatedId }
  if (relation === 'replicates' && relatedId) return { relation: 'REPLICATES', relatedId }
  return { relation: null, relatedId: null }
}

/** The answer about similar titles, when the question still stands. */
function chosen({ similar }: Answers, params: Params): string | null {
  return initiativeParams(params).similar.find(({ code }) => code === similar)?.code ?? null
}
