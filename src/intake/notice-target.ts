import type { GuestCtx } from '../contract/feature.ts'
import type { Go } from '../outbox/go.ts'

/** What a button of a notice opens; null when the notice is not this account's. */
export async function noticeTarget(ctx: GuestCtx, seq: bigint, number: number): Promise<Go | null> {
  const row = await ctx.tx.outbox.findFirst({ where: { seq, accountId: ctx.account.id }, select: { body: true } })
  const body = row?.body as { go?: readonly Go[] } | undefined
  return body?.go?.[number - 1] ?? null
}
