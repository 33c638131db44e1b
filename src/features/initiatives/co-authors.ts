import type { Json } from '../../conversation/field.ts'
import type { AnswersOf } from '../../conversation/form.ts'
import type { Prisma } from '../../store/generated/client.ts'
import { initiativeForm } from './form.ts'

type CoAuthors = AnswersOf<typeof initiativeForm.fields>['coAuthors']

const field = initiativeForm.fields.coAuthors

/** Co-authors as the record keeps them: the answer as JSON, an empty list where there are none. */
export function storedCoAuthors(answer: CoAuthors): Prisma.InputJsonValue {
  if (answer === null) return []
  return JSON.parse(JSON.stringify(field.encode ? field.encode(answer) : answer))
}

/** The stored list as the answer it was; null where there are none. */
export function coAuthorsOf(stored: unknown): CoAuthors {
  if (!Array.isArray(stored) || stored.length === 0) return null
  // Written by `storedCoAuthors` and by nothing else.
  return field.decode ? field.decode(stored as Json) : (stored as CoAuthors)
}
