import type { Ctx } from '../../contract/feature.ts'
import { focalAgenciesOf } from './decide.ts'
import { maySee } from './rules.ts'

/** Whether the file is evidence of a figure that this person may see. */
export async function mayReadFile(ctx: Ctx, fileId: string): Promise<boolean> {
  const found = await ctx.tx.targetReport.findMany({ where: { fileIds: { has: fileId } } })
  return found.some(report => maySee(ctx.person, report, focalAgenciesOf(ctx, report)))
}
