import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepZaloRules } from '../../src/outbox/zalo-rules.ts'
import { beat } from '../../src/reminders/round/beat.ts'
import { cancelFor } from '../../src/reminders/round/cancel.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { freshEmbedded } from '../support/database.ts'
import { deliverAll, type Season, storedSeason } from './stored-season.ts'

let store: Store
let season: Season

beforeEach(async () => {
  store = await freshEmbedded()
  season = await storedSeason(store, ['A', 'B'])
})
afterEach(() => store.close())

const ledger = (name: string) =>
  store.prisma.reminder.findMany({ where: { personId: season.person[name] ?? '' }, orderBy: { plannedOn: 'asc' } })
const messages = () => store.prisma.outbox.findMany({ where: { kind: 'REMINDER' }, orderBy: { seq: 'asc' } })
const go = (at: string) => {
  season.clock.set(at)
  return beat(season.system, 'one')
}

describe('a beat', () => {
  test('tells each focal point once what is due', async () => {
    expect(await go('2024-03-15T01:00:00Z')).toMatchObject({ isHolder: true, queued: 2 })
    expect(await go('2024-03-15T01:01:00Z')).toMatchObject({ queued: 0, closed: 0 })
    const rows = await ledger('clerk-A')
    expect(rows.map(row => [row.step, row.state, row.why])).toEqual([
      ['-30@2024-03-31', 'SUPERSEDED', 'newer'],
      ['-14@2024-03-31', 'QUEUED', null],
    ])
    expect((await messages()).filter(row => row.accountId === season.account['clerk-A'])).toHaveLength(1)
  })

  test('gives officers their overview and heads their weekly list once in the morning', async () => {
    await go('2024-03-25T01:00:00Z')
    await go('2024-03-25T01:01:00Z')
    const morning = (await messages()).filter(row => row.dedupeKey.endsWith(':morning'))
    const names = ['head-A', 'head-B', 'officer'].map(name => season.account[name])
    expect(morning.map(row => row.accountId).toSorted()).toEqual(names.toSorted())
    expect(JSON.stringify(morning.map(row => row.body))).toContain(
      'Đến hạn trong 5 ngày làm việc tới: 2 việc của 2 đơn vị',
    )
  })

  test('writes nothing at night, at noon and on a day off', async () => {
    for (const at of ['2024-03-15T13:00:00Z', '2024-03-15T05:00:00Z', '2024-03-16T02:00:00Z']) {
      expect(await go(at)).toMatchObject({ queued: 0, closed: 0 })
    }
    expect(await messages()).toHaveLength(0)
  })

  test('writes to the preferred chat only, where the ladder says so', async () => {
    const { plan } = season.campaign
    const bound = Object.entries(plan.ladders).map(([name, ladder]) => [
      name,
      { ...ladder, channels: 'preferred' as const },
    ])
    season.campaign.plan = { ...plan, ladders: Object.fromEntries(bound) }
    const personId = season.person['clerk-A'] ?? ''
    await store.prisma.person.update({
      where: { id: personId },
      data: { preferredAccountId: season.account['clerk-A'] ?? '' },
    })
    await go('2024-03-15T01:00:00Z')
    const [own] = (await messages()).filter(row => row.accountId === season.account['clerk-A'])
    expect(own?.body).toMatchObject({ isBound: true })
  })

  test('leaves the work to the instance that holds the lease', async () => {
    await go('2024-03-15T01:00:00Z')
    expect(await beat(season.system, 'two')).toMatchObject({ isHolder: false })
  })

  test('of an instance that has died is taken over within a minute, even if its clock ran ahead', async () => {
    await go('2024-03-15T01:00:00Z')
    season.clock.set('2024-03-15T01:00:45Z')
    expect(await beat(season.system, 'two')).toMatchObject({ isHolder: true })
    season.clock.set('2024-03-18T01:00:00Z')
    expect(await beat(season.system, 'three')).toMatchObject({ isHolder: true })
    season.clock.set('2024-03-15T01:02:00Z')
    expect(await beat(season.system, 'four')).toMatchObject({ isHolder: true })
  })

  test('two beats at one instant tell nothing twice', async () => {
    season.clock.set('2024-03-15T01:00:00Z')
    await Promise.allSettled([beat(season.system, 'one'), beat(season.system, 'one')])
    await go('2024-03-15T01:05:00Z')
    const keys = (await store.prisma.reminder.findMany()).map(row => `${row.obligationId}${row.personId}${row.step}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(await messages()).toHaveLength(2)
  })

  test('asks the ledger what became of the messages', async () => {
    await go('2024-03-15T01:00:00Z')
    await deliverAll(season)
    await go('2024-03-15T01:01:00Z')
    expect((await ledger('clerk-A')).map(row => row.state)).toEqual(['SUPERSEDED', 'SENT'])
  })

  test('tells the head when the focal point was told, not when they answered', async () => {
    await go('2024-03-22T01:00:00Z')
    await deliverAll(season)
    await go('2024-03-22T01:01:00Z')
    const where = { personId: season.person['clerk-A'] ?? '', state: 'SENT' as const }
    await store.prisma.reminder.updateMany({
      where,
      data: { state: 'ACKNOWLEDGED', at: new Date('2024-03-25T03:00:00Z') },
    })
    await go('2024-03-26T01:00:00Z')
    const ofHead = (await messages()).filter(row => row.accountId === season.account['head-A']).at(-1)
    expect(JSON.stringify(ofHead?.body)).toContain('Đã nhắc: clerk-A (22/03)')
  })

  test('after a week of silence sends the newest step only', async () => {
    await go('2024-03-15T01:00:00Z')
    await deliverAll(season)
    await go('2024-03-28T02:30:00Z')
    expect((await ledger('clerk-A')).map(row => `${row.step} ${row.state}`)).toEqual([
      '-30@2024-03-31 SUPERSEDED',
      '-14@2024-03-31 SENT',
      '-7@2024-03-31 SUPERSEDED',
      '-3@2024-03-31 SUPERSEDED',
      '-1@2024-03-31 QUEUED',
    ])
  })

  test('after a Monday without the system heads have their weekly list on Tuesday, once', async () => {
    await go('2024-03-22T01:00:00Z')
    const lists = async () => {
      const all = await messages()
      return all.filter(
        row => row.accountId === season.account['head-A'] && JSON.stringify(row.body).includes('trong tuần'),
      )
    }
    expect(await lists()).toHaveLength(0)
    await go('2024-03-26T01:00:00Z')
    const after = await lists()
    await go('2024-03-27T01:00:00Z')
    expect(await lists()).toHaveLength(after.length)
    expect((await messages()).some(row => row.dedupeKey.endsWith(':2024-03-26:morning'))).toBe(true)
  })
})

describe('what is handed in', () => {
  const meet = (unit: string, at: string) =>
    inTransaction(store.prisma, async tx => {
      const id = season.obligation[unit] ?? ''
      await tx.obligation.update({ where: { id }, data: { state: 'MET' } })
      await cancelFor(tx, [id], 'met', new Date(at))
    })

  test('takes back a reminder that waits in the outbox, and nothing more is said of it', async () => {
    await go('2024-03-22T01:00:00Z')
    await meet('A', '2024-03-22T01:00:30Z')
    const rows = await ledger('clerk-A')
    expect(rows.at(-1)).toMatchObject({ state: 'CANCELLED', why: 'met' })
    const row = (await messages()).find(message => message.dedupeKey === rows.at(-1)?.outboxKey)
    expect(row).toMatchObject({ state: 'EXPIRED', why: 'met' })
    for (const day of ['26', '28', '29']) {
      await deliverAll(season)
      await go(`2024-03-${day}T01:00:00Z`)
    }
    expect(
      (await messages()).filter(message => message.accountId === season.account['clerk-A'] && message.state === 'SENT'),
    ).toHaveLength(0)
    expect(
      (await messages()).filter(message => message.accountId === season.account['clerk-B']).length,
    ).toBeGreaterThan(2)
  })

  test('of an overview taken back with it, the rest is written anew the same morning', async () => {
    await go('2024-04-08T01:00:00Z')
    const ofOfficer = async () =>
      (await messages()).filter(row => row.accountId === season.account.officer && row.state === 'QUEUED')
    expect(JSON.stringify((await ofOfficer()).map(row => row.body))).toContain('Quá hạn: 2 việc của 2 đơn vị')
    await meet('A', '2024-04-08T01:00:30Z')
    expect(await ofOfficer()).toHaveLength(0)
    await go('2024-04-08T01:01:00Z')
    const [written, ...others] = await ofOfficer()
    expect(JSON.stringify(written?.body)).toContain('Quá hạn: 1 việc của 1 đơn vị')
    await go('2024-04-08T01:02:00Z')
    expect([...others, ...(await ofOfficer())]).toHaveLength(1)
  })

  test('what a channel was given already is recorded as sent', async () => {
    await go('2024-03-22T01:00:00Z')
    await store.prisma.outbox.updateMany({ data: { state: 'SENDING' } })
    await meet('A', '2024-03-22T01:00:30Z')
    await store.prisma.outbox.updateMany({ data: { state: 'SENT', sentAt: new Date('2024-03-22T01:00:31Z') } })
    await go('2024-03-22T01:01:00Z')
    expect((await ledger('clerk-A')).at(-1)?.state).toBe('SENT')
  })
})

describe('who cannot be reached', () => {
  test('is recorded as such, and the head is told instead', async () => {
    await store.prisma.account.update({ where: { id: season.account['clerk-A'] ?? '' }, data: { state: 'INACTIVE' } })
    await go('2024-03-22T01:00:00Z')
    expect((await ledger('clerk-A')).at(-1)).toMatchObject({ state: 'UNREACHABLE', why: 'noAccount' })
    expect((await ledger('head-A')).at(-1)).toMatchObject({ step: '-7@2024-03-31', state: 'QUEUED' })
  })

  test('who has been silent on Zalo for too long is known as such beforehand; with a template there is a way', async () => {
    const accountId = season.account['clerk-A'] ?? ''
    await store.prisma.account.update({ where: { id: accountId }, data: { channel: 'zalo-oa' } })
    await store.prisma.conversation.update({
      where: { accountId },
      data: { lastInboundAt: new Date('2024-03-10T01:00:00Z') },
    })
    await go('2024-03-22T01:00:00Z')
    expect((await ledger('clerk-A')).at(-1)).toMatchObject({ state: 'UNREACHABLE', why: 'outsideWindow' })
    expect((await ledger('head-A')).at(-1)).toMatchObject({ step: '-7@2024-03-31', state: 'QUEUED' })
    await keepZaloRules(store.prisma, { mayPay: false, hasTemplate: true })
    await go('2024-03-26T01:00:00Z')
    const row = (await ledger('clerk-A')).at(-1)
    expect(row).toMatchObject({ step: '-3@2024-03-31', state: 'QUEUED' })
    const message = (await messages()).find(one => one.dedupeKey === row?.outboxKey)
    expect(message?.body).toMatchObject({ message: { brief: { due: '31/03/2024' } } })
  })

  test('a block that shows while sending hands over to the head at the next beat', async () => {
    await go('2024-03-22T01:00:00Z')
    const account = season.account['clerk-A'] ?? ''
    await store.prisma.outbox.updateMany({ where: { accountId: account }, data: { state: 'UNREACHABLE' } })
    await store.prisma.account.update({ where: { id: account }, data: { state: 'INACTIVE' } })
    await go('2024-03-22T01:01:00Z')
    expect((await ledger('clerk-A')).at(-1)?.state).toBe('UNREACHABLE')
    expect((await ledger('head-A')).at(-1)?.state).toBe('QUEUED')
  })

  test('of a channel that is closed for now the ledger keeps the reason, and the account stays', async () => {
    await go('2024-03-22T01:00:00Z')
    const accountId = season.account['clerk-A'] ?? ''
    await store.prisma.outbox.updateMany({
      where: { accountId },
      data: { state: 'UNREACHABLE', why: 'outsideWindow' },
    })
    await go('2024-03-22T01:01:00Z')
    expect((await ledger('clerk-A')).at(-1)).toMatchObject({ state: 'UNREACHABLE', why: 'outsideWindow', way: null })
  })

  test('the ledger keeps which way a reminder took, and why', async () => {
    await go('2024-03-22T01:00:00Z')
    const sent = { state: 'SENT' as const, sentAt: season.clock.now() }
    const of = (name: string) => ({ accountId: season.account[name] ?? '' })
    await store.prisma.outbox.updateMany({
      where: of('clerk-A'),
      data: { ...sent, way: 'zbsUser', why: 'outsideWindow' },
    })
    await store.prisma.outbox.updateMany({ where: of('clerk-B'), data: sent })
    await go('2024-03-22T01:01:00Z')
    expect((await ledger('clerk-A')).at(-1)).toMatchObject({ state: 'SENT', way: 'zbsUser', why: 'outsideWindow' })
    expect((await ledger('clerk-B')).at(-1)).toMatchObject({ state: 'SENT', way: 'web', why: null })
  })

  test('a second channel is tried the same day', async () => {
    await go('2024-03-22T01:00:00Z')
    const personId = season.person['clerk-A'] ?? ''
    const second = 'ffffffff-0000-7000-8000-000000000001'
    const createdAt = new Date('2024-03-01T00:00:00Z')
    await store.prisma.account.create({
      data: { id: second, channel: 'telegram', externalId: 'x', personId, createdAt },
    })
    await store.prisma.conversation.create({ data: { accountId: second } })
    const first = season.account['clerk-A'] ?? ''
    await store.prisma.outbox.updateMany({ where: { accountId: first }, data: { state: 'UNREACHABLE' } })
    await store.prisma.account.update({ where: { id: first }, data: { state: 'INACTIVE' } })
    await go('2024-03-22T01:01:00Z')
    expect((await messages()).filter(message => message.accountId === second)).toHaveLength(1)
    expect((await ledger('clerk-A')).at(-1)?.state).toBe('QUEUED')
  })

  test('what a channel could not send in its day is told anew on the next', async () => {
    await go('2024-03-22T01:00:00Z')
    await store.prisma.outbox.updateMany({ data: { state: 'EXPIRED', why: 'time' } })
    await go('2024-03-25T01:00:00Z')
    expect((await ledger('clerk-A')).at(-1)).toMatchObject({ step: '-7@2024-03-31', state: 'QUEUED' })
  })
})
