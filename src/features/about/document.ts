import type { Tx } from '../../store/transaction.ts'

/** The plan document that the office has loaded; null: none. */
export async function documentOf(tx: Tx, campaignId: string): Promise<{ fileId: string; name: string } | null> {
  const document = await tx.planDocument.findUnique({ where: { campaignId } })
  if (!document) return null
  const { id, name } = await tx.storedFile.findUniqueOrThrow({ where: { id: document.fileId } })
  return { fileId: id, name }
}

/** Everybody in the campaign may open it. */
export async function isPlanDocument(tx: Tx, fileId: string): Promise<boolean> {
  return (await tx.planDocument.count({ where: { fileId } })) > 0
}
