import type { PrismaClient } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'

/**
 * A restored copy sends nothing to anybody outside until an officer says so: whoever tries a copy out must not write to real people,
 * nor take their messages away from the system that runs. The state lies in the database, so that it goes with the copy.
 */
export const heldKey = 'sending.held'

/** When this database was restored and nobody has let messages go since; null: messages go out. */
export async function heldSince(tx: Pick<Tx, 'setting'>): Promise<Held | null> {
  const row = await tx.setting.findUnique({ where: { key: heldKey } })
  const value = row?.value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return { restoredAt: String(value.restoredAt), takenAt: String(value.takenAt) }
}

/** ISO instants. */
export interface Held {
  restoredAt: string
  /** When the backup was made. */
  takenAt: string
}

/** Lets messages go. False: somebody else has done it. */
export async function letGo(tx: Pick<Tx, 'setting'>): Promise<boolean> {
  const { count } = await tx.setting.deleteMany({ where: { key: heldKey } })
  return count > 0
}

/** Asks the database until messages may go; after that never again. */
export function holding(prisma: PrismaClient): () => Promise<Held | null> {
  let isOver = false
  return async () => {
    if (isOver) return null
    const held = await heldSince(prisma)
    isOver = held === null
    return held
  }
}
