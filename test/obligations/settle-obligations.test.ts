import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ActiveCampaign } from '../../src/campaign/active.ts'
import type { Duty } from '../../src/campaign/duty.ts'
import { expectedOn, overdueOn } from '../../src/obligations/overdue.ts'
import { settleObligations } from '../../src/obligations/settle-obligations.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'

const now = new Date('2024-04-02T02:00:00Z')
const unitCode = 'UB-P-VD'

let store: Store
let campaign: ActiveCampaign
/** How many rows the default plan has: all of them are owed unchanged. */
let kept: number
beforeAll(async () => {
  store = await freshEmbedded()
  campaign = await (await testSystem(store)).campaign(store.prisma)
  kept = await store.prisma.obligation.count()
})
afterAll(() => store.close())

const item: Pick<Duty, 'owedBy' | 'due' | 'legalText' | 'opensDaysBefore' | 'ladder' | 'isVoluntary' | 'section'> = {
  ...{ owedBy: { kind: 'every' }, due: { kind: 'perItem' }, legalText: '', opensDaysBefore: null, ladder: 'default' },
  ...{ isVoluntary: false, section: 'II.2' },
}
const more: Duty[] = [
  { ...item, code: 'L01', name: 'L01', metBy: { kind: 'initiative' }, target: 'C07' },
  { ...item, code: 'Z05', name: 'Z05', metBy: { kind: 'checkRemedy' }, target: null },
]

const settle = (duties: readonly Duty[] = []) =>
  inTransaction(store.prisma, tx => {
    const plan = { ...campaign.plan, duties: [...campaign.plan.duties, ...duties] }
    return settleObligations(tx, campaign.id, plan, [...campaign.units.values()], campaign.calendar, now)
  })
const counted = (change: object = {}) => ({ created: 0, redated: 0, withdrawn: 0, kept, ...change })
const launch = () => store.prisma.obligation.findFirstOrThrow({ where: { unitCode, dutyCode: 'D02' } })

it('what is owed as the plan says stays as it is', async () => {
  expect(await settle()).toEqual({ counts: counted(), withdrawn: [], changed: [] })
})

it('what another campaign owes, and what applies in it, is no concern of this one', async () => {
  const other = newId(now)
  await store.prisma.campaign.create({
    data: {
      ...{ id: other, code: 'KHÁC', year: 2023, name: 'Khác', startsOn: '2023-03-15', endsOn: '2023-12-31' },
      ...{ plan: {}, planHash: 'h', loadedAt: now, isActive: false },
    },
  })
  const days = { dueOn: '2023-06-30', opensOn: '2023-03-15', remindBy: '2023-06-30' }
  await store.prisma.obligation.create({
    data: { id: newId(now), campaignId: other, unitCode, dutyCode: 'D02', ...days },
  })
  const asked = { in: campaign.plan.duties.flatMap(({ metBy }) => ('targets' in metBy ? metBy.targets : [])) }
  const not = await store.prisma.applicability.findMany({ where: { state: 'NOT_APPLICABLE', targetCode: asked } })
  expect(not.length).toBeGreaterThan(0)
  await store.prisma.applicability.createMany({
    data: not.map(one => ({ ...one, campaignId: other, state: 'APPLIES' as const })),
  })
  expect(await settle()).toEqual({ counts: counted(), withdrawn: [], changed: [] })
  await store.prisma.applicability.deleteMany({ where: { campaignId: other } })
  await store.prisma.obligation.deleteMany({ where: { campaignId: other } })
})

it('a new row comes with all its days and targets, and lives in its campaign alone', async () => {
  const where = { unitCode, dutyCode: 'D09', period: '2024-Q2' }
  const { id, ...before } = await store.prisma.obligation.findFirstOrThrow({ where })
  await store.prisma.obligation.delete({ where: { id } })
  expect(await settle()).toEqual({
    ...{ counts: counted({ created: 1, kept: kept - 1 }), withdrawn: [], changed: [] },
  })
  expect(await store.prisma.obligation.findFirstOrThrow({ where })).toMatchObject(before)
})

it('a row moves to the day of the plan, and its reminders follow', async () => {
  const before = await launch()
  const other = { dueOn: '2024-04-30', opensOn: '2024-04-01', remindBy: '2024-04-26', targets: ['C01'] }
  await store.prisma.obligation.update({ where: { id: before.id }, data: { ...other, state: 'WITH_HEAD' } })
  expect(await settle()).toEqual({
    ...{ counts: counted({ redated: 1, kept: kept - 1 }), withdrawn: [], changed: [before.id] },
  })
  expect(await launch()).toEqual({ ...before, state: 'WITH_HEAD' })
  await store.prisma.obligation.update({ where: { id: before.id }, data: { state: 'OPEN' } })
})

it('a withdrawn one that is owed again is open, by the day of the plan', async () => {
  const before = await launch()
  const data = { state: 'WITHDRAWN' as const, dueOn: '2024-04-30' }
  await store.prisma.obligation.update({ where: { id: before.id }, data })
  expect(await settle()).toEqual({
    ...{ counts: counted({ created: 1, kept: kept - 1 }), withdrawn: [], changed: [before.id] },
  })
  expect(await launch()).toEqual(before)
})

it('what no target asks of a unit any longer is withdrawn, with a word of which', async () => {
  const targets = { unitCode, targetCode: { in: ['C13', 'C14'] } }
  await store.prisma.applicability.updateMany({ where: targets, data: { state: 'NOT_APPLICABLE' } })
  const { counts, withdrawn, changed } = await settle()
  const rows = await store.prisma.obligation.findMany({ where: { state: 'WITHDRAWN' }, orderBy: { id: 'asc' } })
  expect([...withdrawn].sort()).toEqual(rows.map(({ id }) => id))
  expect(new Set(rows.map(row => row.unitCode))).toEqual(new Set([unitCode]))
  expect(rows.length).toBeGreaterThan(0)
  expect(counts).toEqual(counted({ withdrawn: rows.length, kept: kept - rows.length }))
  expect(changed).toEqual([])
  await store.prisma.applicability.updateMany({ where: targets, data: { state: 'APPLIES' } })
  await settle()
})

it('what hangs on a list stays while its target applies to the unit; what hangs on a check stays', async () => {
  const base = { campaignId: campaign.id, unitCode, targets: [], period: '1', about: 'Việc', dueOn: '2024-07-01' }
  const data = ['L01', 'Z05'].map(dutyCode => ({
    ...{ ...base, id: newId(now), dutyCode, opensOn: '2024-03-15', remindBy: '2024-07-01' },
  }))
  await store.prisma.obligation.createMany({ data })
  const states = async () =>
    Object.fromEntries(
      (await store.prisma.obligation.findMany({ where: { about: 'Việc' } })).map(({ dutyCode, state }) => [
        dutyCode,
        state,
      ]),
    )
  expect((await settle(more)).counts).toEqual(counted())
  expect(await states()).toEqual({ L01: 'OPEN', Z05: 'OPEN' })
  const of = { unitCode, targetCode: 'C07' }
  await store.prisma.applicability.updateMany({ where: of, data: { state: 'PENDING' } })
  await settle(more)
  expect(await states()).toEqual({ L01: 'WITHDRAWN', Z05: 'OPEN' })
  await store.prisma.applicability.updateMany({ where: of, data: { state: 'APPLIES' } })
  // Of a duty that the plan has no longer nothing is owed.
  await settle()
  expect(await states()).toEqual({ L01: 'WITHDRAWN', Z05: 'WITHDRAWN' })
  await store.prisma.obligation.deleteMany({ where: { about: 'Việc' } })
})

it('is overdue what is still owed after its day, or after the day of its correction', async () => {
  expect([null, '2024-04-08'].map(returnedOn => expectedOn({ dueOn: '2024-03-31', returnedOn }))).toEqual([
    ...['2024-03-31', '2024-04-08'],
  ])
  const { id } = await launch()
  const isOverdue = async (today: string, data: object) => {
    await store.prisma.obligation.update({ where: { id }, data })
    return (await store.prisma.obligation.count({ where: { id, ...overdueOn(today) } })) === 1
  }
  const open = { state: 'OPEN', returnedOn: null }
  expect(await isOverdue('2024-03-31', open)).toBe(false)
  expect(await isOverdue('2024-04-01', open)).toBe(true)
  expect(await isOverdue('2024-04-01', { ...open, state: 'WITH_HEAD' })).toBe(true)
  expect(await isOverdue('2024-04-01', { ...open, state: 'MET' })).toBe(false)
  const returned = { ...open, returnedOn: '2024-04-08' }
  expect(await isOverdue('2024-04-08', returned)).toBe(false)
  expect(await isOverdue('2024-04-09', returned)).toBe(true)
})
