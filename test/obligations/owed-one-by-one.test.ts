import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Duty } from '../../src/campaign/duty.ts'
import { dutiesGoOn, dutyRows } from '../../src/obligations/go-on.ts'
import { type OwedOne, oweOne } from '../../src/obligations/owe-one.ts'
import { type OwedItem, settleItems } from '../../src/obligations/settle-items.ts'
import { newId } from '../../src/store/new-id.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'

const [now, later] = [new Date('2024-04-02T02:00:00Z'), new Date('2024-05-02T02:00:00Z')]

const perItem: Duty = {
  ...{ code: 'L01', name: 'L01', owedBy: { kind: 'every' }, target: 'C04', metBy: { kind: 'initiative' } },
  ...{ due: { kind: 'perItem' }, legalText: '', opensDaysBefore: null, ladder: 'default', isVoluntary: false },
  section: 'II.2',
}

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', { plan: { duties: [perItem] } })
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.store.prisma.obligation.deleteMany()
  await world.store.prisma.record.deleteMany()
})

const stored = () =>
  world.store.prisma.obligation.findMany({ orderBy: [{ dueOn: 'asc' }, { period: 'asc' }, { unitCode: 'asc' }] })
const isNothing = { met: [], withHead: [], withdrawn: [], changed: [] }

/** A list of a unit, for what it is owed by. */
async function list(number: number): Promise<string> {
  const authorId = world.idOf('Đầu mối') || (await world.join('Đầu mối', 'CLERK', 'P1'))
  const id = newId(now)
  const at = { sentAt: now, receivedAt: now }
  await world.store.prisma.record.create({
    data: {
      ...{ id, kind: 'list', campaignId: world.campaign.id, unitCode: 'P1', authorId, number, code: `L-${number}` },
      ...{ state: 'SENT', version: 1, passedVersion: 1, title: '', topic: 'C04', period: '', searchText: '', ...at },
    },
  })
  return id
}

describe('what is owed item by item', () => {
  // A Saturday and a Friday.
  const first: OwedItem = {
    ...{ key: 'a', about: 'Rà soát', dueOn: '2024-06-29', opensOn: '2024-03-15', state: 'OPEN', doneOn: null },
  }
  const second: OwedItem = { ...first, key: 'b', about: 'Thay thế', dueOn: '2024-07-05' }

  const settle = (recordId: string, items: readonly OwedItem[], at = now, unitCode = 'P1') =>
    inTransaction(world.store.prisma, tx =>
      settleItems(tx, world.campaign, { unitCode, dutyCode: 'L01', target: 'C04', recordId, items }, at),
    )

  it('is a row an item, with the days of the item; a list that is the same changes nothing', async () => {
    const recordId = await list(1)
    const settled = await settle(recordId, [first, second])
    const rows = await stored()
    expect(settled).toEqual({ ...isNothing, changed: rows.map(({ id }) => id) })
    expect(rows).toMatchObject([
      {
        ...{ unitCode: 'P1', dutyCode: 'L01', period: 'a', targets: ['C04'], about: 'Rà soát', state: 'OPEN' },
        ...{ dueOn: '2024-06-29', remindBy: '2024-06-28', opensOn: '2024-03-15', isLate: false, metAt: null, recordId },
      },
      { period: 'b', about: 'Thay thế', dueOn: '2024-07-05', remindBy: '2024-07-05' },
    ])
    expect(await settle(recordId, [first, second])).toEqual(isNothing)
    expect(await stored()).toEqual(rows)
  })

  it('follows another day, other words, what is done, and what is done no longer', async () => {
    const recordId = await list(1)
    await settle(recordId, [first])
    const [{ id } = { id: '' }] = await stored()
    expect(await settle(recordId, [{ ...first, dueOn: '2024-06-30' }])).toEqual({ ...isNothing, changed: [id] })
    const words = { ...first, dueOn: '2024-06-30', about: 'Bãi bỏ' }
    expect(await settle(recordId, [words])).toEqual({ ...isNothing, changed: [id] })
    expect(await settle(recordId, [{ ...first, state: 'WITH_HEAD' }])).toEqual({ ...isNothing, withHead: [id] })
    expect(await stored()).toMatchObject([{ state: 'WITH_HEAD', isLate: false, metAt: null }])
    await world.store.prisma.obligation.updateMany({ data: { returnedOn: '2024-06-20' } })
    const done = { ...first, state: 'MET' as const }
    expect(await settle(recordId, [done])).toEqual({ ...isNothing, met: [id] })
    expect(await stored()).toMatchObject([{ state: 'MET', isLate: false, metAt: now, returnedOn: null }])
    expect(await settle(recordId, [{ ...first, dueOn: '2024-06-30' }])).toEqual({ ...isNothing, changed: [id] })
    expect(await stored()).toMatchObject([{ state: 'OPEN', metAt: now }])
  })

  it('is late by the day of doing, and keeps when it was first met', async () => {
    const recordId = await list(1)
    const done = (doneOn: string | null): OwedItem => ({ ...first, state: 'MET', doneOn })
    await settle(recordId, [done('2024-06-29')])
    expect(await stored()).toMatchObject([{ isLate: false, metAt: now }])
    const [{ id } = { id: '' }] = await stored()
    expect(await settle(recordId, [done('2024-06-30')], later)).toEqual({ ...isNothing, met: [id] })
    expect(await stored()).toMatchObject([{ isLate: true, metAt: now }])
    expect(await settle(recordId, [done(null)], later)).toEqual({ ...isNothing, met: [id] })
    expect(await stored()).toMatchObject([{ isLate: false }])
  })

  it('is withdrawn with its item, once, and owed again with it', async () => {
    const recordId = await list(1)
    await settle(recordId, [first, second])
    const [one, other] = (await stored()).map(({ id }) => id)
    expect(await settle(recordId, [second])).toEqual({ ...isNothing, withdrawn: [one] })
    expect((await stored()).map(({ state }) => state)).toEqual(['WITHDRAWN', 'OPEN'])
    expect(await settle(recordId, [second])).toEqual(isNothing)
    expect(await settle(recordId, [first, second])).toEqual({ ...isNothing, changed: [one] })
    expect(new Set((await settle(recordId, [])).withdrawn)).toEqual(new Set([one, other]))
  })

  it('stays with its list and its unit, wherever another list of the unit names the same', async () => {
    const [one, other] = [await list(1), await list(2)]
    await settle(one, [first])
    await world.store.prisma.obligation.updateMany({ data: { unitCode: 'P2' } })
    await settle(one, [first, second], now, 'P1')
    expect((await stored()).map(({ unitCode }) => unitCode)).toEqual(['P2', 'P2'])
    await settle(other, [first])
    expect((await stored()).map(({ unitCode, recordId }) => [unitCode, recordId === other])).toEqual([
      ...[
        ['P1', true],
        ['P2', false],
        ['P2', false],
      ],
    ])
  })
})

describe('one thing that is owed by itself', () => {
  const of = { unitCode: 'P1', dutyCode: 'S05', period: 'CK-001' }
  // A Sunday.
  const owed: OwedOne = { about: 'Khắc phục', dueOn: '2024-06-30', opensOn: '2024-03-15' }
  const owe = (what: OwedOne | null, of_: Partial<typeof of> = {}) =>
    inTransaction(world.store.prisma, tx => oweOne(tx, world.campaign, { ...of, ...of_ }, what, now))

  it('is owed by its day, and the same again changes nothing', async () => {
    expect(await owe(null)).toBeNull()
    expect(await stored()).toEqual([])
    const id = await owe(owed)
    expect(await stored()).toMatchObject([{ id, ...of, ...owed, remindBy: '2024-06-28', targets: [], state: 'OPEN' }])
    expect(await owe(owed)).toBeNull()
  })

  it('follows another day, other words, another unit, and stays where it stood', async () => {
    const id = await owe(owed)
    await world.store.prisma.obligation.updateMany({ data: { state: 'WITH_HEAD' } })
    for (const change of [{ dueOn: '2024-07-31' }, { about: 'Khắc phục ngay' }])
      expect([await owe({ ...owed, ...change }), await owe(owed)]).toEqual([id, id])
    expect(await owe(owed, { unitCode: 'P2' })).toBe(id)
    expect(await stored()).toMatchObject([{ unitCode: 'P2', state: 'WITH_HEAD', ...owed }])
  })

  it('is withdrawn once, and owed again with what was set; what is met stays', async () => {
    const id = await owe(owed)
    expect(await owe(null)).toBe(id)
    expect(await owe(null)).toBeNull()
    expect(await stored()).toMatchObject([{ state: 'WITHDRAWN' }])
    expect(await owe(owed)).toBe(id)
    expect(await stored()).toMatchObject([{ state: 'OPEN' }])
    await world.store.prisma.obligation.updateMany({ data: { state: 'MET' } })
    for (const what of [null, owed, { ...owed, dueOn: '2024-07-31' }]) expect(await owe(what)).toBeNull()
    expect(await stored()).toMatchObject([{ state: 'MET', dueOn: '2024-06-30' }])
  })

  it('is found by its duty and its period', async () => {
    await owe(owed)
    await owe(owed, { period: 'CK-002' })
    await owe(owed, { dutyCode: 'S06' })
    expect((await stored()).map(({ dutyCode, period }) => `${dutyCode} ${period}`).sort()).toEqual([
      ...['S05 CK-001', 'S05 CK-002', 'S06 CK-001'],
    ])
  })
})

describe('what falls due after a unit has ended', () => {
  const owe = (unitCode: string, state: 'OPEN' | 'WITH_HEAD' | 'MET' | 'WITHDRAWN', more: object = {}) => {
    const id = newId(now)
    const base = { targets: [], dueOn: '2024-07-02', opensOn: '2024-03-15', remindBy: '2024-07-02', period: '' }
    const data = { id, campaignId: world.campaign.id, unitCode, dutyCode: 'D02', state, ...base, ...more }
    return world.store.prisma.obligation.create({ data })
  }
  const goOn = (from = ['P1', 'P2']) =>
    inTransaction(world.store.prisma, tx =>
      dutiesGoOn(tx, world.campaign.id, world.campaign.plan, { from, to: 'TCKH', lastDay: '2024-07-01' }),
    )
  const unitOf = async ({ id }: { id: string }) =>
    (await world.store.prisma.obligation.findUniqueOrThrow({ where: { id } })).unitCode

  it('goes on with the unit that follows: the same row; what fell due before and what hangs on a list stays', async () => {
    const row = await owe('P1', 'OPEN')
    const before = await owe('P1', 'OPEN', { period: 'before', dueOn: '2024-07-01' })
    const item = await owe('P1', 'OPEN', { dutyCode: 'L01' })
    const withdrawn = await owe('P1', 'WITHDRAWN', { period: 'withdrawn' })
    const others = await owe('NV', 'OPEN')
    expect(await goOn()).toEqual([])
    expect(await Promise.all([row, before, item, withdrawn, others].map(unitOf))).toEqual([
      ...['TCKH', 'P1', 'P1', 'P1', 'NV'],
    ])
  })

  it('of several it is the open one, in their order; by duty and by period', async () => {
    const [met, open] = [await owe('P1', 'MET'), await owe('P2', 'OPEN')]
    const [one, other] = [await owe('P1', 'OPEN', { period: 'x' }), await owe('P2', 'OPEN', { period: 'x' })]
    const [withHead, done] = [
      await owe('P2', 'WITH_HEAD', { dutyCode: 'D03' }),
      await owe('P1', 'MET', { dutyCode: 'D03' }),
    ]
    expect(new Set(await goOn())).toEqual(
      new Set([
        { from: met.id, to: open.id },
        { from: other.id, to: one.id },
        { from: done.id, to: withHead.id },
      ]),
    )
    expect(await Promise.all([met, open, one, other, withHead, done].map(unitOf))).toEqual([
      ...['P1', 'TCKH', 'TCKH', 'P2', 'TCKH', 'P1'],
    ])
  })

  it('is the open one rather than one that waits with the head', async () => {
    const [withHead, open] = [await owe('P1', 'WITH_HEAD'), await owe('P2', 'OPEN')]
    expect(await goOn()).toEqual([{ from: withHead.id, to: open.id }])
  })

  it('of units that owe the same in the same state the first that is named goes on', async () => {
    const [one, other] = [await owe('P1', 'OPEN'), await owe('P2', 'OPEN')]
    expect(await goOn(['P2', 'P1'])).toEqual([{ from: one.id, to: other.id }])
  })

  it('is joined to what the successor owes itself, which stands as it stood', async () => {
    const [own, theirs] = [await owe('TCKH', 'MET'), await owe('P1', 'OPEN')]
    expect(await goOn()).toEqual([{ from: theirs.id, to: own.id }])
    expect(await stored()).toMatchObject([
      { unitCode: 'P1', state: 'OPEN' },
      { id: own.id, state: 'MET', unitCode: 'TCKH' },
    ])
  })

  it('is taken over by the successor whose own was withdrawn, with how it stood', async () => {
    const own = await owe('TCKH', 'WITHDRAWN')
    const stands = { state: 'MET', metAt: now, isLate: true, returnedOn: '2024-06-20', recordId: await list(1) }
    const theirs = await owe('P1', 'MET', stands)
    expect(await goOn()).toEqual([{ from: theirs.id, to: own.id }])
    expect(await world.store.prisma.obligation.findUniqueOrThrow({ where: { id: own.id } })).toMatchObject(stands)
  })

  it('is kept with all its columns, so that a reorganisation can be undone; when the beat looks again follows', async () => {
    const columns = await world.store.prisma.$queryRaw<{ name: string }[]>`
      SELECT column_name AS name FROM information_schema.columns WHERE table_name = ${dutyRows.table}`
    expect(dutyRows.key).toEqual(['id'])
    expect([...dutyRows.columns, 'next_reminder_at'].sort()).toEqual(columns.map(({ name }) => name).sort())
  })
})
