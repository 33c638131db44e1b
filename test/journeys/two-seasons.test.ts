import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readPlan } from '../../src/campaign/plan-file.ts'
import { createBell } from '../../src/channels/web/bell.ts'
import { webChannel } from '../../src/channels/web/channel.ts'
import { clockStartingAt } from '../../src/clock.ts'
import { deskRoutes } from '../../src/desk/desk-routes.tsx'
import { features } from '../../src/features/list.ts'
import { uploadsOf } from '../../src/files/uploads.ts'
import { receive } from '../../src/intake/receive.ts'
import type { System } from '../../src/intake/system.ts'
import { loadPlan } from '../../src/loading/load-plan.ts'
import { linkToWeb } from '../../src/people/one-time-link.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { createWeb } from '../../src/web/server.ts'
import { freshEmbedded } from '../support/database.ts'
import { playScript } from '../support/journey.ts'
import { TelegramDriver } from '../support/telegram/driver.ts'
import { telegramJourneyDriver } from '../support/telegram/journey-driver.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'
import { openBrowser } from '../support/web-driver.ts'
import { webJourneyDriver } from '../support/web-journey.ts'
import { deliverQueued } from '../web/a-web.ts'

let store: Store
let system: System
beforeEach(async () => {
  store = await freshEmbedded()
  system = await testSystem(store, clockStartingAt(Temporal.Instant.from('2025-03-20T01:30:00Z')))
  const plan = readPlan('prisma/plans/114-kh-ubnd-2024.yaml', { year: 2025 })
  if (!plan.ok) throw new Error('the plan cannot be read')
  await inTransaction(store.prisma, tx => loadPlan(tx, plan.value, system.clock.now()))
})
afterEach(() => store.close())

const invite = (role: string, unit: string) => inviteIn(system, role, unit)

/** What the journey leaves behind, season by season. */
async function recordsBySeason() {
  const records = await store.prisma.record.findMany({
    select: { code: true, title: true, campaign: { select: { year: true } } },
    orderBy: { code: 'asc' },
  })
  return records.map(({ campaign, ...record }) => ({ ...record, year: campaign.year }))
}

const expected = [
  { code: 'SK-001', title: 'Tổ hướng dẫn lưu động', year: 2024 },
  { code: 'SK-2025-001', title: 'Nhận hồ sơ tại nhà', year: 2025 },
]

it('two seasons in one Telegram chat are kept apart', { timeout: 300_000 }, async () => {
  const telegram = await TelegramDriver.open()
  try {
    await telegram.start(system)
    await playScript('two-seasons', { driver: telegramJourneyDriver(telegram), invite })
    expect(await recordsBySeason()).toEqual(expected)
    expect(telegram.wire.recorder.problems).toEqual([])
  } finally {
    await telegram.stop()
  }
})

it('two seasons in the web chat are kept apart, and the desk shows one at a time', { timeout: 300_000 }, async () => {
  const bell = createBell()
  store.listen({ heard: bell.ring, missed: bell.ringAll })
  const channel = webChannel({ prisma: store.prisma, clock: system.clock, bell })
  const app = createWeb(system, {
    bell,
    features,
    desk: deskRoutes,
    uploads: uploadsOf(store.prisma, system.clock),
    receive: async inbound => {
      await receive(system, inbound)
      await deliverQueued(store, channel)
    },
    health: async () => ({ status: 'ok', parts: {} }),
    mayReadFile: async () => false,
  })
  const settings = { url: 'http://localhost:3000', fetch: (request: Request) => app.fetch(request) }
  await playScript('two-seasons', { driver: webJourneyDriver(settings), invite })
  expect(await recordsBySeason()).toEqual(expected)

  const officer = openBrowser(settings)
  const personId = newId(system.clock.now())
  const roles = {
    create: { id: newId(system.clock.now()), unitCode: 'UB-NV', role: 'PNV', validFrom: '2024-01-01' },
  } as const
  const createdAt = system.clock.now()
  await store.prisma.person.create({
    data: { id: personId, fullName: 'Họ Tên Một', givenName: 'Một', createdAt, roles },
  })
  const link = `/vao/${await linkToWeb(store.prisma, personId, createdAt)}`
  await officer.submitFrom(link, link, {})

  // The season that has begun last, until another one is chosen.
  const list = '/desk/sang-kien'
  const present = (await officer.get(list)).html
  expect(present).toContain('SK-2025-001')
  expect(present).not.toContain('SK-001')
  const [earlier, later] = await Promise.all(
    [2024, 2025].map(year => store.prisma.campaign.findFirstOrThrow({ where: { year } })),
  )
  await officer.submitFrom(list, '/desk/doi-phong-trao', { campaign: earlier?.id ?? '' })
  const before = (await officer.get(list)).html
  expect(before).toContain('SK-001')
  expect(before).not.toContain('SK-2025-001')

  // An address of the other season opens there; a form is done in the season of its page, whatever another window has chosen.
  const record = await store.prisma.record.findFirstOrThrow({ where: { code: 'SK-2025-001' } })
  const address = `${list}/${record.id}`
  expect((await officer.get(address)).html).toContain('Nhận hồ sơ tại nhà')
  expect((await officer.get(list)).html).toContain('SK-2025-001')
  await officer.submitFrom(address, address, { action: 'receive' })
  expect((await store.prisma.record.findUniqueOrThrow({ where: { id: record.id } })).state).toBe('RECEIVED')

  // Closed, it is looked at and exported, and nothing is decided in it.
  await store.prisma.campaign.update({ where: { id: later?.id ?? '' }, data: { state: 'ARCHIVED' } })
  await officer.get('/desk')
  const opened = await officer.get(address)
  expect(opened.html).toContain('đã đóng, chỉ xem')
  const refused = await officer.submitFrom(address, address, { action: 'recognise' })
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('đã đóng')
  expect((await store.prisma.record.findUniqueOrThrow({ where: { id: record.id } })).state).toBe('RECEIVED')
  const sheet = await officer.get(`${list}?tai=csv`)
  expect(sheet.status).toBe(200)
})
