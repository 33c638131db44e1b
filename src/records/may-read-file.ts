import type { Ctx } from '../contract/feature.ts'
import type { AnyKind } from './kind.ts'
import { agenciesOf, answeredFor, versionSeenBy } from './seeing.ts'

/** Whether the file belongs to a version that this person may read: see `versionSeenBy`. */
export async function mayReadFile(ctx: Ctx, kinds: readonly AnyKind[], fileId: string): Promise<boolean> {
  const found = await ctx.tx.recordVersion.findMany({ where: { fileIds: { has: fileId } }, include: { record: true } })
  return found.some(({ record, passedAt }) => {
    const kind = kinds.find(({ name }) => name === record.kind)
    const seen = kind && versionSeenBy(ctx.person, kind, answeredFor(ctx, record), agenciesOf(ctx, kind, record))
    return seen === record.version || (typeof seen === 'number' && passedAt !== null)
  })
}
