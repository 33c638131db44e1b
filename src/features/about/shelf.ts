import type { Ctx } from '../../contract/feature.ts'
import { right } from '../../people/right.ts'
import type { Tx } from '../../store/transaction.ts'
import { isNumbered } from './library.ts'

export const keepLibrary = right('library.keep', { PNV: 'all' })

/** A file or a link that the office has put into the library. */
export interface Shelved {
  id: string
  /** The plan's code of the document it is; '' for a paper of the campaign. */
  basis: string
  title: string
  link: string | null
  file: { fileId: string; name: string } | null
}

/** Everything that stands there, in the order in which it was added. */
export async function shelfOf({ tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>): Promise<readonly Shelved[]> {
  const rows = await tx.libraryPaper.findMany({
    where: { campaignId: campaign.id },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  })
  const ids = rows.flatMap(({ fileId }) => fileId ?? [])
  const files = await tx.storedFile.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return rows.map(({ id, basis, title, link, fileId }) => {
    const file = files.find(one => one.id === fileId)
    return { id, basis, title, link, file: file ? { fileId: file.id, name: file.name } : null }
  })
}

/** Papers of the campaign of this number. */
export function papersNumbered(shelf: readonly Shelved[], number: string): readonly Shelved[] {
  return shelf.filter(({ basis, title }) => {
    const own = /\d[\p{L}\d/.-]*/u.exec(title)?.[0]
    return basis === '' && own !== undefined && isNumbered(own, number)
  })
}

/** Everybody in the campaign may open it. */
export async function isShelved(tx: Tx, fileId: string): Promise<boolean> {
  return (await tx.libraryPaper.count({ where: { fileId } })) > 0
}
