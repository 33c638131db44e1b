import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { System } from '../../src/intake/system.ts'
import { markHandedIn, markReopened } from '../../src/obligations/hand-in.ts'
import type { HandedItem } from '../../src/obligations/met-by.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'

let store: Store
let system: System
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store)
})
afterAll(() => store.close())
beforeEach(() =>
  store.prisma.obligation.updateMany({
    where: { OR: [{ state: { not: 'OPEN' } }, { returnedOn: { not: null } }] },
    data: { state: 'OPEN', isLate: false, metAt: null, returnedOn: null },
  }),
)

const now = new Date('2024-04-02T02:00:00Z')
const launch: HandedItem = { kind: 'launchDocument' }
const money: HandedItem = { kind: 'target', code: 'C14', period: '2024-04' }

async function hand(
  item: HandedItem,
  sentOn: string,
  stage: 'WITH_HEAD' | 'MET' = 'MET',
  more: { others?: Set<string>; recordId?: string } = {},
) {
  const campaign = await system.campaign(store.prisma)
  const { others, ...record } = more
  const handing = { unitCode: 'UB-P-VD', items: [{ item, ...record }], stage, ...(others ? { others } : {}) }
  return inTransaction(store.prisma, tx => markHandedIn(tx, campaign, handing, now, Temporal.PlainDate.from(sentOn)))
}
async function reopen(item: HandedItem, unitCode = 'UB-P-VD', recordId = newId(now)) {
  const campaign = await system.campaign(store.prisma)
  const what = { unitCode, item, recordId }
  return inTransaction(store.prisma, tx => markReopened(tx, campaign, what, '2024-05-06'))
}
const rows = (dutyCode: string) =>
  store.prisma.obligation.findMany({
    where: { dutyCode, unitCode: 'UB-P-VD' },
    orderBy: { period: 'asc' },
    select: { period: true, state: true, isLate: true, metAt: true, returnedOn: true },
  })
const met = { state: 'MET', isLate: false, metAt: now, returnedOn: null }
const open = { state: 'OPEN', isLate: false, metAt: null, returnedOn: null }

it('what is sent on its last day is not late, and is of its unit alone', async () => {
  expect(await hand(launch, '2024-03-31')).toMatchObject({
    isLate: false,
    obligations: [{ dutyCode: 'D02', dueOn: '2024-03-31', state: 'MET' }],
  })
  expect(await rows('D02')).toEqual([{ period: '', ...met }])
  expect(await store.prisma.obligation.count({ where: { state: { not: 'OPEN' } } })).toBe(1)
})

it('late is judged by the day on which it was sent, and stays', async () => {
  expect((await hand(launch, '2024-04-01')).isLate).toBe(true)
  await reopen(launch)
  await hand(launch, '2024-03-30')
  expect(await rows('D02')).toEqual([{ period: '', ...met, isLate: true }])
})

it('nobody is late for the correction of what was in time', async () => {
  await hand(launch, '2024-03-30')
  await reopen(launch)
  expect(await hand(launch, '2024-04-05')).toMatchObject({ isLate: false, obligations: [{ isLate: false }] })
  expect(await rows('D02')).toEqual([{ period: '', ...met }])
})

it('with the head it is not met; then it is', async () => {
  expect(await hand(launch, '2024-04-01', 'WITH_HEAD')).toMatchObject({
    isLate: true,
    obligations: [{ state: 'WITH_HEAD' }],
  })
  expect(await rows('D02')).toEqual([{ period: '', ...open, state: 'WITH_HEAD' }])
  await hand(launch, '2024-03-31')
  expect(await rows('D02')).toEqual([{ period: '', ...met }])
})

it('what was met is not met again, and keeps when it first was', async () => {
  await hand(launch, '2024-03-20')
  expect((await hand(launch, '2024-03-21')).obligations).toEqual([])
  const [id] = await reopen(launch)
  await store.prisma.obligation.update({ where: { id: id ?? '' }, data: { metAt: new Date('2024-03-20T03:00:00Z') } })
  await hand(launch, '2024-03-21')
  expect(await rows('D02')).toEqual([{ period: '', ...met, metAt: new Date('2024-03-20T03:00:00Z') }])
})

it('a return opens it again until the day that it names, from the head too, and nothing that is open', async () => {
  expect(await reopen(launch)).toEqual([])
  await hand(launch, '2024-03-20', 'WITH_HEAD')
  expect(await reopen(launch)).toHaveLength(1)
  expect(await rows('D02')).toEqual([{ period: '', ...open, returnedOn: '2024-05-06' }])
  await hand(launch, '2024-03-20')
  expect(await reopen(launch, 'UB-NV')).toEqual([])
  expect(await reopen(launch)).toHaveLength(1)
})

it('a figure meets its period and no other; one sum of disbursement meets both thresholds', async () => {
  expect(await hand(money, '2024-04-30')).toMatchObject({ isLate: false, obligations: [{ dutyCode: 'D09M' }] })
  const months = await rows('D09M')
  expect(months.filter(({ state }) => state === 'MET').map(({ period }) => period)).toEqual(['2024-04'])
  expect(await reopen({ ...money, period: '2024-05' })).toEqual([])
  expect(await reopen(money)).toHaveLength(1)
  expect((await rows('D09M')).map(({ state }) => state)).toEqual(months.map(() => 'OPEN'))
})

it('a duty of many targets is met by the last of them', async () => {
  expect((await hand({ kind: 'target', code: 'C07', period: '2024-Q2' }, '2024-06-20')).obligations).toEqual([])
  expect(new Set((await rows('D09')).map(({ state }) => state))).toEqual(new Set(['OPEN']))
  const where = { dutyCode: 'D09', unitCode: 'UB-P-VD', period: '2024-Q2' }
  const { targets } = await store.prisma.obligation.findFirstOrThrow({ where })
  const last = async (others: readonly string[]) =>
    (await hand({ kind: 'target', code: 'C07', period: '2024-Q2' }, '2024-06-20', 'MET', { others: new Set(others) }))
      .obligations
  const [one, ...rest] = targets.filter(code => code !== 'C07')
  expect([targets.includes('C07'), typeof one]).toEqual([true, 'string'])
  expect(await last(rest)).toEqual([])
  expect(await last([one ?? '', ...rest])).toMatchObject([{ dutyCode: 'D09', state: 'MET' }])
})

it('of what holds the same sum for another threshold one report serves both', async () => {
  const where = { dutyCode: 'D09', unitCode: 'UB-P-VD', period: '2024-Q2' }
  const { id, targets } = await store.prisma.obligation.findFirstOrThrow({ where })
  await store.prisma.obligation.update({ where: { id }, data: { targets: ['C07', 'C14'] } })
  const item: HandedItem = { kind: 'target', code: 'C07', period: '2024-Q2' }
  const metWith = async (other: string) =>
    (await hand(item, '2024-06-20', 'MET', { others: new Set([other]) })).obligations.map(({ dutyCode }) => dutyCode)
  expect(await metWith('C04')).toEqual([])
  expect(await metWith('C13')).toEqual(['D09'])
  await store.prisma.obligation.update({ where: { id }, data: { targets } })
})

it('what meets several duties is late when one of them is, and a return opens what it had met and nothing else', async () => {
  const whole = { dutyCode: 'D03', unitCode: 'UB-P-VD' }
  const { id, dueOn } = await store.prisma.obligation.findFirstOrThrow({ where: whole })
  await store.prisma.obligation.update({ where: { id }, data: { dueOn: '2024-04-15' } })
  const { isLate, obligations } = await hand(money, '2024-04-20')
  expect(isLate).toBe(true)
  expect(Object.fromEntries(obligations.map(one => [one.dutyCode, one.isLate]))).toEqual({ D03: true, D09M: false })
  await store.prisma.obligation.update({ where: { id }, data: { dueOn } })
  await hand(launch, '2024-03-20')
  expect(await reopen(launch)).toHaveLength(1)
  expect(await store.prisma.obligation.count({ where: { state: 'MET' } })).toBe(2)
})

it('what went on with another unit is opened again by the record that had met it', async () => {
  const { id: campaignId } = await system.campaign(store.prisma)
  const [authorId, recordId] = [newId(now), newId(now)]
  await store.prisma.person.create({ data: { id: authorId, fullName: 'A', givenName: 'A', createdAt: now } })
  await store.prisma.record.create({
    data: {
      ...{ id: recordId, kind: 'launch', campaignId, unitCode: 'UB-NV', authorId, number: 1, code: 'PD-001' },
      ...{ state: 'SENT', version: 1, passedVersion: 1, title: '', topic: '', period: '', searchText: '' },
      ...{ sentAt: now, receivedAt: now },
    },
  })
  const { obligations } = await hand(launch, '2024-03-20', 'MET', { recordId })
  expect(obligations).toMatchObject([{ recordId }])
  expect(await reopen(launch, 'UB-NV')).toEqual([])
  expect(await reopen(launch, 'UB-NV', recordId)).toHaveLength(1)
  // What is no record leaves the one that is known.
  expect((await hand(launch, '2024-03-20')).obligations).toMatchObject([{ recordId: null }])
  expect(await reopen(launch, 'UB-NV', recordId)).toHaveLength(1)
})

it('what a check has found is met check by check', async () => {
  const { id: campaignId } = await system.campaign(store.prisma)
  const base = { campaignId, unitCode: 'UB-P-VD', dutyCode: 'S05', dueOn: '2024-07-01', opensOn: '2024-03-15' }
  await store.prisma.obligation.createMany({
    data: ['CK-001', 'CK-002'].map(period => ({ ...base, id: newId(now), period, remindBy: '2024-07-01' })),
  })
  await hand({ kind: 'checkRemedy', check: 'CK-002' }, '2024-06-01')
  expect((await rows('S05')).map(({ period, state }) => [period, state])).toEqual([
    ['CK-001', 'OPEN'],
    ['CK-002', 'MET'],
  ])
  expect(await reopen({ kind: 'checkRemedy', check: 'CK-001' })).toEqual([])
})
