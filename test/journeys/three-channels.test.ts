import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createBell } from '../../src/channels/web/bell.ts'
import { webChannel } from '../../src/channels/web/channel.ts'
import { clockStartingAt } from '../../src/clock.ts'
import { features } from '../../src/features/list.ts'
import { uploadsOf } from '../../src/files/uploads.ts'
import { receive } from '../../src/intake/receive.ts'
import type { Store } from '../../src/store/open.ts'
import { createWeb } from '../../src/web/server.ts'
import { freshEmbedded } from '../support/database.ts'
import type { Actor } from '../support/journey.ts'
import { TelegramDriver } from '../support/telegram/driver.ts'
import { telegramJourneyDriver } from '../support/telegram/journey-driver.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'
import { webJourneyDriver } from '../support/web-journey.ts'
import { type ZaloDriver, zaloDriver } from '../support/zalo/driver.ts'
import { deliverQueued } from '../web/a-web.ts'

let store: Store
let zalo: ZaloDriver
let telegram: TelegramDriver
beforeEach(async () => {
  store = await freshEmbedded()
})
afterEach(async () => {
  await telegram.stop()
  await zalo.close()
  await store.close()
})

/** The short code that «Cài đặt» gives for one more chat account. */
async function codeFrom(actor: Actor): Promise<string> {
  await actor.type('cài đặt')
  await actor.type('4')
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec((await actor.heard()).join('\n'))?.[0]
  if (!code) throw new Error('no code was given')
  return code
}

it('a form begun on Zalo OA is continued in the web chat and confirmed on Telegram', { timeout: 300_000 }, async () => {
  const system = await testSystem(store, clockStartingAt(Temporal.Instant.from('2024-03-20T01:30:00Z')))
  zalo = await zaloDriver(system, 'oa')
  telegram = await TelegramDriver.open()
  await telegram.start(system)
  const bell = createBell()
  store.listen({ heard: bell.ring, missed: bell.ringAll })
  const channel = webChannel({ prisma: store.prisma, clock: system.clock, bell })
  const app = createWeb(system, {
    bell,
    features,
    uploads: uploadsOf(store.prisma, system.clock),
    receive: async inbound => {
      await receive(system, inbound)
      await deliverQueued(store, channel)
    },
    health: async () => ({ status: 'ok', parts: {} }),
    mayReadFile: async () => false,
  })

  const onZalo = await zalo.actor('a')
  await onZalo.type(await inviteIn(system, 'OFFICIAL', 'UB-P-QT'))
  for (const line of [
    '1',
    'Người Thử Bốn',
    'Công chức',
    'sáng kiến',
    'Trả kết quả tại nhà',
    '2',
    '2',
    'Người dân đi lại nhiều lần.',
  ]) {
    await onZalo.type(line)
  }
  const onWeb = await webJourneyDriver({ url: 'http://localhost:3000', fetch: request => app.fetch(request) }).actor(
    'a',
  )
  await onWeb.type(`/start ${await codeFrom(onZalo)}`)
  await onWeb.type('nháp')
  await onWeb.press('1')
  for (const line of [
    'Tổ công nghệ số mang kết quả đến nhà.',
    'Lần đầu làm tại phường.',
    'Toàn phường',
    '1/4',
    'Giảm 70% lượt đi lại.',
  ]) {
    await onWeb.type(line)
  }
  const onTelegram = await telegramJourneyDriver(telegram).actor('a')
  await onTelegram.type(`/start ${await codeFrom(onWeb)}`)
  await onTelegram.type('nháp')
  await onTelegram.press('1')
  for (const line of ['tất cả', 'bỏ qua', 'bỏ qua', '1']) await onTelegram.type(line)
  expect((await onTelegram.heard()).join('\n')).toContain('SK-001')

  const [initiative, ...others] = await store.prisma.record.findMany({ include: { versions: true } })
  expect(others).toEqual([])
  expect(initiative).toMatchObject({
    state: 'REGISTERED',
    title: 'Trả kết quả tại nhà',
    versions: [{ answers: { scope: { value: 'Toàn phường' }, startsOn: { value: '2024-04-01', typed: '1/4' } } }],
  })
  const accounts = await store.prisma.account.findMany({ orderBy: { channel: 'asc' } })
  expect(accounts.map(({ channel: name }) => name)).toEqual(['telegram', 'web', 'zalo-oa'])
  expect(new Set(accounts.map(({ personId }) => personId)).size).toBe(1)
})
