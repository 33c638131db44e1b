import type { Ctx } from '../contract/feature.ts'
import type { AnyKind } from './kind.ts'
import { agenciesOf, answeredFor, versionSeenBy, worksOn } from './seeing.ts'

/** Whether the file belongs to a version that this person may read: one that passed the head's gate, or any to those within. */
export async function mayReadFile(ctx: Ctx, kinds: readonly AnyKind[], fileId: string): Promise<boolean> {
  const found = await ctx.tx.recordVersion.findMany({ where: { fileIds: { has: fileId } }, include: { record: true } })
  return found.some(({ record, passedAt }) => {
    const kind = kinds.find(({ name }) => name === record.kind)
    if (!kind) return false
    const answered = answeredFor(ctx, record)
    if (worksOn(ctx.person, kind, answered)) return true
    return passedAt !== null && versionSeenBy(ctx.person, kind, answered, agenciesOf(ctx, kind, record)) !== null
  })
}
