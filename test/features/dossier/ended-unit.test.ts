import { afterAll, beforeAll, expect, it } from 'vitest'
import { steppedClock } from '../../../src/clock.ts'
import { newId } from '../../../src/store/new-id.ts'
import type { Store } from '../../../src/store/open.ts'
import { type Chat, chatIn } from '../../support/chat.ts'
import { freshEmbedded } from '../../support/database.ts'
import { testSystem } from '../../support/test-system.ts'

let store: Store
let chat: Chat
const clock = steppedClock('2025-06-20T02:00:00Z')

beforeAll(async () => {
  store = await freshEmbedded()
  const system = await testSystem(store, clock, 2025)
  const now = clock.now()
  const personId = newId(now)
  await store.prisma.person.create({ data: { id: personId, fullName: 'Đầu mối', givenName: 'mối', createdAt: now } })
  await store.prisma.account.create({
    data: {
      ...{ id: newId(now), channel: 'web', externalId: 'Đầu mối', displayName: 'Đầu mối', personId, createdAt: now },
      conversation: { create: {} },
    },
  })
  await store.prisma.roleAssignment.create({
    data: { id: newId(now), personId, unitCode: 'UB-P-QT', role: 'CLERK', validFrom: '2025-03-15' },
  })
  await store.prisma.applicability.updateMany({ where: { state: 'PENDING' }, data: { state: 'APPLIES' } })
  chat = chatIn(system, 'web', 'Đầu mối')
})
afterAll(() => store.close())

async function say(text: string): Promise<string> {
  clock.advance(1_000)
  await chat.say(text)
  return (await chat.last())?.text ?? ''
}

it('what a ward had put in and not handed in before it was merged is shown at its successor, and is no figure of it', async () => {
  await say('báo cáo quý II')
  expect(await say('C07 20/20')).toContain('20/20')
  clock.set('2025-07-02T02:00:00Z')
  await say('/menu')
  const opened = await say('báo cáo quý II')
  expect(opened).toContain('UBND phường Quang Trung đã nhập cho quý II/2025 mà chưa gửi')
  expect(opened).toContain('TTHC trực tuyến toàn trình: 20/20')
  expect(await store.prisma.record.count({ where: { kind: 'report' } })).toBe(0)
  const sheets = await store.prisma.figureSheet.findMany({ where: { revision: { gt: 0 } } })
  expect(sheets.map(({ unitCode }) => unitCode)).toEqual(['UB-P-QT'])
})
