import type { ActiveCampaign } from '../campaign/active.ts'
import type { Inbound } from '../channels/channel.ts'
import { dayOf } from '../clock.ts'
import type { Person } from '../people/person.ts'
import { sqlStateOf } from '../store/statement.ts'
import type { Tx } from '../store/transaction.ts'
import { contextOf } from './context.ts'
import { converse } from './converse.ts'
import { keptOf } from './save.ts'
import type { Scene } from './scene.ts'
import { sceneAfter } from './scene-after.ts'
import type { System } from './system.ts'
import type { Turn } from './turn.ts'

/**
 * Most events need nothing from the database: an answer moves its form on, a word opens a form or a menu. Where this instance
 * remembers how it left the chat, such an event is taken in one statement, which is one transaction: it claims the event and
 * writes answers, state and replies, if everything in the database still stands as it is remembered. Null: this is not such
 * an event, or the chat has moved on elsewhere; nothing was written.
 */
export async function turnAtOnce(system: System, inbound: Inbound): Promise<'handled' | 'duplicate' | null> {
  const scene = system.chats.of(inbound)
  const { type } = inbound.content
  if (!scene || (type !== 'text' && type !== 'choice')) return null
  const now = system.clock.now()
  const campaign = await system.campaign(system.prisma)
  if (campaign.planHash !== scene.campaignHash) return null
  const decided = await decide(system, inbound, scene, campaign, now)
  if (!decided) return null

  const { turn, seen } = decided
  const event = { channel: inbound.channel, eventId: inbound.eventId, seen, turn: keptOf(inbound, scene, turn) }
  const done = await write(system, event, dayOf(now, campaign.timeZone).toString(), now)
  if (done !== 'duplicate') system.chats.keep(inbound, done && sceneAfter(scene, turn))
  return done === 'kept' ? 'handled' : done
}

interface Decided {
  turn: Turn
  /** What the database must still find, so that the turn is right. */
  seen: Record<string, unknown>
}

/** The turn, when it can be decided from what is remembered alone. */
async function decide(
  system: System,
  inbound: Inbound,
  scene: Scene,
  campaign: ActiveCampaign,
  now: Date,
): Promise<Decided | null> {
  const { tx, isNeeded } = noDatabase()
  const { person, isConsulted } = watched(scene.person)
  const ctx = contextOf(system, tx, { ...scene, person }, campaign, now)
  try {
    const turn = await converse(ctx, scene, system.registry, inbound, [])
    if (isNeeded() || !turn) return null
    const { promptNo, draft, campaignHash } = scene
    const known = {
      personId: person?.id ?? null,
      locale: person?.locale ?? null,
      person: isConsulted() ? scene.person : null,
    }
    return {
      turn,
      seen: { ...known, promptNo, draftId: draft?.id ?? null, revision: draft?.revision ?? null, campaignHash },
    }
  } catch (error) {
    if (isNeeded()) return null
    throw error
  }
}

/** Stands in the place of a transaction; who reaches for it finds out that the event needs one. */
function noDatabase(): { tx: Tx; isNeeded(): boolean } {
  let isNeeded = false
  const get = () => {
    isNeeded = true
    throw new Error('this event needs the database')
  }
  return { tx: new Proxy({}, { get }) as Tx, isNeeded: () => isNeeded }
}

/** Tells whether anything of a person was asked for but id and language, which are compared in any case. */
function watched(known: Person | null): { person: Person | null; isConsulted(): boolean } {
  let isConsulted = false
  const get = (target: Person, name: string | symbol) => {
    if (name !== 'id' && name !== 'locale') isConsulted = true
    return Reflect.get(target, name)
  }
  return { person: known && new Proxy(known, { get }), isConsulted: () => isConsulted }
}

/** Null: the chat stands elsewhere than it was remembered to stand. */
async function write(
  { statement }: System,
  event: object,
  today: string,
  now: Date,
): Promise<'kept' | 'duplicate' | null> {
  try {
    const sql = 'SELECT turn_at_once($1::jsonb, $2, $3::timestamptz)'
    return (await statement(sql, JSON.stringify(event), today, now.toISOString())) === 'kept' ? 'kept' : 'duplicate'
  } catch (error) {
    if (sqlStateOf(error) === 'TD001') return null
    throw error
  }
}
