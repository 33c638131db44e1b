import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Inbound, OutboundMessage } from '../../../src/channels/channel.ts'
import { systemClock } from '../../../src/clock.ts'
import { announceFiles } from '../../../src/files/announce.ts'
import { newId } from '../../../src/store/new-id.ts'
import type { Store } from '../../../src/store/open.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { pdf } from '../../files/sample-bytes.ts'
import { freshEmbedded, silentLog } from '../../support/database.ts'
import { TelegramDriver } from '../../support/telegram/driver.ts'

let store: Store
let driver: TelegramDriver
let accountId: string
const received: Inbound[] = []

/** The least that a system does with an event: claim it and queue an answer, in one transaction. */
async function take(inbound: Inbound): Promise<void> {
  const now = systemClock.now()
  await inTransaction(store.prisma, async tx => {
    await tx.inboundEvent.create({ data: { channel: 'telegram', eventId: inbound.eventId, receivedAt: now } })
    if (inbound.content.type === 'files')
      await announceFiles(tx, { channel: 'telegram', accountId }, inbound.content.files, now)
    const message: OutboundMessage = {
      title: 'Câu 1/2',
      text: `Đã nhận: ${JSON.stringify(inbound.content)}`,
      choices: ['Mô hình', 'Giải pháp'],
      prompt: inbound.eventId,
    }
    const dedupeKey = `reply:${inbound.eventId}`
    const body = JSON.parse(JSON.stringify({ message }))
    await tx.outbox.create({
      data: { dedupeKey, accountId, channel: 'telegram', kind: 'REPLY', body, notBefore: now, createdAt: now },
    })
  })
  received.push(inbound)
}

beforeAll(async () => {
  store = await freshEmbedded()
  accountId = newId(systemClock.now())
  await store.prisma.account.create({
    data: { id: accountId, channel: 'telegram', externalId: '42', createdAt: systemClock.now() },
  })
  driver = await TelegramDriver.open()
  await driver.startWith({ prisma: store.prisma, clock: systemClock, log: silentLog }, take)
})
afterAll(async () => {
  await driver.stop()
  await store.close()
})

test('over real HTTP a person types, presses, sends a file, and is answered each time', async () => {
  const lan = driver.person('42')
  await lan.type('/start ABC')
  expect(lan.lastMessages()).toMatchObject([{ buttons: ['1. Mô hình', '2. Giải pháp'] }])
  expect(lan.lastMessages()[0]?.text).toContain('/start ABC')
  await lan.press('Giải pháp')
  expect(received.at(-1)?.content).toEqual({ type: 'choice', prompt: received[0]?.eventId, number: 2 })
  await lan.press(1)
  expect(received.at(-1)?.content).toMatchObject({ number: 1 })
  await lan.sendFile('kế hoạch.pdf', pdf)
  expect(await store.prisma.storedFile.findFirst()).toMatchObject({
    state: 'STORED',
    name: 'kế hoạch.pdf',
    size: pdf.length,
  })
  expect(lan.lastMessages()).toHaveLength(1)
  expect(await store.prisma.outbox.count({ where: { state: 'SENT' } })).toBe(4)
})

test('every request of the journey is one that the Bot API takes', () => {
  const { recorder } = driver.wire
  expect(recorder.requests.length).toBeGreaterThan(10)
  expect(recorder.problems).toEqual([])
})
