import type { SavedView } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'

/** The searches of a list that this person keeps, by name. */
export function savedViewsOf(tx: Tx, personId: string, path: string): Promise<SavedView[]> {
  return tx.savedView.findMany({ where: { personId, path }, orderBy: { name: 'asc' } })
}

/** Keeps a search under a name; one of that name is replaced. False: there are enough. */
export async function saveView(
  tx: Tx,
  view: { personId: string; path: string; name: string; query: string },
  now: Date,
): Promise<boolean> {
  const { personId, path, name } = view
  const others = await tx.savedView.count({ where: { personId, path, name: { not: name } } })
  if (others >= most) return false
  await tx.savedView.upsert({
    where: { personId_path_name: { personId, path, name } },
    create: { id: newId(now), ...view, savedAt: now },
    update: { query: view.query, savedAt: now },
  })
  return true
}

const most = 12

export async function forgetView(tx: Tx, personId: string, path: string, name: string): Promise<void> {
  await tx.savedView.deleteMany({ where: { personId, path, name } })
}
