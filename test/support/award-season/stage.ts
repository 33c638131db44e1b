import { Temporal } from 'temporal-polyfill'
import { createBell } from '../../../src/channels/web/bell.ts'
import { webChannel } from '../../../src/channels/web/channel.ts'
import { deskRoutes } from '../../../src/desk/desk-routes.tsx'
import { features } from '../../../src/features/list.ts'
import { uploadsOf } from '../../../src/files/uploads.ts'
import { receive } from '../../../src/intake/receive.ts'
import type { System } from '../../../src/intake/system.ts'
import { createWeb } from '../../../src/web/server.ts'
import { freshEmbedded } from '../database.ts'
import type { ChannelDriver } from '../journey.ts'
import { TelegramDriver } from '../telegram/driver.ts'
import { telegramJourneyDriver } from '../telegram/journey-driver.ts'
import { testSystem } from '../test-system.ts'
import { webJourneyDriver } from '../web-journey.ts'
import { zaloDriver } from '../zalo/driver.ts'

/** The chat channel beside which the web is used. */
export type ChatChannel = 'telegram' | 'zalo'

/** The whole product over an empty database, with one chat channel over real HTTP, the web chat and the desk. */
export interface Stage {
  system: System
  prisma: System['prisma']
  chat: ChannelDriver
  webChat: ChannelDriver
  /** The web as a browser asks it. */
  ask(request: Request): Response | Promise<Response>
  /** The next minute; what is done in one minute is told with the same time, however long the machine takes. */
  tick(): void
  /** Half past seven in the morning of that day, where it lies ahead. */
  morningOf(day: string): void
  /** The hour of something that was asked for: «2024-12-10T08:30». */
  comes(hour: string): void
  /** Until nothing that is due remains unsent. */
  settled(): Promise<void>
  close(): Promise<void>
}

export async function openStage(channel: ChatChannel, start: string, year: number): Promise<Stage> {
  const store = await freshEmbedded()
  const { prisma } = store
  let minute = Temporal.PlainDateTime.from(`${start}T07:30`).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant()
  // It goes on by a millisecond whenever it is looked at: what is made one after the other stands in that order.
  let instant = minute.epochMilliseconds
  const clock = { now: () => new Date(instant++) }
  const moveTo = (to: Temporal.Instant) => {
    minute = to
    instant = to.epochMilliseconds
  }
  const system = await testSystem(store, clock, year)
  const bell = createBell()
  const ear = store.listen({ heard: bell.ring, missed: bell.ringAll })
  const pages = webChannel({ prisma, clock, bell })
  // One chat gets one message a second: that second passes here, and the next tick is counted from the minute before it.
  const rest = () => {
    instant += 1_000
  }
  const opened = channel === 'telegram' ? await onTelegram(system, pages, rest) : await onZalo(system, rest)
  const { settled } = opened
  const app = createWeb(system, {
    ...{ bell, features, desk: deskRoutes, uploads: uploadsOf(prisma, clock) },
    receive: async inbound => {
      await receive(system, inbound)
      await settled()
    },
    ...{ health: async () => ({ status: 'ok' as const, parts: {} }), mayReadFile: async () => false },
  })
  const ask = (request: Request) => app.fetch(request)
  return {
    ...{ system, prisma, ask, settled, chat: opened.driver },
    webChat: webJourneyDriver({ url: 'http://localhost:3000', fetch: ask }),
    tick: () => moveTo(minute.add({ minutes: 1 })),
    morningOf: day => {
      const morning = Temporal.PlainDateTime.from(`${day}T07:30`).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant()
      if (Temporal.Instant.compare(morning, minute) > 0) moveTo(morning)
    },
    comes: hour => {
      const then = Temporal.PlainDateTime.from(hour).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant()
      if (Temporal.Instant.compare(then, minute) > 0) moveTo(then)
    },
    close: async () => {
      await opened.close()
      bell.close()
      await ear.close()
      await store.close()
    },
  }
}

interface Opened {
  driver: ChannelDriver
  settled(): Promise<void>
  close(): Promise<void>
}

async function onTelegram(system: System, pages: ReturnType<typeof webChannel>, rest: () => void): Promise<Opened> {
  const telegram = await TelegramDriver.open(rest)
  await telegram.start(system)
  return {
    driver: telegramJourneyDriver(telegram),
    settled: async () => {
      await deliverToPages(system.prisma, pages)
      await telegram.settled()
    },
    close: () => telegram.stop(),
  }
}

/** The stage of Zalo delivers to the web chat by itself. */
async function onZalo(system: System, rest: () => void): Promise<Opened> {
  const driver = await zaloDriver(system, 'oa', rest)
  return { driver, settled: () => driver.stage.settled(), close: () => driver.close() }
}

/** What the sender does with messages of the web chat. */
async function deliverToPages(prisma: System['prisma'], pages: ReturnType<typeof webChannel>): Promise<void> {
  const rows = await prisma.outbox.findMany({
    where: { channel: 'web', state: 'QUEUED' },
    orderBy: { seq: 'asc' },
    include: { account: true },
  })
  for (const { seq, dedupeKey, account, body, kind } of rows) {
    const { message } = body as unknown as { message: Parameters<typeof pages.send>[0]['message'] }
    const prompt = kind !== 'REPLY' && message.words ? { prompt: `n${seq}` } : {}
    await pages.send({ key: dedupeKey, account: account.externalId, message: { ...message, ...prompt }, kind })
    await prisma.outbox.update({ where: { seq }, data: { state: 'SENT' } })
  }
}
