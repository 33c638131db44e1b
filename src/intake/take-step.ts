import type { Inbound } from '../channels/channel.ts'
import type { ClaimedRow } from '../outbox/claimed-row.ts'
import type { Lease } from '../outbox/place.ts'
import { sayOf } from '../outbox/say-of.ts'
import { atOnce, type Ending } from '../store/transaction.ts'
import { arrivedFiles, refusalsFirst, withoutRefused } from './arrived-files.ts'
import { seenTo } from './before-event.ts'
import { converse } from './converse.ts'
import type { Opened } from './open-scene.ts'
import { keptOf, saving } from './save.ts'
import type { System } from './system.ts'
import { screenTurn, type Turn } from './turn.ts'

/**
 * Decides what an event does; answers, drafts, state and replies are written down by what it gives back, with which the transaction may
 * end. `lead` is said before everything else; with a `lease` the reply is born leased to this instance and given back, to be sent when
 * it is committed.
 */
export async function takeStep(
  system: System,
  opened: Opened,
  inbound: Inbound,
  { lead, lease }: { lead?: string; lease?: () => Lease | null } = {},
): Promise<ClaimedRow | null | Ending<ClaimedRow | null>> {
  const { ctx, scene, said, instead } = await seenTo(system, opened, inbound)
  const arrived = await arrivedFiles(ctx.tx, inbound, senderOf({ scene }), ctx.t, ctx.now)
  const answered = instead
    ? screenTurn(instead, scene.promptNo)
    : await converse(ctx, scene, system.registry, withoutRefused(inbound, arrived), arrived.files)
  const turn = answered && refusalsFirst(answered, arrived)
  if (!turn) return null
  const write = (what: Turn) =>
    saving(keptOf(inbound, scene, headed(led(what, lead, ...said))), lease?.() ?? null, ctx.now)
  if (!turn.begins) return write(turn).map(({ reply }) => reply)
  const { openDraftId, reply } = await atOnce(ctx.tx, write(turn))
  return openDraftId ? write(turn.begins.otherwise(openDraftId)).map(saved => saved.reply) : reply
}

function senderOf({ scene: { account, person } }: Pick<Opened, 'scene'>) {
  return { accountId: account.id, personId: person?.id ?? null }
}

/** Where there are several campaigns, every message says of which it is. */
function headed(turn: Turn): Turn {
  const shownAs = turn.place?.shownAs ?? null
  return { ...turn, messages: turn.messages.map(message => ({ ...message, text: sayOf(shownAs, message.text) })) }
}

function led(turn: Turn, ...given: readonly (string | undefined)[]): Turn {
  const leads = given.filter(lead => lead !== undefined)
  if (leads.length === 0) return turn
  const [first, ...others] = turn.messages
  const text = [...leads, ...(first ? [first.text] : [])].join('\n\n')
  return { ...turn, messages: [{ ...first, text }, ...others] }
}
