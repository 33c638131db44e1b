import type { Ctx } from '../../contract/feature.ts'
import type { AnyKind } from '../../records/kind.ts'
import { makeMove } from '../../records/move.ts'

/** Lets nominations wait again where they waited. @throws when one of them cannot: then nothing is done */
export async function reopenAll(
  ctx: Ctx,
  kind: AnyKind,
  records: readonly { id: string; code: string }[],
  reason: string,
): Promise<void> {
  for (const { id, code } of records) {
    const made = await makeMove(ctx, kind, id, { action: 'reopen', reason, marks: [] })
    if (!made.ok) throw new Error(`${code} cannot be reopened: ${made.say}`)
  }
}
