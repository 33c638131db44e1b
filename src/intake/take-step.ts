import type { Inbound } from '../channels/channel.ts'
import type { ClaimedRow } from '../outbox/claimed-row.ts'
import type { Lease } from '../outbox/place.ts'
import { arrivedFiles, refusalsFirst, withoutRefused } from './arrived-files.ts'
import { converse } from './converse.ts'
import type { Opened } from './open-scene.ts'
import { keptOf, save } from './save.ts'
import type { System } from './system.ts'
import type { Turn } from './turn.ts'

/**
 * Decides what an event does and writes it down: answers, drafts, state, replies. `lead` is said before everything else; with a
 * `lease` the reply is born leased to this instance and given back, to be sent when it is committed.
 */
export async function takeStep(
  system: System,
  opened: Opened,
  inbound: Inbound,
  { lead, lease }: { lead?: string; lease?: () => Lease | null } = {},
): Promise<ClaimedRow | null> {
  const { ctx, scene } = opened
  const arrived = await arrivedFiles(ctx.tx, inbound, senderOf(opened), ctx.t, ctx.now)
  const answered = await converse(ctx, scene, system.registry, withoutRefused(inbound, arrived), arrived.files)
  const turn = answered && refusalsFirst(answered, arrived)
  if (!turn) return null
  const write = (what: Turn) => save(ctx.tx, keptOf(inbound, scene, led(what, lead)), lease?.() ?? null, ctx.now)
  const { openDraftId, reply } = await write(turn)
  if (!openDraftId || !turn.begins) return reply
  return (await write(turn.begins.otherwise(openDraftId))).reply
}

function senderOf({ scene: { account, person } }: Opened) {
  return { accountId: account.id, personId: person?.id ?? null }
}

function led(turn: Turn, lead?: string): Turn {
  if (lead === undefined) return turn
  const [first, ...others] = turn.messages
  const text = first ? [lead, first.text].join('\n\n') : lead
  return { ...turn, messages: [{ ...first, text }, ...others] }
}
