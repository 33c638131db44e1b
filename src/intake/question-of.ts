import type { GuestCtx } from '../contract/feature.ts'

/** What a message of ours asked for; null when it asked nothing, or is not this account's. */
export async function questionOf(ctx: GuestCtx, externalId: string): Promise<{ draft: string; field: string } | null> {
  const row = await ctx.tx.outbox.findFirst({
    where: { accountId: ctx.account.id, externalId, kind: 'REPLY' },
    orderBy: { seq: 'desc' },
    select: { body: true },
  })
  const body = row?.body as { asks?: { draft: string; field: string } } | undefined
  return body?.asks ?? null
}
