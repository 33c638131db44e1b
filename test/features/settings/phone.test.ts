import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OutboundMessage } from '../../../src/channels/channel.ts'
import { steppedClock } from '../../../src/clock.ts'
import { receive } from '../../../src/intake/receive.ts'
import type { System } from '../../../src/intake/system.ts'
import { keepZaloRules } from '../../../src/outbox/zalo-rules.ts'
import { newId } from '../../../src/store/new-id.ts'
import type { Store } from '../../../src/store/open.ts'
import { freshEmbedded } from '../../support/database.ts'
import { testSystem } from '../../support/test-system.ts'

const NUMBER = '0987 654 321'

describe('a phone number for reminders', () => {
  let store: Store
  let system: System
  let personId: string
  const clock = steppedClock('2024-03-20T01:30:00Z')
  beforeAll(async () => {
    store = await freshEmbedded()
    system = await testSystem(store, clock)
    const unit = await store.prisma.unit.findFirstOrThrow()
    personId = newId(clock.now())
    const roles = {
      create: { id: newId(clock.now()), unitCode: unit.code, role: 'CLERK', validFrom: '2024-01-01' },
    } as const
    await store.prisma.person.create({
      data: { id: personId, fullName: 'Họ Tên Một', givenName: 'Một', createdAt: clock.now(), roles },
    })
    for (const channel of ['zalo-oa', 'web'])
      await store.prisma.account.create({
        data: {
          ...{ id: newId(clock.now()), channel, externalId: channel, personId, createdAt: clock.now() },
          conversation: { create: {} },
        },
      })
  })
  beforeEach(() => keepZaloRules(store.prisma, { mayPay: false, hasTemplate: true }))
  afterAll(() => store.close())

  let events = 0
  const say = async (text: string): Promise<OutboundMessage> => {
    clock.advance(1_000)
    const inbound = { channel: 'zalo-oa' as const, eventId: `e${++events}`, account: 'zalo-oa', at: clock.now() }
    await receive(system, { ...inbound, content: { type: 'text', text } })
    const row = await store.prisma.outbox.findFirstOrThrow({ orderBy: { seq: 'desc' } })
    return (row.body as unknown as { message: OutboundMessage }).message
  }
  const give = async () => {
    await say('/caidat')
    await say('Để lại số điện thoại nhận nhắc việc')
    return say(NUMBER)
  }
  const everywhere = async () => {
    const tables = ['answer', 'audit', 'reminder_phone', 'draft', 'outbox', 'setting']
    const found: string[] = []
    for (const table of tables) {
      const rows = await store.prisma.$queryRawUnsafe<{ row: unknown }[]>(`SELECT to_jsonb(x) AS row FROM ${table} x`)
      if (/987\s?654\s?321/.test(JSON.stringify(rows))) found.push(table)
    }
    return found
  }

  test('is asked for only where it is of use: with a template, and not a second time', async () => {
    await keepZaloRules(store.prisma, { mayPay: false, hasTemplate: false })
    expect(JSON.stringify(await say('/caidat'))).not.toContain('số điện thoại')
    await keepZaloRules(store.prisma, { mayPay: false, hasTemplate: true })
    expect((await say('/caidat')).choices).toContain('Để lại số điện thoại nhận nhắc việc')
  })

  test('is taken after its purpose was told, is kept as Zalo writes numbers, and is not said back whole', async () => {
    await say('/caidat')
    const ask = await say('Để lại số điện thoại nhận nhắc việc')
    expect(ask.text).toContain('đồng ý')
    expect((await say('12345')).text).toContain('0912 345 678')
    expect((await say(NUMBER)).text).toContain('0987 *** 321')
    expect(await store.prisma.reminderPhone.findMany()).toMatchObject([{ personId, phone: '84987654321' }])
    expect((await say('/caidat')).text).toContain('0987 *** 321')
  })

  test('is gone from everywhere once it is withdrawn, and that it was is on record', async () => {
    await give()
    expect(await everywhere()).toEqual(['answer', 'reminder_phone'])
    await say('/caidat')
    await say('Xóa số điện thoại nhận nhắc việc')
    expect(await everywhere()).toEqual([])
    const actions = await store.prisma.audit.findMany({ where: { subjectId: personId }, orderBy: { at: 'asc' } })
    expect(actions.at(-1)).toMatchObject({ action: 'phone.withdraw', actorId: personId })
  })

  test('is part of a person’s data, and goes when the person asks to be deleted', async () => {
    await give()
    await say('/dulieu')
    expect((await say('1')).text).toContain('84987654321')
    await store.prisma.outbox.deleteMany()
    await say('/dulieu')
    await say('4')
    await say('1')
    expect(await everywhere()).toEqual([])
  })
})
