import type { Ctx } from '../../contract/feature.ts'
import type { Delivery, OutboxState } from '../../store/generated/client.ts'
import type { Sendable } from './sendable.ts'

/** How something stands with one person; `none`: it was never sent to them. */
export type Arrival = 'none' | 'sent' | 'waiting' | 'unknown' | 'failed'

export interface Received {
  arrival: Arrival
  at: Date | null
  why: string | null
  /** How often it was tried. */
  tries: number
}

/** What has gone where, the first first. */
export function deliveriesOf({ tx, campaign }: Ctx, { kind, id }: Sendable): Promise<(Delivery & { sentBy: Named })[]> {
  return tx.delivery.findMany({
    where: { campaignId: campaign.id, kind, subjectId: id },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    include: { sentBy: { select: { fullName: true } } },
  })
}

interface Named {
  fullName: string
}

/** The beginning of the keys under which this file goes to this person: the first try is this, later ones count on. */
export function keyOf({ id, fileId }: Sendable, personId: string): string {
  return `paper:${id}:${fileId}:${personId}`
}

/** How the file as it stands now stands with each person to whom it went, by their last try. */
export async function receivedBy(ctx: Ctx, sent: Sendable): Promise<ReadonlyMap<string, Received>> {
  const start = keyOf(sent, '')
  const rows = await ctx.tx.outbox.findMany({
    where: { dedupeKey: { startsWith: start } },
    select: { dedupeKey: true, state: true, why: true, sentAt: true },
    orderBy: { seq: 'asc' },
  })
  const received = new Map<string, Received>()
  for (const { dedupeKey, state, why, sentAt } of rows) {
    const [personId = ''] = dedupeKey.slice(start.length).split(':')
    const tries = (received.get(personId)?.tries ?? 0) + 1
    received.set(personId, { arrival: arrivalOf(state), at: sentAt, why, tries })
  }
  // Told under another row of the same human, or by an older release.
  for (const { way, fileId, personIds, sentAt } of await deliveriesOf(ctx, sent))
    for (const personId of way === 'HERE' && fileId === sent.fileId ? personIds : [])
      if (!received.has(personId)) received.set(personId, { arrival: 'sent', at: sentAt, why: null, tries: 1 })
  return received
}

function arrivalOf(state: OutboxState): Arrival {
  switch (state) {
    case 'SENT':
      return 'sent'
    case 'QUEUED':
    case 'SENDING':
      return 'waiting'
    case 'UNKNOWN':
      return 'unknown'
    default:
      return 'failed'
  }
}

/** Whoever was sent a file may open it. */
export async function mayReadDelivered({ tx, person }: Ctx, fileId: string): Promise<boolean> {
  const papers = await tx.paper.findMany({
    where: { OR: [{ fileId }, { signed: { fileId } }] },
    select: { id: true },
  })
  const count = await tx.delivery.count({
    where: {
      personIds: { has: person.id },
      OR: [{ fileId }, { kind: 'PAPER', subjectId: { in: papers.map(({ id }) => id) } }],
    },
  })
  return count > 0
}
