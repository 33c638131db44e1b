import type { Tx } from '../../store/transaction.ts'

export interface Agreement {
  /** null: no sitting has come to an end about it, or it was a tie. */
  agreed: boolean | null
  sittingCode: string
  votesFor: number
  /** All members: what the majority is of. */
  members: number
  /** The version that lay before the members, and how it named the nominee. */
  version: number
  nominee: string
}

/** What councils of the units have agreed to, by record: the last sitting whose minutes chair and secretary have confirmed. What none has considered is not there. */
export async function agreedOn(tx: Tx, recordIds: readonly string[]): Promise<Map<string, Agreement>> {
  const cases = await tx.sittingCase.findMany({
    where: { recordId: { in: [...recordIds] }, isAtGate: true, sitting: { state: 'CONFIRMED' } },
    include: { sitting: { select: { code: true, _count: { select: { members: true } } } } },
    orderBy: { sitting: { confirmedAt: 'asc' } },
  })
  return new Map(
    cases.map(({ recordId, verdict, agree, version, nominee, sitting }) => [
      recordId,
      {
        agreed: verdict === 'TIE' || verdict === null ? null : verdict === 'AGREED',
        ...{ sittingCode: sitting.code, votesFor: agree ?? 0, members: sitting._count.members, version, nominee },
      },
    ]),
  )
}
