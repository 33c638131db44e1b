import { afterAll, beforeAll, expect, it } from 'vitest'
import { tablesOf } from '../../src/backup/catalog.ts'
import { receive } from '../../src/intake/receive.ts'
import type { System } from '../../src/intake/system.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'

let store: Store
let system: System
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store)
})
afterAll(() => store.close())

let events = 0
const say = (text: string) => {
  const at = system.clock.now()
  events += 1
  return receive(system, {
    ...{ channel: 'telegram' as const, eventId: `e${events}`, account: '77', at, seenAt: at },
    content: { type: 'text', text },
  })
}
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
})
