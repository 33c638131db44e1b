import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'

/** Whether the file is a picture of a unit's figures that this person may see. */
export async function mayReadFile(ctx: Ctx, fileId: string): Promise<boolean> {
  const pictures = await ctx.tx.unitPicture.findMany({ where: { fileId }, select: { unitCode: true } })
  return pictures.some(({ unitCode }) => may(ctx.person, 'unit.see', { unitCode }))
}
