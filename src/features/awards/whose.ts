import type { Award, Prisma } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'

/** Awards of these units: those that they were given, and those that their own chair gave to what belongs to them. */
export function awardsOf(units: readonly string[]): Prisma.AwardWhereInput {
  const unitCode = { in: [...units] }
  return { OR: [{ unitCode }, { decision: { unitCode } }] }
}

/** The unit that answers for an award: the ward whose chair gave it, else the one that was awarded. */
export async function unitOf(
  tx: Tx,
  { decisionId, unitCode }: Pick<Award, 'decisionId' | 'unitCode'>,
): Promise<string> {
  const decision = decisionId
    ? await tx.awardDecision.findUnique({ where: { id: decisionId }, select: { unitCode: true } })
    : null
  return decision?.unitCode ?? unitCode ?? ''
}
