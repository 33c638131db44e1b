import type { GuestCtx } from '../contract/feature.ts'
import type { Go } from '../outbox/go.ts'

/** What a button of a notice opens, and in which campaign; null when the notice is not this account's. */
export async function noticeTarget(
  ctx: GuestCtx,
  seq: bigint,
  number: number,
): Promise<{ go: Go; campaignId: string | null } | null> {
  const where = { seq, accountId: ctx.account.id }
  const row = await ctx.tx.outbox.findFirst({ where, select: { body: true, campaignId: true } })
  const body = row?.body as { go?: readonly Go[] } | undefined
  const go = body?.go?.[number - 1]
  return row && go ? { go, campaignId: row.campaignId } : null
}
