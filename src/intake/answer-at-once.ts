import type { Inbound } from '../channels/channel.ts'
import { dayOf } from '../clock.ts'
import { readCommandWord } from '../reading/command-words.ts'
import { nextQuestion } from './fill.ts'
import { meaningOf } from './meaning.ts'
import { isFormWord } from './registry.ts'
import { runningDraft } from './running-draft.ts'
import { keptOf } from './save.ts'
import type { Scene } from './scene.ts'
import { sceneAfter } from './scene-after.ts'
import type { System } from './system.ts'
import type { Turn } from './turn.ts'

/**
 * Most events of a season are answers that only move a form on, in a chat that this instance has just left. These are taken
 * in one statement, which is one transaction: it claims the event and writes answer, state and reply, if everything in the
 * database still stands as it is remembered. Null: this is not such an event, or the chat has moved on
 * elsewhere; nothing was written.
 */
export async function answerAtOnce(system: System, inbound: Inbound): Promise<'handled' | 'duplicate' | null> {
  const scene = system.chats.of(inbound)
  if (!scene) return null
  const now = system.clock.now()
  const campaign = await system.campaign(system.prisma)
  if (campaign.planHash !== scene.campaignHash) return null
  const t = system.texts(scene.person?.locale ?? system.defaultLocale)
  const turn = turnOf(system, scene, inbound, { t, today: dayOf(now, campaign.timeZone) })
  if (!turn) return null

  const done = await write(system, inbound, scene, turn, now)
  if (done !== 'duplicate') system.chats.keep(inbound, done && sceneAfter(scene, turn))
  return done === 'kept' ? 'handled' : done
}

/** Null: the chat stands elsewhere than it was remembered to stand. */
async function write(
  system: System,
  inbound: Inbound,
  scene: Scene,
  turn: Turn,
  now: Date,
): Promise<'kept' | 'duplicate' | null> {
  const { talk, changes, replies } = keptOf(inbound, scene, turn)
  const { channel, eventId } = inbound
  const event = { channel, eventId, seen: seen(scene), talk, draft: changes[0], replies }
  try {
    const [row] = await system.prisma.$queryRaw<{ done: 'kept' | 'duplicate' }[]>`
      SELECT answer_event(${JSON.stringify(event)}::jsonb, ${now}::timestamptz) AS done`
    return row?.done ?? null
  } catch (error) {
    if (error instanceof Error && /\bTD001\b/.test(error.message)) return null
    throw error
  }
}

function turnOf(system: System, scene: Scene, inbound: Inbound, env: Parameters<typeof nextQuestion>[3]): Turn | null {
  if (inbound.content.type !== 'text' && inbound.content.type !== 'choice') return null
  const meaning = meaningOf(inbound, [], scene, env.t)
  if (meaning.is !== 'input') return null
  const word = meaning.input.type === 'text' ? readCommandWord(meaning.input.text) : null
  if (word && !isFormWord(word.command)) return null
  const running = scene.draft && runningDraft(scene.draft, system.registry)
  if (!running || running.moved) return null
  if (scene.prompt?.on !== 'draft' || scene.prompt.revision !== running.stored.revision) return null
  return nextQuestion(running, meaning.input, scene.promptNo, env)
}

/** What the database must still find, so that the turn is right. */
function seen({ person, promptNo, draft, campaignHash }: Scene): Record<string, unknown> {
  return {
    personId: person?.id ?? null,
    locale: person?.locale ?? null,
    promptNo,
    revision: draft?.revision,
    campaignHash,
  }
}
