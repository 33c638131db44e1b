import type { Inbound } from '../channels/channel.ts'
import { arrivedFiles, refusalsFirst, withoutRefused } from './arrived-files.ts'
import { converse } from './converse.ts'
import type { Opened } from './open-scene.ts'
import { keptOf, save } from './save.ts'
import type { System } from './system.ts'
import type { Turn } from './turn.ts'

/** Decides what an event does and writes it down: answers, drafts, state, replies. `lead` is said before everything else. */
export async function takeStep(system: System, opened: Opened, inbound: Inbound, lead?: string): Promise<void> {
  const { ctx, scene } = opened
  const arrived = await arrivedFiles(ctx.tx, inbound, scene.account.id, ctx.t, ctx.now)
  const answered = await converse(ctx, scene, system.registry, withoutRefused(inbound, arrived), arrived.files)
  const turn = answered && refusalsFirst(answered, arrived)
  if (!turn) return
  const openDraftId = await save(ctx.tx, keptOf(inbound, scene, led(turn, lead)), ctx.now)
  if (openDraftId && turn.begins)
    await save(ctx.tx, keptOf(inbound, scene, led(turn.begins.otherwise(openDraftId), lead)), ctx.now)
}

function led(turn: Turn, lead?: string): Turn {
  if (lead === undefined) return turn
  const [first, ...others] = turn.messages
  const text = first ? [lead, first.text].join('\n\n') : lead
  return { ...turn, messages: [{ ...first, text }, ...others] }
}
