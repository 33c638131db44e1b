import { afterAll, beforeAll, expect, it } from 'vitest'
import { decision, right } from '../../src/people/right.ts'
import { type WrittenMove, writeMove, writeMoves } from '../../src/records/write.ts'
import { type ToyWorld, toyWorld } from './toy-world.ts'

let world: ToyWorld
let id: string
beforeAll(async () => {
  world = await toyWorld()
  id = await world.handIn('Đầu mối P1')
  await world.store.prisma.record.update({ where: { id }, data: { passedVersion: 1, version: 4 } })
})
afterAll(() => world.close())

const decide = decision('toy.decide', { PNV: 'all', HEAD: 'own' })
const plain: WrittenMove = { action: 'accept', right: decide, subject: { unitCode: 'P1' } }

/** The row of a move from how it stood before; true: it is new. */
const written = (name: string, more: Partial<WrittenMove> = {}, isNew = false) =>
  world.as(name, async ctx => {
    const before = await ctx.tx.record.findUniqueOrThrow({ where: { id } })
    const after = { ...before, state: 'ACCEPTED', version: 5, waitsFor: null, passedVersion: 5 }
    const move = await writeMove(ctx, isNew ? null : before, after, { ...plain, ...more })
    const { seq: _, at, ...row } = await ctx.tx.recordMove.findUniqueOrThrow({ where: { id: move } })
    expect(at).toEqual(ctx.now)
    return row
  })

const row = {
  ...{ id: expect.any(String), action: 'accept', version: 5, from: 'NEW', to: 'ACCEPTED' },
  ...{ waitedFor: 'toy.approve', passedBefore: 1, role: 'PNV', roleUnit: 'NV' },
  ...{ reason: null, marks: null, fromUnit: null, toUnit: null },
}

it('who did it, in which role at which unit, from where to where', async () => {
  const own = { ...row, recordId: id, byId: world.idOf('Cán bộ') }
  expect(await written('Cán bộ')).toEqual(own)
  const byHead = { byId: world.idOf('Thủ trưởng P1'), role: 'HEAD', roleUnit: 'P1' }
  expect(await written('Thủ trưởng P1')).toEqual({ ...own, ...byHead })
})

it('of what is new nothing was before', async () => {
  expect(await written('Cán bộ', {}, true)).toMatchObject({
    from: null,
    to: 'ACCEPTED',
    waitedFor: null,
    passedBefore: 0,
  })
})

it('without a role that gives the right as a guest, without a right as the system, whoever is there', async () => {
  const guest = { byId: world.idOf('Thủ trưởng P2'), role: 'GUEST', roleUnit: '' }
  expect(await written('Thủ trưởng P2')).toMatchObject(guest)
  expect(await written('Cán bộ', { right: right('x', {}) })).toMatchObject({ role: 'GUEST', roleUnit: '' })
  expect(await written('Cán bộ', { right: null })).toMatchObject({ byId: null, role: 'SYSTEM', roleUnit: '' })
})

it('the reason and the marks, where there are any, and where the record goes on', async () => {
  const marks = [{ field: 'title', reason: 'Tên chưa rõ' }]
  expect(await written('Cán bộ', { reason: 'Sửa lại', marks })).toMatchObject({ reason: 'Sửa lại', marks })
  expect(await written('Cán bộ', { reason: '', marks: [] })).toMatchObject({ reason: null, marks: null })
  const units = { from: 'P1', to: 'P2' }
  expect(await written('Cán bộ', { units })).toMatchObject({ fromUnit: 'P1', toUnit: 'P2' })
})

it('several are written in their order, and by nobody where there is nobody', async () => {
  const record = await world.store.prisma.record.findUniqueOrThrow({ where: { id } })
  const moves = ['accept', 'return'].map(action => ({ ...plain, action, before: record, after: record }))
  const ids = await world.as('Cán bộ', ({ tx, now }) => writeMoves({ tx, now }, moves))
  const rows = await world.store.prisma.recordMove.findMany({ where: { id: { in: ids } }, orderBy: { seq: 'asc' } })
  expect(rows.map(one => one.id)).toEqual(ids)
  expect(rows).toMatchObject([
    { action: 'accept', byId: null, role: 'GUEST' },
    { action: 'return', byId: null, role: 'GUEST' },
  ])
})
