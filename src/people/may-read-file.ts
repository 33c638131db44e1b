import type { Tx } from '../store/transaction.ts'
import { may } from './may.ts'
import type { Person } from './person.ts'

/** Whether this person may download a file: whoever may see the record that it belongs to, or sent it. */
export async function mayReadFile(tx: Tx, person: Person, fileId: string): Promise<boolean> {
  const file = await tx.storedFile.findUnique({ where: { id: fileId }, select: { accountId: true } })
  if (!file) return false
  const own = file.accountId ? await tx.account.findFirst({ where: { id: file.accountId, personId: person.id } }) : null
  if (own) return true
  const where = { fileIds: { has: fileId } }
  const documents = await tx.launchDocument.findMany({ where, select: { unitCode: true, senderId: true, state: true } })
  const reports = await tx.targetReport.findMany({ where, select: { unitCode: true, senderId: true, state: true } })
  const initiatives = await tx.initiative.findMany({ where, select: { unitCode: true, authorId: true, state: true } })
  const pictures = await tx.unitPicture.findMany({ where: { fileId }, select: { unitCode: true } })
  const records = [
    ...pictures.map(({ unitCode }) => ({ unitCode, authorId: '', isDraft: false })),
    ...documents.map(({ unitCode, senderId, state }) => ({
      unitCode,
      authorId: senderId,
      isDraft: state === 'NOT_SENT',
    })),
    ...reports.map(({ unitCode, senderId, state }) => ({ unitCode, authorId: senderId, isDraft: state === 'DRAFT' })),
    ...initiatives.map(({ unitCode, authorId, state }) => ({ unitCode, authorId, isDraft: state === 'DRAFT' })),
  ]
  return records.some(({ unitCode, authorId, isDraft }) =>
    may(person, isDraft ? 'unit.seeDrafts' : 'unit.see', { unitCode, authorId }),
  )
}
