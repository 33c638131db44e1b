import { setTimeout as sleep } from 'node:timers/promises'
import { readBotUpdate } from 'zalo-api-client'
import type { Channel, Inbound } from '../src/channels/channel.ts'
import { conditionOf } from '../src/channels/telegram/condition.ts'
import { MOST_AT_ONCE, poll } from '../src/channels/telegram/polling.ts'
import { poll as pollZalo } from '../src/channels/zalo-bot/polling.ts'
import { inTurn } from '../src/intake/in-turn.ts'
import { receive } from '../src/intake/receive.ts'
import type { System } from '../src/intake/system.ts'
import { outboxOver } from '../src/outbox/deliver.ts'
import { type BenchDatabase, silentLog } from './database.ts'
import { median } from './measure.ts'
import { everyKind, questions } from './questions.ts'
import { benchSystem, formFeature, type Member, newMember } from './system.ts'
import type { Line } from './table.ts'

/** What one person sends in a second, evenly. */
const FLOOD = 200
/** How many others ask in that second: at their times, whoever still waits for an answer. */
const ASKED = 40
const SECOND_MS = 1_000

const ROUNDS = 5

export type Way = 'Telegram webhook' | 'Telegram polling' | 'Zalo Bot polling'

/** (o) Somebody sends two hundred messages in a second: how long somebody else waits for an answer, against a quiet hour. */
export async function oneFloods(database: BenchDatabase, way: Way): Promise<Line> {
  const world = await worldOf(database, way)
  try {
    await world.asks()
    const rounds: { flooded: number; quiet: number }[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const quiet = p95(await world.asks())
      const flooding = world.floods()
      rounds.push({ quiet, flooded: p95(await world.asks()) })
      await flooding
      await world.through()
    }
    const ratio = median(rounds.map(({ flooded, quiet }) => flooded / quiet))
    return {
      name: `(o) an answer while another floods, p95 / in a quiet hour, ${way}, ${database.kind}`,
      pair: {
        ours: 1_000 * median(rounds.map(({ flooded }) => flooded)),
        theirs: 1_000 * median(rounds.map(({ quiet }) => quiet)),
        ratio,
        rounds: ROUNDS,
      },
      unit: 'ms',
      target: { atMost: 2 },
      note: `${FLOOD} messages of one person in a second; ${ASKED} others ask in it, whoever still waits`,
    }
  } finally {
    await world.stop()
  }
}

async function worldOf(database: BenchDatabase, way: Way) {
  const over = await benchSystem(database, [formFeature(questions(20, everyKind))])
  const answered = new Map<string, () => void>()
  const telegram = takingAll(account => answered.get(account)?.())
  const outbox = outboxOver({
    prisma: over.prisma,
    clock: over.clock,
    log: silentLog,
    owner: 'bench',
    channels: [telegram],
  })
  outbox.start()
  const system: System = { ...over, wake: worker => worker === 'outbox' && outbox.wake(), place: outbox.place }
  const turn = inTurn()
  const take = (inbound: Inbound) => turn(inbound.account, () => receive(system, inbound))
  const line = lineOf(way, system, take)
  const flooder = await newMember(system, 'CLERK', 'UB-P-QT')
  // Each asks once: nobody is held back by the pace of his own chat.
  const others: Member[] = []
  for (let n = 0; n < (1 + 2 * ROUNDS) * ASKED; n += 1) others.push(await newMember(system, 'CLERK', 'UB-P-QT'))
  let events = 0
  const says = ({ externalId }: Member, text: string): Inbound => {
    events += 1
    const at = system.clock.now()
    return { channel: 'telegram', eventId: String(events), account: externalId, at, content: { type: 'text', text } }
  }
  const ask = async (person: Member): Promise<number> => {
    const began = performance.now()
    const heard = new Promise<void>(resolve => {
      answered.set(person.externalId, resolve)
    })
    line.bring(says(person, 'menu'))
    await heard
    return performance.now() - began
  }
  return {
    asks: async () => {
      const waits: Promise<number>[] = []
      for (const person of others.splice(0, ASKED)) {
        waits.push(ask(person))
        await sleep(SECOND_MS / ASKED)
      }
      return Promise.all(waits)
    },
    floods: async () => {
      const began = performance.now()
      for (let n = 0; n < FLOOD; n += 1) {
        line.bring(says(flooder, 'menu'))
        await sleep(began + ((n + 1) * SECOND_MS) / FLOOD - performance.now())
      }
    },
    /** Until the last word of the flooder has its answer. */
    through: async () => void (await ask(flooder)),
    stop: async () => {
      await line.stop()
      await outbox.stop()
    },
  }
}

interface Platform {
  bring(inbound: Inbound): void
  stop(): Promise<void>
}

type Take = (inbound: Inbound) => Promise<unknown>

function lineOf(way: Way, system: System, take: Take): Platform {
  switch (way) {
    case 'Telegram webhook':
      return { bring: inbound => void take(inbound), stop: async () => undefined }
    case 'Telegram polling':
      return polledByTelegram(system, take)
    case 'Zalo Bot polling':
      return polledByZalo(take)
  }
}

/** Zalo's side of polling: one update at a time, forgotten when it is handed out. */
function polledByZalo(take: Take): Platform {
  const waiting: Inbound[] = []
  const taken = new Map<string, Inbound>()
  let came: () => void = () => undefined
  const stopping = new AbortController()
  const running = pollZalo(
    {
      client: {
        getUpdates: async () => {
          if (waiting.length === 0)
            await Promise.race([
              new Promise<void>(resolve => {
                came = resolve
              }),
              sleep(5_000, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined),
            ])
          const next = waiting.shift()
          if (!next) return []
          taken.set(next.eventId, next)
          const update = readBotUpdate({
            event_name: 'message.text.received',
            message: {
              ...{ message_id: next.eventId, date: 1, text: 'x', chat: { id: next.account, chat_type: 'PRIVATE' } },
              from: { id: next.account, display_name: 'Lan', is_bot: false },
            },
          })
          return update ? [update] : []
        },
        deleteWebhook: async () => ({ url: '', updatedAt: null }),
      },
      take: async ({ messageId }) => {
        const inbound = taken.get(messageId ?? '')
        taken.delete(messageId ?? '')
        if (inbound) await take(inbound)
        return 'done'
      },
      turn: { hold: async () => true, release: async () => undefined },
      condition: { up: () => undefined, down: () => undefined, read: () => ({ state: 'up' }) },
      pause: async ms => void (await sleep(ms)),
      inHand: { keep: async () => undefined, read: async () => [] },
    },
    stopping.signal,
  )
  return {
    bring: inbound => {
      waiting.push(inbound)
      came()
    },
    stop: async () => {
      stopping.abort()
      came()
      await running
    },
  }
}

/** Telegram's side of polling: what is not confirmed comes again, a hundred at a time. */
function polledByTelegram(system: System, take: Take): Platform {
  const waiting = new Map<number, Inbound>()
  let came: () => void = () => undefined
  const stopping = new AbortController()
  const running = poll(
    {
      getUpdates: async (offset = 0, seconds) => {
        for (const id of waiting.keys()) if (id < offset) waiting.delete(id)
        if (waiting.size === 0 && seconds > 0)
          await Promise.race([
            new Promise<void>(resolve => {
              came = resolve
            }),
            sleep(seconds * 1_000, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined),
          ])
        return [...waiting].slice(0, MOST_AT_ONCE).map(([id, { account }]) => updateOf(id, account))
      },
      take: async raw => {
        const inbound = waiting.get((raw as { update_id: number }).update_id)
        if (inbound) await take(inbound)
        return 'done'
      },
      now: () => system.clock.now(),
      turn: { hold: async () => true, release: async () => undefined },
      condition: conditionOf(silentLog),
      pause: async ms => void (await sleep(ms)),
      clearWay: async () => undefined,
    },
    stopping.signal,
  )
  return {
    bring: (inbound: Inbound) => {
      waiting.set(Number(inbound.eventId), inbound)
      came()
    },
    stop: async () => {
      stopping.abort()
      came()
      await running
    },
  }
}

/** Enough for the poller to tell one chat from another. */
function updateOf(id: number, account: string) {
  const number = Number.parseInt(account.replaceAll('-', '').slice(-11), 16)
  const person = { id: number, is_bot: false, first_name: 'Lan' }
  return {
    update_id: id,
    message: { message_id: id, date: 1, chat: { id: number, type: 'private' }, from: person, text: 'x' },
  }
}

function p95(waits: readonly number[]): number {
  const sorted = waits.toSorted((a, b) => a - b)
  return sorted[Math.floor(0.95 * (sorted.length - 1))] ?? Number.NaN
}

function takingAll(note: (account: string) => void): Channel {
  return {
    name: 'telegram',
    abilities: { textLength: 4096, buttons: 100, filesIn: false, proactive: 'always' },
    send: async ({ account }) => {
      note(account)
      return { result: 'sent', externalId: '1' }
    },
    fetch: async () => ({ result: 'gone', why: 'bench' }),
    start: async () => undefined,
    stop: async () => undefined,
    health: () => ({ state: 'up' }),
  }
}
