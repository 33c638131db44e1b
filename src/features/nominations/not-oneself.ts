import type { Ctx, Outcome } from '../../contract/feature.ts'
import type { Params } from '../../conversation/field.ts'
import type { AnswersOf } from '../../conversation/form.ts'
import { takesBack } from '../../records/offered.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import type { nominationForm } from './form.ts'
import { foldName, nomineeIn } from './nominee.ts'

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
  if (takesBack.includes(move)) return null
  const where = { recordId_version: { recordId: id, version } }
  const fact = await ctx.tx.nominationFact.findUnique({ where, select: { personId: true, kind: true } })
  return fact?.personId === ctx.person.id ? ctx.t('nomination.notOnOneself') : null
}

/** The known person whom each nomination names, as its newest version does. */
export async function nominatedIn(tx: Tx, recordIds: readonly string[]): Promise<Map<string, string>> {
  const facts = await tx.nominationFact.findMany({
    where: { recordId: { in: [...recordIds] } },
    select: { recordId: true, personId: true },
    orderBy: { version: 'asc' },
  })
  const newest = new Map(facts.map(({ recordId, personId }) => [recordId, personId]))
  return new Map([...newest].flatMap(([id, who]) => (who === null ? [] : [[id, who] as const])))
}
