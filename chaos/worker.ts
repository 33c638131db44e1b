// One instance of the product, with the beat and the outbox as in earnest, on a clock that the conductor moves. It is
// killed at any moment. Its database and platform are named in the first argument.

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { campaignSource } from '../src/campaign/source.ts'
import { steppedClock } from '../src/clock.ts'
import { registryOf } from '../src/intake/registry.ts'
import type { System } from '../src/intake/system.ts'
import { outboxOver } from '../src/outbox/deliver.ts'
import { endLeases } from '../src/outbox/recover.ts'
import { beat } from '../src/reminders/round/beat.ts'
import { openStore } from '../src/store/open.ts'
import { loadTexts } from '../src/texts.ts'
import { handInNow } from './hand-in-now.ts'
import { loopbackChannel } from './loopback-channel.ts'
import type { Order, Place, Report } from './messages.ts'

const place = JSON.parse(process.argv[2] ?? '') as Place
const log = pino({ level: process.env.CHAOS_LOG ?? 'silent' }, pino.destination(2))
const clock = steppedClock('2024-03-01T00:00:00Z')
const owner = randomUUID()
const store = await openStore({ ...place, log }).catch((error: unknown) => {
  // As the product: a server that is just restarting ends the start with one line.
  log.warn({ err: error }, 'cannot start')
  process.exit(1)
})
const { prisma } = store
const vi = loadTexts('vi')
const system: System = {
  prisma,
  clock,
  log,
  registry: registryOf([]),
  texts: () => vi,
  defaultLocale: 'vi',
  campaign: campaignSource(),
  publicUrl: 'http://localhost',
  officeSecret: async () => 'the secret of a test',
  wake: () => undefined,
  place: () => null,
}
const outbox = outboxOver({
  prisma,
  clock,
  log,
  owner,
  channels: [loopbackChannel(place.platformUrl, clock)],
  paces: { telegram: { perSecond: 1_000, forReplies: 0, chatBurst: 3, parallel: 6 } },
})
/** As `scheduleReminders`: a beat at the start and every minute, and a quarter of a minute after one that did not do its work. */
let isBehind = true
let isFirst = true

function tell(report: Report): void {
  process.send?.(report)
}

async function tick({ tick: number, at, handIns, isBeatDoubled }: Extract<Order, { do: 'tick' }>): Promise<void> {
  clock.set(at)
  if (isFirst && !place.databaseUrl) await untilDone(() => endLeases(prisma, clock.now()))
  isFirst = false
  const isDue = isBehind || clock.now().getUTCSeconds() === 0
  let beats = 0
  const once = async (): Promise<boolean> => {
    beats++
    return beat(system, owner).then(
      ({ isHolder }) => isHolder,
      () => false,
    )
  }
  const work = [
    ...(isDue ? [once()] : []),
    ...(isDue && isBeatDoubled ? [sleep(Math.random() * 20).then(once), once()] : []),
  ]
  let isPlanned = false
  const planned = Promise.all(work).then(held => {
    isPlanned = true
    if (held.length > 0) isBehind = !held.some(Boolean)
  })
  const handing = Promise.all(
    handIns.map(one =>
      untilDone(() => handInNow(system, one)).then(() => tell({ is: 'handedIn', obligationId: one.obligationId })),
    ),
  )
  await sendAll(() => isPlanned)
  await Promise.all([planned, handing])
  await sendAll(() => true)
  tell({ is: 'ticked', tick: number, beats, isBehind, outstanding: await untilDone(outstanding) })
}

/** Sends until nothing more can go at this instant. */
async function sendAll(isPlanned: () => boolean): Promise<void> {
  let left = -1
  for (let idle = 0; idle < 2; ) {
    await untilDone(() => outbox.turn())
    const now = await untilDone(() =>
      prisma.outbox.count({ where: { state: 'QUEUED', notBefore: { lte: clock.now() } } }),
    )
    idle = isPlanned() && (now === 0 || now === left) ? idle + 1 : 0
    if (now === 0) await sleep(2)
    if (now === 0 && isPlanned()) return
    left = now
  }
}

function outstanding(): Promise<number> {
  return prisma.outbox.count({ where: { state: { in: ['QUEUED', 'SENDING'] } } })
}

/** The server may be restarting: a moment later it answers again. */
async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      log.warn({ err: error }, 'again')
      await sleep(25)
    }
  }
}

let queue = Promise.resolve()
process.on('message', (order: Order) => {
  queue = queue.then(() =>
    order.do === 'tick' ? tick(order) : untilDone(() => prisma.lease.deleteMany()).then(() => undefined),
  )
})
process.on('disconnect', () => process.exit(0))
// The first statement of a process costs most; a warm one has done it.
await untilDone(() => system.campaign(prisma))
tell({ is: 'ready' })
