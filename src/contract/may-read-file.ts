import type { Ctx, Feature } from './feature.ts'

/** Whether this person may download a file: who sent it, and whoever may see what it belongs to. */
export async function mayReadFile(ctx: Ctx, features: readonly Feature[], fileId: string): Promise<boolean> {
  const file = await ctx.tx.storedFile.findUnique({ where: { id: fileId }, select: { accountId: true } })
  if (!file) return false
  const where = { id: file.accountId ?? '', personId: ctx.person.id }
  if (file.accountId && (await ctx.tx.account.findFirst({ where, select: { id: true } }))) return true
  for (const feature of features) if (await feature.mayReadFile?.(ctx, fileId)) return true
  return false
}
