import { noSeams, type Seams } from '../../../src/features/nominations/seams.ts'

/** A council that has agreed to everything as it stands, and no register of awards. */
export const agreeing: Seams = {
  ...noSeams,
  agreedOn: async (tx, ids) => {
    const facts = await tx.nominationFact.findMany({
      where: { recordId: { in: [...ids] } },
      orderBy: { version: 'asc' },
    })
    return new Map(
      facts.map(({ recordId, name: nominee }) => [
        recordId,
        { agreed: true, sittingCode: 'HD-001', votesFor: 5, members: 7, nominee },
      ]),
    )
  },
}
