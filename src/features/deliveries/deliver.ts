import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole } from '../../people/may.ts'
import { newId } from '../../store/new-id.ts'
import { makePaper } from '../papers/rights.ts'
import { keyOfTry, type Received, receivedBy } from './received.ts'
import type { Recipient } from './recipients.ts'
import type { Sendable } from './sendable.ts'

/** How something went that the system does not bring itself. */
export type OtherWay =
  | { way: 'MAIL'; note: string }
  | { way: 'AXIS'; number: string; day: string }
  | { way: 'ELSEWHERE'; note: string }

/** One who sends at a time: what the other has sent is seen. */
export async function lockSending({ tx }: Ctx, { id }: Sendable): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`thidua.delivery.${id}`}, 0))`
}

/**
 * Sends it to the people of these recipients in their chats, in the caller's transaction: to who has not had it, and again to whom it
 * surely could not be brought; never a second time to anybody else, whoever presses however often. How many it goes to.
 */
export async function deliverHere(ctx: Ctx, sent: Sendable, to: readonly Recipient[]): Promise<number> {
  const received = new Map(await receivedBy(ctx, sent))
  let count = 0
  for (const { name, people } of to) {
    const told: string[] = []
    for (const { id, locale } of people) {
      const before = received.get(id)
      if (!mayGo(before)) continue
      const tries = (before?.tries ?? 0) + 1
      const text = ctx.texts(locale)('deliveries.told', { title: sent.title })
      const message = { text, attachments: [{ fileId: sent.fileId, name: sent.fileName }] }
      const dedupeKey = keyOfTry(sent, id, tries)
      const notice = { dedupeKey, kind: 'NOTICE' as const, campaign: ctx.campaign, message }
      if (!(await enqueueTo(ctx.tx, id, notice, ctx.now))) continue
      received.set(id, { arrival: 'waiting', at: null, why: null, tries })
      told.push(id)
    }
    if (told.length > 0) await keep(ctx, sent, { recipient: name, way: 'HERE', personIds: told })
    count += told.length
  }
  return count
}

function mayGo(received: Received | undefined): boolean {
  return received === undefined || received.arrival === 'failed' || received.arrival === 'none'
}

/** Keeps that it went another way, which the system cannot see. */
export async function noteDelivery(ctx: Ctx, sent: Sendable, to: readonly Recipient[], other: OtherWay): Promise<void> {
  for (const { name } of to) await keep(ctx, sent, { recipient: name, ...other, personIds: [] })
}

async function keep(
  ctx: Ctx,
  { kind, id: subjectId, fileId }: Sendable,
  delivery: { recipient: string; personIds: string[] } & (OtherWay | { way: 'HERE' }),
): Promise<void> {
  const { tx, now, person, campaign } = ctx
  const subject = { campaignId: campaign.id, kind, subjectId, fileId }
  await tx.delivery.create({ data: { id: newId(now), ...subject, ...delivery, sentById: person.id, sentAt: now } })
  const actorRole = givingRole(person, makePaper, {})?.role ?? 'GUEST'
  const entry = { actorId: person.id, actorRole, action: 'paper.deliver', subjectType: 'paper', subjectId } as const
  await writeAudit(tx, { ...entry, to: `${delivery.way}: ${delivery.recipient}` }, now)
}
