import { afterAll, beforeAll, expect, it } from 'vitest'
import { findRecord, lockPresent, lockRecord, nextNumber, versionOf } from '../../src/records/store.ts'
import { inTransaction, type Tx } from '../../src/store/transaction.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

const keyed = { ...toy, key: ({ nth }: { nth?: unknown }) => `khóa ${nth}` }
const elsewhere = '00000000-0000-4000-8000-000000000000'

let world: ToyWorld
let id: string
let other: string
beforeAll(async () => {
  world = await toyWorld()
  id = await world.handIn('Đầu mối P1', { title: 'Xe gỗ', params: { nth: 1 } }, keyed)
  other = await world.handIn('Đầu mối P1', { title: 'Diều', params: { nth: 2 } }, keyed)
})
afterAll(() => world.close())

const inTx = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(world.store.prisma, work)
const isLocked = async (tx: Tx, of: string) => {
  const [row] = await tx.$queryRaw<{ isLocked: boolean }[]>`
    SELECT xmax::text = pg_current_xact_id()::xid::text AS "isLocked" FROM record WHERE id = ${of}::uuid`
  return row?.isLocked
}
const locksHeld = async (tx: Tx) =>
  tx.$queryRaw<
    { objid: number }[]
  >`SELECT objid::int8 AS objid FROM pg_locks WHERE locktype = 'advisory' ORDER BY objid`
const heldAfter = (work: (tx: Tx) => Promise<unknown>) =>
  inTx(async tx => {
    await work(tx)
    return locksHeld(tx)
  })

it('a record is found by its id in its campaign and kind, and by nothing that is no id', async () => {
  const find = (of: string, campaign = world.campaign.id, kind = 'toy') =>
    inTx(tx => findRecord(tx, campaign, kind, of))
  expect(await find(id)).toMatchObject({ id, title: 'Xe gỗ' })
  expect(await find(elsewhere)).toBeNull()
  expect([await find(id, elsewhere), await find(id, undefined, 'launch')]).toEqual([null, null])
  const [start = '', ...groups] = id.split('-')
  const none = [
    '',
    'x',
    `${id}0`,
    `0${id}`,
    id.slice(1),
    id.toUpperCase().replace(/^./, 'G'),
    [start, ...groups.slice(1)].join('-'),
  ]
  for (const of of none)
    expect([of, await find(of), await inTx(tx => lockRecord(tx, world.campaign.id, of))]).toEqual([of, null, null])
})

it('it is locked until the transaction ends, and only in its own campaign given', async () => {
  await inTx(async tx => {
    expect(await isLocked(tx, other)).toBe(false)
    expect(await lockRecord(tx, world.campaign.id, other)).toMatchObject({ id: other, title: 'Diều' })
    expect([await isLocked(tx, other), await isLocked(tx, id)]).toEqual([true, false])
    expect(await lockRecord(tx, elsewhere, other)).toBeNull()
  })
})

it('those that are meant are found by id, or by key within their kind, and locked; the others are nobody’s', async () => {
  const present = (meant: Parameters<typeof lockPresent>[3], campaign = world.campaign.id, kind = 'toy') =>
    inTx(async tx => (await lockPresent(tx, campaign, kind, meant)).map(({ title }) => title).sort())
  const byId = (of: string | null, key: string | null = null) => ({ id: of, key })
  expect(await present([byId(id)])).toEqual(['Xe gỗ'])
  expect(await present([byId(null, 'khóa 2')])).toEqual(['Diều'])
  expect(await present([byId(null, 'khóa 1'), byId(other, 'khóa 1')])).toEqual(['Diều', 'Xe gỗ'])
  // Whose id is told is not looked for by its key.
  expect(await present([byId(other, 'khóa 1')])).toEqual(['Diều'])
  expect(await present([byId('x', 'khóa 1'), byId(null), byId(elsewhere), byId(null, 'khóa 3')])).toEqual([])
  expect(await present([])).toEqual([])
  expect([await present([byId(id)], elsewhere), await present([byId(null, 'khóa 1')], undefined, 'launch')]).toEqual([
    ...[[], []],
  ])
  await world.store.prisma.record.update({ where: { id: other }, data: { title: 'Diều giấy' } })
  await inTx(async tx => {
    await lockPresent(tx, world.campaign.id, 'toy', [byId(null, 'khóa 2')])
    expect([await isLocked(tx, other), await isLocked(tx, id)]).toEqual([true, false])
  })
})

it('who begins one of a key holds that key, of its kind and campaign, also where there is none yet', async () => {
  const meant = (...keys: (string | null)[]) => keys.map(key => ({ id: null, key }))
  const holding = (keys: (string | null)[], kind = 'toy', campaign = world.campaign.id) =>
    heldAfter(tx => lockPresent(tx, campaign, kind, meant(...keys)))
  const one = await holding(['khóa 9'])
  expect(one).toHaveLength(1)
  expect(await holding(['khóa 9', null, 'khóa 8'])).toHaveLength(2)
  expect(await holding([null])).toEqual([])
  for (const differing of [
    await holding(['khóa 8']),
    await holding(['khóa 9'], 'launch'),
    await holding(['khóa 9'], 'toy', elsewhere),
  ]) {
    expect(differing).toHaveLength(1)
    expect(differing).not.toEqual(one)
  }
  expect(await heldAfter(tx => lockPresent(tx, world.campaign.id, 'toy', [{ id, key: 'khóa 9' }]))).toEqual([])
})

it('numbers of a kind go on from the highest in the campaign, one after the other', async () => {
  const next = (campaign = world.campaign.id, kind = toy) => inTx(tx => nextNumber(tx, campaign, kind))
  expect(await next()).toBe(3)
  await world.store.prisma.record.update({ where: { id }, data: { number: 41 } })
  expect([await next(), await next(world.campaign.id, { ...toy, name: 'launch' }), await next(elsewhere)]).toEqual([
    42, 1, 1,
  ])
  const [toys, launches] = [
    await heldAfter(tx => nextNumber(tx, world.campaign.id, toy)),
    await heldAfter(tx => nextNumber(tx, world.campaign.id, { ...toy, name: 'launch' })),
  ]
  expect([toys.length, launches.length]).toEqual([1, 1])
  expect(toys).not.toEqual(launches)
})

it('a version is that of its record and number, and it is a fault where there is none', async () => {
  expect(await inTx(tx => versionOf(tx, other, 1))).toMatchObject({ recordId: other, version: 1 })
  await expect(inTx(tx => versionOf(tx, other, 2))).rejects.toThrow()
})
