import type { Prisma } from '../../store/generated/client.ts'
import type { DeadLetterState } from '../../store/generated/enums.ts'
import type { Tx } from '../../store/transaction.ts'

/** Everything of a letter except what was written in it: that is read by nobody but the program. */
const shown = {
  id: true,
  code: true,
  channel: true,
  kind: true,
  why: true,
  tries: true,
  firstFailedAt: true,
  lastFailedAt: true,
  state: true,
  reason: true,
  account: { select: { person: { select: { fullName: true } } } },
} satisfies Prisma.DeadLetterSelect

export type ShownLetter = Prisma.DeadLetterGetPayload<{ select: typeof shown }>

export const letterStates = ['OPEN', 'RETRYING', 'DROPPING', 'RETRIED', 'DROPPED'] as const satisfies DeadLetterState[]

/** Those that wait first, then the latest. */
export async function listLetters(
  tx: Tx,
  query: { code: string; state: string | undefined; skip: number; take: number },
): Promise<{ letters: ShownLetter[]; total: number }> {
  const state = letterStates.find(known => known === query.state)
  const where: Prisma.DeadLetterWhereInput = {
    ...(query.code ? { code: { contains: query.code, mode: 'insensitive' } } : {}),
    ...(state ? { state } : {}),
  }
  const { skip, take } = query
  const orderBy: Prisma.DeadLetterOrderByWithRelationInput[] = [{ state: 'asc' }, { firstFailedAt: 'desc' }]
  const letters = await tx.deadLetter.findMany({ where, orderBy, skip, take, select: shown })
  return { letters, total: await tx.deadLetter.count({ where }) }
}

export async function findLetter(tx: Tx, id: string): Promise<ShownLetter | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  return tx.deadLetter.findUnique({ where: { id }, select: shown })
}

export async function historyOf(tx: Tx, id: string) {
  const entries = await tx.audit.findMany({
    where: { subjectType: 'dead-letter', subjectId: id },
    orderBy: { at: 'asc' },
    select: { at: true, action: true, reason: true, actorId: true },
  })
  const ids = entries.flatMap(({ actorId }) => (actorId ? [actorId] : []))
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } })
  const names = new Map(people.map(person => [person.id, person.fullName]))
  return entries.map(({ actorId, ...entry }) => ({ ...entry, who: names.get(actorId ?? '') ?? '' }))
}
