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

/** Under which this file goes to this person. */
function keyOf({ id, fileId }: Sendable, personId: string): string {
  return `paper:${id}:${fileId}:${personId}`
}

/** The key of a try: the first one's is its beginning. */
export function keyOfTry(sent: Sendable, personId: string, nth: number): string {
  return nth === 1 ? keyOf(sent, personId) : `${keyOf(sent, personId)}:${nth}`
}

/** How the file as it stands now has come to each person to whom it went, by their last try. */
export async function receivedBy(ctx: Ctx, sent: Sendable): Promise<ReadonlyMap<string, Received>> {
  const received = new Map<string, Received>()
  for (const { way, fileId, personIds, sentAt } of await deliveriesOf(ctx, sent)) {
    // An older release did not keep which file it was: it counts where the message of this one is found.
    if (way !== 'HERE' || (fileId ?? sent.fileId) !== sent.fileId) continue
    const known = fileId === null ? ('none' as const) : ('sent' as const)
    for (const personId of personIds) {
      const tries = (received.get(personId)?.tries ?? 0) + 1
      // Told under another row of the same human there is no message under this one: it went out.
      received.set(personId, { arrival: known, at: sentAt, why: null, tries })
    }
  }
  const keys = new Map([...received].map(([id, { tries }]) => [keyOfTry(sent, id, tries), { id, tries }]))
  const rows = await ctx.tx.outbox.findMany({
    where: { dedupeKey: { in: [...keys.keys()] } },
    select: { dedupeKey: true, state: true, why: true, sentAt: true },
  })
  for (const { dedupeKey, state, why, sentAt } of rows) {
    const one = keys.get(dedupeKey)
    if (one) received.set(one.id, { arrival: arrivalOf(state), at: sentAt, why, tries: one.tries })
  }
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
