import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { receive } from '../../src/intake/receive.ts'
import { Together } from '../../src/store/together.ts'
import { freshEmbedded } from '../support/database.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'

test('an answer costs two messages to the database: begin and take, keep and commit', async () => {
  const store = await freshEmbedded()
  const system = await testSystem(store)
  let events = 0
  const type = (text: string) => {
    const eventId = `e${events++}`
    const content = { type: 'text' as const, text }
    return receive(system, { channel: 'telegram', eventId, account: '7', at: system.clock.now(), content })
  }
  const code = await inviteIn(system, 'OFFICIAL', 'UB-P-QT')
  const before = ['/start', `/start ${code}`, '1', 'Người Thử Một', 'Chuyên viên', 'sáng kiến', 'Trả kết quả tại nhà']
  for (const text of before) await type(text)
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await type('2')
  const messages = sent.mock.calls.map(([message]: unknown[]) =>
    message instanceof Together ? message.statements.map(({ text }) => text.trim()) : message,
  )
  sent.mockRestore()
  expect(messages).toEqual([
    ['BEGIN', expect.stringContaining('take_event(')],
    [expect.stringContaining('keep_turn('), 'COMMIT'],
  ])
  await store.close()
})
