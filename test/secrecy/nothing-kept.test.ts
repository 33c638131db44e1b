import { afterAll, beforeAll, expect, it } from 'vitest'
import { tablesOf } from '../../src/backup/catalog.ts'
import type { InboundContent } from '../../src/channels/channel.ts'
import { steppedClock } from '../../src/clock.ts'
import { receive } from '../../src/intake/receive.ts'
import type { System } from '../../src/intake/system.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'

let store: Store
let system: System
const clock = steppedClock('2024-03-20T01:30:00Z')
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store, clock)
})
afterAll(() => store.close())

let events = 0
const send = (content: InboundContent, account = '77') => {
  const at = system.clock.now()
  events += 1
  return receive(system, { channel: 'telegram', eventId: `e${events}`, account, at, seenAt: at, content })
}
const say = (text: string, account?: string) => send({ type: 'text', text }, account)
const lastSaid = async () =>
  JSON.stringify((await store.prisma.outbox.findFirstOrThrow({ orderBy: { seq: 'desc' } })).body)

it('what is stopped stands in no table; a reason lets the same chat send it, and the reason is kept', async () => {
  await say('Căn cước 022185001234 của tôi')
  expect(await lastSaid()).toContain('không mật: lý do')
  for (const { name } of await tablesOf(sql => store.prisma.$queryRawUnsafe(sql))) {
    const rows = await store.prisma.$queryRawUnsafe<{ line: string }[]>(`SELECT t::text AS line FROM "${name}" t`)
    expect(rows.filter(({ line }) => line.includes('022185001234'))).toEqual([])
  }
  await say('không mật: dãy số của phần mềm')
  expect(await store.prisma.audit.findMany({ select: { action: true, reason: true } })).toEqual([
    { action: 'secrecy.overrule', reason: 'dãy số của phần mềm' },
  ])
  await say('Căn cước 022185001234 của tôi')
  expect(await lastSaid()).not.toContain('không mật: lý do')
  // No other chat, and not for ever.
  await say('Căn cước 022185001234 của tôi', '88')
  expect(await lastSaid()).toContain('không mật: lý do')
  clock.advance(10 * 60_000)
  await say('Căn cước 022185001234 của tôi')
  expect(await lastSaid()).toContain('không mật: lý do')
})

it('a file is stopped by its name before it is asked for, and by the words beside it', async () => {
  const files = (name: string) => [{ name, ref: 'F1', size: 10 }]
  for (const content of [
    { type: 'files', files: files('Văn bản TỐI MẬT.pdf') },
    { type: 'files', files: files('a.pdf'), caption: 'Độ mật: Mật' },
  ] as const) {
    await send(content, '99')
    expect(await lastSaid()).toContain('không mật: lý do')
    expect(await store.prisma.storedFile.count()).toBe(0)
  }
})
