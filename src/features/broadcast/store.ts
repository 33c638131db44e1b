import type { Ctx } from '../../contract/feature.ts'

export interface BroadcastLine {
  id: string
  audience: unknown
  sendAt: Date
  cancelledAt: Date | null
  byName: string
  all: number
  sent: number
}

/** The latest broadcasts of the campaign, with how many of their recipients have got them. */
export function latestBroadcasts(ctx: Ctx): Promise<BroadcastLine[]> {
  return ctx.tx.$queryRaw<BroadcastLine[]>`
    SELECT b.id, b.audience, b.send_at AS "sendAt", b.cancelled_at AS "cancelledAt", COALESCE(p.full_name, '') AS "byName",
      count(r.id)::int AS all, (count(o.seq) FILTER (WHERE o.state = 'SENT'))::int AS sent
    FROM broadcast b LEFT JOIN person p ON p.id = b.by_id LEFT JOIN broadcast_recipient r ON r.broadcast_id = b.id
      LEFT JOIN outbox o ON o.dedupe_key = r.outbox_key
    WHERE b.campaign_id = ${ctx.campaign.id}::uuid
    GROUP BY b.id, p.full_name ORDER BY b.at DESC, b.id DESC LIMIT 100`
}
