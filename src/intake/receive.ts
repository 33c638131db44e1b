import { randomInt } from 'node:crypto'
import type { Inbound } from '../channels/channel.ts'
import { dayOf } from '../clock.ts'
import type { GuestCtx } from '../features/feature.ts'
import type { ClaimedRow } from '../outbox/claimed-row.ts'
import type { Lease, Place } from '../outbox/place.ts'
import { setReachable } from '../people/reachable.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { isTransient } from '../store/transient.ts'
import { arrivedFiles, refusalsFirst, withoutRefused } from './arrived-files.ts'
import { contextOf } from './context.ts'
import { converse } from './converse.ts'
import { keptOf, save } from './save.ts'
import type { Scene } from './scene.ts'
import { sentAtOf } from './sent-at.ts'
import type { System } from './system.ts'
import { takeEvent } from './take-event.ts'
import type { Turn } from './turn.ts'

export type Received = 'handled' | 'duplicate'

/**
 * Takes one event in: one transaction claims it, locks the conversation, takes the step and writes answers, state and
 * replies. After the commit the reply goes out from memory, where this instance has a place for it. When this resolves, the event may be acknowledged to the platform; when it throws, it must not be: the
 * platform will deliver it again. A fault in a feature undoes the step, and the person gets an apology with a code that
 * is in the log.
 */
export async function receive(system: System, inbound: Inbound): Promise<Received> {
  const place = system.place(inbound.channel)
  try {
    const { received, reply } = await attempt(system, inbound, place)
    if (place && reply) place.send(reply)
    else system.wake('outbox')
    if (inbound.content.type === 'files') system.wake('files')
    return received
  } finally {
    place?.leave()
  }
}

interface Handled {
  received: Received
  /** What goes out as soon as it is committed; null: what is to be said is queued. */
  reply: ClaimedRow | null
}

async function attempt(system: System, inbound: Inbound, place: Place | null): Promise<Handled> {
  try {
    return await inTransaction(system.prisma, tx => handle(system, tx, inbound, place))
  } catch (error) {
    if (isTransient(error)) throw error
    const code = `L-${randomInt(100_000, 999_999)}`
    system.log.error(
      { err: error, code, channel: inbound.channel, eventId: inbound.eventId },
      'an event could not be handled',
    )
    return inTransaction(system.prisma, tx => apologise(system, tx, inbound, code, place))
  }
}

/** Claim, lock and read; step; write. The caller commits. */
async function handle(system: System, tx: Tx, inbound: Inbound, place: Place | null): Promise<Handled> {
  const opened = await open(system, tx, inbound)
  if (!opened) return { received: 'duplicate', reply: null }
  const { ctx, scene } = opened
  const isLeaving = inbound.content.type === 'left'
  if (isLeaving === scene.account.isActive) await setReachable(tx, scene.account.id, !isLeaving, ctx.now)
  const arrived = await arrivedFiles(tx, inbound, scene.account.id, ctx.t, ctx.now)
  const answered = await converse(ctx, scene, system.registry, withoutRefused(inbound, arrived), arrived.files)
  if (!answered) return { received: 'handled', reply: null }
  const turn = refusalsFirst(answered, arrived)
  const write = (what: Turn) => save(tx, keptOf(inbound, scene, what), leaseAt(place, system), ctx.now)
  const { openDraftId, reply } = await write(turn)
  if (!openDraftId || !turn.begins) return { received: 'handled', reply }
  return { received: 'handled', reply: (await write(turn.begins.otherwise(openDraftId))).reply }
}

async function open(system: System, tx: Tx, inbound: Inbound): Promise<{ ctx: GuestCtx; scene: Scene } | null> {
  const now = system.clock.now()
  const known = await system.campaign(tx)
  const scene = await takeEvent(tx, inbound, now, dayOf(now, known.timeZone).toString())
  if (!scene) return null
  const campaign = scene.campaignHash === known.planHash ? known : await system.campaign(tx, scene.campaignHash)
  return { ctx: contextOf(system, tx, scene, campaign, now, sentAtOf(inbound, now)), scene }
}

/** The step is undone; the chat stays where it was, prompt and all. */
async function apologise(
  system: System,
  tx: Tx,
  inbound: Inbound,
  code: string,
  place: Place | null,
): Promise<Handled> {
  const opened = await open(system, tx, inbound)
  if (!opened) return { received: 'duplicate', reply: null }
  const { ctx, scene } = opened
  const message = { text: ctx.t('conversation.apology', { code }) }
  const { promptNo, prompt, draft } = scene
  const turn = { messages: [message], promptNo, prompt, draft, changes: [], begins: null }
  const { reply } = await save(tx, keptOf(inbound, scene, turn), leaseAt(place, system), ctx.now)
  return { received: 'handled', reply }
}

/** The pace is that of the moment of sending, not of the beginning of the event. */
function leaseAt(place: Place | null, { clock }: System): Lease | null {
  return place?.lease(clock.now()) ?? null
}
