import { setImmediate as tick } from 'node:timers/promises'
import type { Channel, Delivery, SendResult } from '../src/channels/channel.ts'
import { after } from '../src/clock.ts'
import { inTurn } from '../src/intake/in-turn.ts'
import { receive } from '../src/intake/receive.ts'
import { registryOf } from '../src/intake/registry.ts'
import type { System } from '../src/intake/system.ts'
import { outboxOver } from '../src/outbox/deliver.ts'
import { type BenchDatabase, openPglite, silentLog } from './database.ts'
import { openPages } from './idle-pages.ts'
import { withPeople } from './many-people.ts'
import { answerAt, everyKind, questions } from './questions.ts'
import { formFeature, type Member, newMember } from './system.ts'

/** People who fill in forms, each one question every twenty seconds, and how long each part of it goes on. */
const PEOPLE = 12
const EVERY_S = 20
const PART_S = 600
const PAGES = 1_000
/** What one more person sends at once, every half minute. */
const FLOOD = 200
const QUEUED = 10_000
const DOWN_S = 3_600
const QUESTIONS = 20

/** How long somebody waited: what the machine took, and what passed on the simulated clock meanwhile. */
interface Wait {
  ms: number
  clockMs: number
}

interface Row {
  part: string
  waits: readonly Wait[]
}

/**
 * What a working day may bring at once, on a simulated clock and over the embedded database: how long somebody waits for an answer, and
 * the memory, while pages are open, while one person floods, after the channel was down for an hour with ten thousand messages
 * waiting. Ends with what was lost and what was doubled: nothing may be.
 */
async function load(database: BenchDatabase): Promise<boolean> {
  const world = await worldOf(database)
  const rows: (Row & { rss: number; heap: number })[] = []
  const part = async (name: string, work: () => Promise<Wait[]>) => {
    process.stderr.write(`${name}\n`)
    const waits = await work()
    globalThis.gc?.()
    const { rss, heapUsed } = process.memoryUsage()
    rows.push({ part: name, waits, rss: Math.round(rss / 2 ** 20), heap: Math.round(heapUsed / 2 ** 20) })
  }
  await part('12 people, ten minutes', () => world.minutes(PART_S))
  await part('… who all write at once', () => world.minutes(PART_S, 30))
  const pages = await openPages(world.system, database, PAGES)
  await part('… with 1,000 open pages', () => world.minutes(PART_S))
  await part('… and one who floods', () => world.minutes(PART_S, 30, FLOOD))
  await pages.close()
  await part('the channel down for an hour, 10,000 messages waiting', () => world.downFor(DOWN_S))
  await part('… and the hour after it', () => world.drained())
  process.stdout.write(`${tableOf(rows)}\n\n`)
  const faults = await world.faults()
  process.stdout.write(
    faults.length === 0 ? `${world.said()}\nNothing lost, nothing doubled.\n` : `${faults.join('\n')}\n`,
  )
  return faults.length === 0
}

async function worldOf(database: BenchDatabase) {
  const { system: base, clock } = await withPeople(database, QUEUED)
  const { prisma } = base
  const sent = new Map<string, number>()
  const answered = new Map<string, () => void>()
  let isDown = false
  const channel = fakeTelegram((delivery): SendResult => {
    if (isDown) return { result: 'retryAt', at: after(clock.now(), 60_000), why: 'ECONNREFUSED' }
    sent.set(delivery.key, (sent.get(delivery.key) ?? 0) + 1)
    answered.get(delivery.account)?.()
    return { result: 'sent', externalId: String(sent.size) }
  })
  const outbox = outboxOver({ prisma, clock, log: silentLog, owner: 'load', channels: [channel] })
  const registry = registryOf([formFeature(questions(QUESTIONS, everyKind))])
  const system: System = { ...base, registry, place: outbox.place }
  const turn = inTurn()
  const people: (Member & { at: number })[] = []
  for (let n = 0; n < PEOPLE; n += 1) people.push({ ...(await newMember(system, 'CLERK', 'UB-P-QT')), at: -1 })
  const flooder = await newMember(system, 'CLERK', 'UB-P-TV')
  const counted = { events: 0, repeated: 0, doubled: 0, answers: 0 }

  async function says({ externalId: account }: Member, text: string): Promise<void> {
    counted.events += 1
    const inbound = { channel: 'telegram', eventId: `load-${counted.events}`, account, at: clock.now() } as const
    const take = () => turn(account, () => receive(system, { ...inbound, content: { type: 'text', text } }))
    await take()
    // Platforms bring some of it twice.
    if (counted.events % 7 !== 0) return
    counted.repeated += 1
    if ((await take()) !== 'duplicate') counted.doubled += 1
  }

  /** The next question of the form, or the word that begins it anew. */
  async function goesOn(person: Member & { at: number }): Promise<Wait> {
    const [began, since] = [performance.now(), clock.now()]
    let isHeard = false
    answered.set(person.externalId, () => {
      isHeard = true
    })
    const { at } = person
    person.at = at === QUESTIONS - 1 ? -1 : at + 1
    if (at >= 0) counted.answers += 1
    await says(person, at < 0 ? 'menu' : answerAt(at, everyKind))
    await tick()
    while (!isHeard && !isDown) {
      await outbox.turn()
      await tick()
      if (!isHeard) clock.advance(100)
    }
    return { ms: performance.now() - began, clockMs: clock.now().getTime() - since.getTime() }
  }

  async function minutes(seconds: number, togetherEveryS = 0, flooded = 0): Promise<Wait[]> {
    const waits: Wait[] = []
    for (let second = 0; second < seconds; second += 1) {
      clock.advance(1_000)
      const isTogether = togetherEveryS > 0 && second % togetherEveryS === 0
      const flood = isTogether ? Array.from({ length: flooded }, () => says(flooder, 'menu')) : []
      const due = people.filter((_, nth) => isTogether || (second + nth) % EVERY_S === 0)
      const found = await Promise.all(due.map(goesOn))
      if (togetherEveryS === 0 || isTogether) waits.push(...found)
      await Promise.all(flood)
      if (second % 10 === 0) await outbox.turn()
    }
    return waits
  }

  return {
    system,
    minutes,
    downFor: async (seconds: number) => {
      isDown = true
      await database.run(
        `INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at)
         SELECT 'bulk' || n, md5('a' || n)::uuid, 'telegram', 'BROADCAST', '{"message":{"text":"Thông báo"}}', $1::timestamptz, $1::timestamptz
         FROM generate_series(1, ${QUEUED}) n`,
        [clock.now().toISOString()],
      )
      const waits: Wait[] = []
      for (let second = 0; second < seconds; second += 30) {
        clock.advance(30_000)
        await outbox.turn()
        if (second % 60 === 0) for (const person of people) waits.push(await goesOn(person))
      }
      isDown = false
      return waits
    },
    drained: async () => {
      const waits: Wait[] = []
      for (let second = 0; (await waiting(prisma)) > 0; second += 1) {
        clock.advance(1_000)
        await outbox.turn()
        if (second % 30 === 0) for (const person of people) waits.push(await goesOn(person))
      }
      return waits
    },
    said: () =>
      `${counted.events} messages of people, ${counted.repeated} of them brought twice; ${counted.answers} answers; ${sent.size} messages sent.`,
    faults: async () => {
      const stored = await prisma.answer.count()
      const events = await prisma.inboundEvent.count({ where: { eventId: { startsWith: 'load-' } } })
      const rest = await prisma.outbox.groupBy({ by: ['state'], _count: true, where: { state: { not: 'SENT' } } })
      const doubled = [...sent].filter(([, times]) => times !== 1)
      const bulk = [...sent.keys()].filter(key => key.startsWith('bulk')).length
      return [
        ...(stored === counted.answers ? [] : [`${counted.answers} answers were given, ${stored} are stored`]),
        ...(events === counted.events ? [] : [`${counted.events} messages were acknowledged, ${events} are known`]),
        ...(counted.doubled === 0 ? [] : [`${counted.doubled} messages were taken twice`]),
        ...(doubled.length === 0 ? [] : [`${doubled.length} messages were not sent exactly once`]),
        ...(bulk === QUEUED ? [] : [`${bulk} of ${QUEUED} waiting messages were sent`]),
        ...rest.map(({ state, _count }) => `${_count} messages are ${state}`),
      ]
    },
  }
}

function waiting(prisma: System['prisma']): Promise<number> {
  return prisma.outbox.count({ where: { state: { in: ['QUEUED', 'SENDING'] } } })
}

function fakeTelegram(send: (delivery: Delivery) => SendResult): Channel {
  return {
    name: 'telegram',
    abilities: { textLength: 4096, buttons: 100, filesIn: false, proactive: 'always' },
    send: async delivery => send(delivery),
    fetch: async () => ({ result: 'gone', why: 'load' }),
    start: async () => undefined,
    stop: async () => undefined,
    health: () => ({ state: 'up' }),
  }
}

function tableOf(rows: readonly (Row & { rss: number; heap: number })[]): string {
  const cells = rows.map(({ part, waits, rss, heap }) => {
    const sorted = waits.map(({ ms }) => ms).toSorted((a, b) => a - b)
    const byClock = Math.max(...waits.map(({ clockMs }) => clockMs)) / 1_000
    const at = (share: number) => `${(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1)} ms`
    return [part, String(waits.length), at(0.5), at(0.95), at(1), `${byClock} s`, `${heap} MB`, `${rss} MB`]
  })
  const all = [['', 'answers', 'p50', 'p95', 'longest', 'by its clock', 'heap', 'memory'], ...cells]
  const widths = all.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, cell.length)), [])
  return all
    .map(row =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n')
}

const database = await openPglite()
try {
  process.exitCode = (await load(database)) ? 0 : 1
} finally {
  await database.close()
}
