import { afterAll, beforeAll, expect, test } from 'vitest'
import { mostBytesADay, mostFilesADay } from '../../src/files/file-limits.ts'
import { receive } from '../../src/intake/receive.ts'
import type { System } from '../../src/intake/system.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'

let store: Store
let system: System
let events = 0
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store)
})
afterAll(() => store.close())

const base = (account: string) => ({
  channel: 'telegram' as const,
  eventId: `e${events++}`,
  account,
  at: system.clock.now(),
})
const types = (account: string, text: string) => receive(system, { ...base(account), content: { type: 'text', text } })
const sendsFile = (account: string) =>
  receive(system, { ...base(account), content: { type: 'files', files: [{ name: 'a.pdf', ref: 'r', size: 10 }] } })
const lastReply = async () => {
  const { body } = await store.prisma.outbox.findFirstOrThrow({ orderBy: { seq: 'desc' } })
  return JSON.stringify(body)
}

test('a file of somebody who has not agreed yet is not kept, and is told what to do first', async () => {
  await sendsFile('stranger')
  expect(await store.prisma.storedFile.count()).toBe(0)
  expect(await lastReply()).toContain('chưa nhận tệp trước khi anh/chị tham gia')
})

test('one person may send so many files a day; what comes beyond is not kept, and another is not concerned', async () => {
  for (const [account, name] of [
    ['eager', 'Người Thử Một'],
    ['calm', 'Người Thử Hai'],
  ] as const) {
    await types(account, `/start ${await inviteIn(system, 'OFFICIAL', 'UB-P-QT')}`)
    for (const text of ['1', name, 'Chuyên viên']) await types(account, text)
  }
  const { id: accountId } = await store.prisma.account.findFirstOrThrow({ where: { externalId: 'eager' } })
  const createdAt = system.clock.now()
  await store.prisma.storedFile.createMany({
    data: Array.from({ length: mostFilesADay - 1 }, () => ({
      ...{ id: newId(createdAt), name: 'x.pdf', channel: 'telegram', accountId, createdAt },
      state: 'STORED' as const,
    })),
  })
  const kept = () => store.prisma.storedFile.count()
  await sendsFile('eager')
  expect(await kept()).toBe(mostFilesADay)
  await sendsFile('eager')
  expect(await kept()).toBe(mostFilesADay)
  expect(await lastReply()).toContain('đã gửi đủ số tệp')
  await sendsFile('calm')
  expect(await kept()).toBe(mostFilesADay + 1)
})

test('one person may send so many bytes a day, whatever the number of chats', async () => {
  const { prisma } = store
  const { id: accountId, personId } = await prisma.account.findFirstOrThrow({ where: { externalId: 'calm' } })
  const createdAt = system.clock.now()
  const second = { id: newId(createdAt), channel: 'telegram', externalId: 'calm-too', personId, createdAt }
  await prisma.account.create({ data: { ...second, conversation: { create: {} } } })
  const files = () => prisma.storedFile.count()
  const before = await files()
  await sendsFile('calm-too')
  expect(await files()).toBe(before + 1)
  await prisma.storedFile.create({
    data: {
      ...{ id: newId(createdAt), name: 'x.mp4', channel: 'telegram', accountId, createdAt },
      ...{ state: 'STORED', size: mostBytesADay },
    },
  })
  await sendsFile('calm-too')
  expect(await files()).toBe(before + 2)
  expect(await lastReply()).toContain('đã gửi đủ số tệp')
})
