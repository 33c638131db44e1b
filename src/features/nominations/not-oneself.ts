import type { Ctx, Outcome } from '../../contract/feature.ts'
import type { Params } from '../../conversation/field.ts'
import type { AnswersOf } from '../../conversation/form.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import type { nominationForm } from './form.ts'
import { foldName, nomineeIn } from './nominee.ts'

/** Moves that only take a nomination back: the nominee, too, may wish for it. */
const back: readonly string[] = ['withdraw', 'sendBack']

/** Nobody nominates themselves: the form stays open, and somebody else does it. */
export function refusedBefore(
  ctx: Ctx,
  answers: AnswersOf<typeof nominationForm.fields>,
  params: Params,
): Outcome | null {
  const { kind, personId, nameFolded } = nomineeIn(answers, params)
  if (kind !== 'INDIVIDUAL') return null
  const isOneself = personId === ctx.person.id || (personId === null && nameFolded === foldName(ctx.person.fullName))
  return isOneself ? { askAgain: [ctx.t('nomination.notOneself')], params: {} } : null
}

/** Nobody decides on their own nomination, whatever their role: why not, in words. */
export async function notOnOneself(ctx: Ctx, { id, version }: StoredRecord, move: string): Promise<string | null> {
  if (back.includes(move)) return null
  const where = { recordId_version: { recordId: id, version } }
  const fact = await ctx.tx.nominationFact.findUnique({ where, select: { personId: true, kind: true } })
  return fact?.personId === ctx.person.id ? ctx.t('nomination.notOnOneself') : null
}
