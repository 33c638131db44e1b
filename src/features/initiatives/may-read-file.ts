import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'

/** Whether the file belongs to an initiative that this person may see. */
export async function mayReadFile(ctx: Ctx, fileId: string): Promise<boolean> {
  const found = await ctx.tx.initiative.findMany({ where: { fileIds: { has: fileId } } })
  return found.some(({ unitCode, authorId, state }) =>
    may(ctx.person, state === 'DRAFT' ? 'unit.seeDrafts' : 'unit.see', { unitCode, authorId }),
  )
}
