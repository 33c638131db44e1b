import type { Tx } from '../../store/transaction.ts'

/** Everything held about one person that is theirs to see. Numbers only for records that belong to a unit. */
export async function collectPersonalData(tx: Tx, personId: string) {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      fullName: true,
      locale: true,
      quietFrom: true,
      quietTo: true,
      createdAt: true,
      accounts: { select: { channel: true, externalId: true, displayName: true, createdAt: true } },
      roles: { select: { role: true, unitCode: true, position: true, validFrom: true, validTo: true } },
      reminderPhone: { select: { phone: true, givenAt: true } },
      consents: { select: { noticeVersion: true, channel: true, givenAt: true, withdrawnAt: true } },
      drafts: {
        where: { state: { in: ['OPEN', 'WAITING'] } },
        select: { form: true, updatedAt: true, answers: { select: { field: true, typed: true } } },
      },
    },
  })
  const initiatives = await tx.initiative.findMany({
    where: { authorId: personId },
    select: { code: true, title: true, state: true },
  })
  const reports = await tx.targetReport.count({ where: { senderId: personId } })
  const explanations = await tx.explanationRequest.count({ where: { answeredById: personId } })
  const documents = await tx.launchDocument.count({ where: { senderId: personId } })
  return { ...person, initiatives, reports, explanations, documents }
}
