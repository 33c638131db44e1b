import type { Answers, Params } from '../../conversation/field.ts'

/** Only what has been is noted. */
export const notAfterToday = {
  field: 'heldOn' as const,
  problem: ({ heldOn }: Answers, { today }: Params) =>
    typeof heldOn === 'string' && typeof today === 'string' && heldOn > today ? { name: 'inFuture' } : null,
}
