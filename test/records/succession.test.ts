import { afterAll, beforeAll, expect, it } from 'vitest'
import { openRecords, recordsComeBack, recordsGoOn, recordUnits } from '../../src/records/succession.ts'
import { Prisma } from '../../src/store/generated/client.ts'
import { keepRows, rowChanges } from '../../src/store/kept-rows.ts'
import type { Tx } from '../../src/store/transaction.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
/** By where each stands. */
let atGate: string
let waiting: string
let returned: string
let accepted: string
let ofHead: string
let ofOther: string
beforeAll(async () => {
  world = await toyWorld()
  const passed = async (name: string, title: string, unit = 'P1') => {
    const id = await world.handIn(name, { unit, title })
    await world.move(`Thủ trưởng ${unit}`, id, 'approve')
    return id
  }
  atGate = await world.handIn('Đầu mối P1', { title: 'Búp bê' })
  waiting = await passed('Đầu mối P1', 'Xe gỗ')
  returned = await passed('Đầu mối P1', 'Con quay')
  await world.move('Cán bộ', returned, 'return', { reason: 'Làm lại từ đầu' })
  accepted = await passed('Đầu mối P1', 'Bi ve')
  await world.move('Cán bộ', accepted, 'accept')
  ofHead = await world.handIn('Thủ trưởng P1', { title: 'Diều giấy' })
  ofOther = await passed('Đầu mối P2', 'Tò he', 'P2')
  // The first by id is not the first in the table.
  await world.store.prisma.record.update({ where: { id: atGate }, data: { isSample: true } })
})
afterAll(() => world.close())

const other = '00000000-0000-4000-8000-000000000000'
const unitOf = async (id: string) => (await world.stored(id)).unitCode
const units = () => Promise.all([atGate, waiting, returned, accepted, ofHead, ofOther].map(unitOf))
const goesOn = (more: { authorId?: string; ids?: readonly string[] } = {}, from = 'P1', to = 'P2') =>
  world.as('Cán bộ', ctx => recordsGoOn(ctx, [toy], { from, to, ...more }))
const comeBack = (...ids: string[]) =>
  world.as('Cán bộ', ctx =>
    recordsComeBack(
      ctx,
      ids.map(id => ({ id, from: 'P1', to: 'P2' })),
    ),
  )
/** The last move but for what a person did. */
const lastMove = async (id: string) => {
  const { moves } = await world.stored(id)
  const { action, byId, role, roleUnit, fromUnit, toUnit, from, to } = moves.at(-1) ?? {}
  return { action, byId, role, roleUnit, fromUnit, toUnit, isWhereItStood: from === to }
}
const bySystem = { byId: null, role: 'SYSTEM', roleUnit: '', isWhereItStood: true }

it('open is what waits for somebody, or may be handed in again, by its id; of the unit and the campaign', async () => {
  const open = (unit: string, kinds = [toy], campaign: { id: string } = world.campaign) =>
    world.as('Cán bộ', ctx => openRecords({ ...ctx, campaign: { ...ctx.campaign, id: campaign.id } }, kinds, unit))
  const line = async (id: string) => {
    const { code, title, authorId } = await world.stored(id)
    return { id, code, title, authorId, kind: 'toy' }
  }
  expect(await open('P1')).toEqual(await Promise.all([atGate, waiting, returned, ofHead].map(line)))
  expect(await open('P2')).toEqual([await line(ofOther)])
  expect(await open('P1', [])).toEqual([])
  expect(await open('P1', [{ ...toy, name: 'launch' }])).toEqual([])
  expect(await open('P1', [toy], { id: other })).toEqual([])
})

it('those go on that are named, each by a move of the system that says from where to where', async () => {
  await goesOn({ ids: [waiting, accepted, ofOther] })
  expect(await units()).toEqual(['P1', 'P2', 'P1', 'P1', 'P1', 'P2'])
  expect(await lastMove(waiting)).toEqual({ action: 'goOn', ...bySystem, fromUnit: 'P1', toUnit: 'P2' })
  expect((await lastMove(ofOther)).action).toBe('approve')
})

it('of one author theirs alone, and of all of them all; once', async () => {
  await goesOn({ authorId: world.idOf('Thủ trưởng P1') })
  expect(await units()).toEqual(['P1', 'P2', 'P1', 'P1', 'P2', 'P2'])
  await goesOn({ authorId: world.idOf('Đầu mối P1'), ids: [ofHead] })
  expect(await units()).toEqual(['P1', 'P2', 'P1', 'P1', 'P2', 'P2'])
  await goesOn()
  expect(await units()).toEqual(['P2', 'P2', 'P2', 'P1', 'P2', 'P2'])
  const count = () => world.store.prisma.recordMove.count()
  const before = await count()
  await goesOn()
  expect(await count()).toBe(before)
})

it('what is kept of them for a way back is the unit, by record', async () => {
  const of = Prisma.sql`unit_code = 'P2'`
  const kept = () => world.as('Cán bộ', ctx => keepRows(ctx.tx, recordUnits, of))
  const before = await kept()
  await comeBack(ofHead)
  expect(rowChanges(before, await kept())).toEqual([{ before: { id: ofHead, unit_code: 'P2' }, after: null }])
})

it('they come back by a move of their own, but not what is elsewhere by now', async () => {
  expect(await lastMove(ofHead)).toEqual({ action: 'comeBack', ...bySystem, fromUnit: 'P2', toUnit: 'P1' })
  const { length } = (await world.stored(ofHead)).moves
  await comeBack(ofHead, other, waiting)
  expect((await world.stored(ofHead)).moves).toHaveLength(length)
  expect(await units()).toEqual(['P2', 'P1', 'P2', 'P1', 'P1', 'P2'])
})

it('what somebody else has let go on between the look at it and its lock goes on no more', async () => {
  const { length } = (await world.stored(waiting)).moves
  await world.as('Cán bộ', async ctx => {
    const findMany: Tx['record']['findMany'] = (...asked) => {
      const found = ctx.tx.record.findMany(...asked)
      return found.then(async rows => {
        await ctx.tx.record.update({ where: { id: waiting }, data: { unitCode: 'NV' } })
        return rows
      }) as typeof found
    }
    const record = new Proxy(ctx.tx.record, {
      get: (of, name) => (name === 'findMany' ? findMany : Reflect.get(of, name)),
    })
    const tx = new Proxy(ctx.tx, { get: (of, name) => (name === 'record' ? record : Reflect.get(of, name)) })
    await recordsGoOn({ ...ctx, tx }, [toy], { from: 'P1', to: 'P2', ids: [waiting, ofHead] })
  })
  expect([await unitOf(waiting), await unitOf(ofHead)]).toEqual(['NV', 'P2'])
  expect((await world.stored(waiting)).moves).toHaveLength(length)
})
