import type { Channel, Delivery } from '../src/channels/channel.ts'
import { after, instantOf } from '../src/clock.ts'
import type { System } from '../src/intake/system.ts'
import { defaultPaces } from '../src/outbox/default-paces.ts'
import { channelSender } from '../src/outbox/sender.ts'
import { beat } from '../src/reminders/round/beat.ts'
import { type BenchDatabase, silentLog } from './database.ts'
import { reminderHour, type StandingClock, withDuties, withPeople } from './many-people.ts'
import type { Line } from './table.ts'

const pace = defaultPaces.telegram
/** What replies do not keep for themselves. */
const perSecond = pace.perSecond - pace.forReplies
const SECOND = 1_000
/** What nobody notices. */
const AT_ONCE = 100

/** (g) Reminders due at one hour: planned, written, handed to the channel; the simulated time against that of the channel's pace. */
export async function remindersAtPace(database: BenchDatabase, count: number): Promise<Line> {
  const { system, clock } = await withPeople(database, count)
  await withDuties(database, count, null)
  const [written, planning] = await timed(() => beat(system, 'bench'))
  if (written.queued < count) throw new Error(`${written.queued} reminders for ${count} people`)
  const [sent, sending] = await timed(() => sendAll(system, clock, []))
  if (sent.length < count) throw new Error(`${sent.length} of ${count} reminders were sent`)
  const simulated = Date.parse(sent.at(-1)?.at ?? '') - Date.parse(reminderHour)
  // The first second's messages go at its beginning.
  const limit = (Math.ceil(count / perSecond) - 1) * SECOND
  return {
    name: `(g) ${count.toLocaleString('en')} reminders at ${perSecond} a second / the pace itself, ${database.kind}`,
    pair: { ours: (simulated / count) * 1_000, theirs: (limit / count) * 1_000, ratio: simulated / limit, rounds: 1 },
    unit: 'ms',
    target: { atMost: 1.02, said: '≤ 1.02×' },
    note: `${simulated / SECOND} s simulated; real time: planned and written in ${planning.toFixed(1)} s, claimed, sent and recorded in ${sending.toFixed(1)} s (may take ${limit / SECOND} s)`,
  }
}

/** (h) Somebody answers while a broadcast is being sent: how long the reply waits, against a tenth of a second. */
export async function repliesDuringBroadcast(database: BenchDatabase, count: number): Promise<Line> {
  const { system, clock } = await withPeople(database, count)
  const { run } = database
  await run(
    `INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at)
     SELECT 'bulk' || n, md5('a' || n)::uuid, 'telegram', 'BROADCAST', '{"message":{"text":"Thông báo"}}', $1::timestamptz, $1::timestamptz
     FROM generate_series(1, ${count}) n`,
    [reminderHour],
  )
  await run('VACUUM ANALYZE')
  // One every 700 ms or so, at no fixed place in the second, of people all over the list.
  const replies = Array.from({ length: Math.floor(count / 20) }, (_, n) => ({
    at: after(instantOf(reminderHour), n * 733 + ((n * 37) % 97)),
    person: 1 + ((n * 7_919) % count),
  }))
  const [sent, sending] = await timed(() => sendAll(system, clock, replies))
  const waits = sent
    .filter(({ kind }) => kind === 'REPLY')
    .map(({ key, at }) => Date.parse(at) - (replies[Number(key.slice(5))]?.at.getTime() ?? Number.NaN))
    .sort((a, b) => a - b)
  if (waits.length !== replies.length) throw new Error(`${waits.length} of ${replies.length} replies were sent`)
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? Number.NaN
  const p95 = at(0.95)
  return {
    name: `(h) a reply during a broadcast of ${count.toLocaleString('en')}, p95 / 0.1 s, ${database.kind}`,
    pair: { ours: p95 * 1_000, theirs: AT_ONCE * 1_000, ratio: p95 / AT_ONCE, rounds: waits.length },
    unit: 'ms',
    target: { atMost: 1, said: '≤ 0.1 s' },
    note: `${waits.length} replies on the fake clock: p50 ${at(0.5)} ms, p95 ${p95} ms, max ${waits.at(-1)} ms; real time ${sending.toFixed(1)} s`,
  }
}

interface Sent {
  key: string
  kind: Delivery['kind']
  at: string
}

/** Sends everything at the default pace; the clock goes from one moment at which something may happen to the next. */
async function sendAll(
  { prisma }: System,
  clock: StandingClock,
  replies: readonly { at: Date; person: number }[],
): Promise<Sent[]> {
  const sent: Sent[] = []
  const channel = takingAll(delivery => sent.push({ ...delivery, at: clock.now().toISOString() }))
  const sender = channelSender({ prisma, clock, log: silentLog, owner: 'bench' }, channel, pace, () => undefined)
  let arrived = 0
  for (;;) {
    const before = sent.length
    const moreAt = await sender.round()
    await sender.idle()
    if (sent.length > before) continue
    const reply = replies[arrived]
    if (!moreAt && !reply && (await prisma.outbox.count({ where: { state: 'QUEUED' } })) === 0) return sent
    const next = Math.min(
      moreAt?.getTime() ?? Number.POSITIVE_INFINITY,
      reply?.at.getTime() ?? Number.POSITIVE_INFINITY,
    )
    clock.set(Number.isFinite(next) ? new Date(next).toISOString() : after(clock.now(), 10).toISOString())
    if (reply && reply.at.getTime() === next) await queueReply(prisma, arrived++, reply)
  }
}

async function queueReply(prisma: System['prisma'], number: number, { at, person }: { at: Date; person: number }) {
  await prisma.$executeRaw`
    INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at)
    VALUES (${`reply${number}`}, md5(${`a${person}`})::uuid, 'telegram', 'REPLY', '{"message":{"text":"Đã nhận."}}', ${at}, ${at})`
}

function takingAll(note: (delivery: Delivery) => void): Channel {
  return {
    name: 'telegram',
    abilities: { textLength: 4096, buttons: 100, filesIn: false, proactive: 'always' },
    send: async delivery => {
      note(delivery)
      return { result: 'sent' }
    },
    fetch: async () => ({ result: 'gone', why: 'bench' }),
    start: async () => undefined,
    stop: async () => undefined,
    health: () => ({ state: 'up' }),
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const from = process.hrtime.bigint()
  return [await work(), Number(process.hrtime.bigint() - from) / 1e9]
}
