import { afterAll, beforeAll, expect, it } from 'vitest'
import { after, instantOf } from '../../src/clock.ts'
import { launching } from '../../src/features/launch/feature.ts'
import { isChoosable } from '../../src/records/bulk.ts'
import { freshFilter, freshRecords, freshSince } from '../../src/records/fresh.ts'
import { recordsThen } from '../../src/records/stood-at.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'

const kind = launching.record

let world: ChatWorld
let own: string
let others: string
/** Nothing was approved before. */
let approvedAt: Date

beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', { features: [launching] })
  await world.join('Cán bộ', 'PNV', 'NV')
  for (const unit of ['P1', 'P2']) {
    await world.join(`Đầu mối ${unit}`, 'CLERK', unit)
    await world.join(`Thủ trưởng ${unit}`, 'HEAD', unit)
    await world.say(`Đầu mối ${unit}`, 'phát động')
    await world.sendFile(`Đầu mối ${unit}`, 'van-ban.pdf')
    await world.store.prisma.storedFile.updateMany({ data: { state: 'STORED' } })
    await world.talk(`Đầu mối ${unit}`, 'xong', `12/${unit}`, '18/3/2024', 'bỏ qua', '1')
  }
  const idOf = async (unitCode: string) =>
    (await world.store.prisma.record.findFirstOrThrow({ where: { unitCode } })).id
  own = await idOf('P1')
  others = await idOf('P2')
})
afterAll(() => world.close())

const record = (id: string) => world.store.prisma.record.findUniqueOrThrow({ where: { id } })
const actions = (name: string) =>
  world.as(name, async ctx => (await launching.page?.many?.actions(ctx))?.map(one => [one.name, one.needsReason]))
const act = (name: string, ids: readonly string[], action: string, reason = '') =>
  world.as(name, ctx => launching.page?.many?.act(ctx, ids, action, reason) ?? Promise.reject(new Error('no page')))
const choosable = (name: string, id: string) =>
  world.as(name, async ctx => isChoosable(ctx, kind, await ctx.tx.record.findUniqueOrThrow({ where: { id } })))
const fresh = (name: string) => world.as(name, ctx => freshRecords(ctx, [kind]))
const then = (before: Date | null, unitCode: string | null = null) =>
  world.as('Cán bộ', async ctx =>
    (await recordsThen(ctx, kind, before, unitCode)).map(one => [
      ...[one.record.code, one.version.version, one.state, one.unitCode, one.origin],
    ]),
  )

it('what can be decided for many is what this person decides, each with whether it needs a reason', async () => {
  expect(await actions('Thủ trưởng P1')).toEqual([
    ['approve', false],
    ['sendBack', true],
  ])
  expect(await actions('Cán bộ')).toEqual([
    ['accept', false],
    ['return', true],
  ])
  expect(await actions('Đầu mối P1')).toEqual([])
})

it('what waits for the head is chosen by a head, and is nobody else’s, in no count either', async () => {
  expect([await choosable('Thủ trưởng P1', own), await choosable('Cán bộ', own)]).toEqual([true, false])
  expect(await fresh('Cán bộ')).toEqual([])
  expect(await then(null)).toEqual([])
  const { done, not, undo } = await act('Cán bộ', [own, own], 'accept')
  expect([done, not, undo]).toEqual([[], [expect.stringMatching(/^Hồ sơ không rõ: /)], undefined])
})

it('a head lets through what is of the own unit; what is not is told by no code', async () => {
  approvedAt = after(world.clock.now(), 500)
  const { done, not, undo } = await act('Thủ trưởng P1', [others, own], 'approve', 'không cần lý do')
  const { code, state } = await record(own)
  expect(done).toEqual([
    { id: own, say: expect.stringContaining(code), becomes: expect.stringContaining(code), told: ['Đầu mối P1'] },
  ])
  expect(not).toEqual([expect.stringMatching(/^Hồ sơ không rõ: /)])
  expect(undo).toEqual({ action: 'reopen', reason: 'Hoàn tác ngay sau khi quyết định', ids: [own] })
  expect(state).toBe('SENT')
  const approved = await world.store.prisma.recordMove.findFirstOrThrow({ where: { recordId: own, action: 'approve' } })
  expect(approved.reason).toBeNull()
  expect((await record(others)).passedVersion).toBe(0)
})

it('what was let through is chosen by who decides on it next', async () => {
  expect([await choosable('Thủ trưởng P1', own), await choosable('Cán bộ', own)]).toEqual([false, true])
  expect(await choosable('Đầu mối P1', own)).toBe(false)
})

it('what came in since the last working day is counted for who opens the list, with its page', async () => {
  const line = { part: 'fresh', count: 1, page: `${kind.path}?${freshFilter.name}=${freshFilter.value}` }
  expect(await fresh('Cán bộ')).toEqual([{ ...line, words: expect.stringContaining('19/03/2024') }])
  expect(await fresh('Thủ trưởng P2')).toMatchObject([{ count: 1 }])
  expect(await world.as('Cán bộ', ctx => freshRecords(ctx, []))).toEqual([])
  // Before the day on which that day begins, Vietnam's time.
  expect(await world.as('Cán bộ', async ctx => freshSince(ctx).toISOString())).toBe('2024-03-18T17:00:00.000Z')
  const { sentAt } = await record(own)
  const sent = (at: string) => world.store.prisma.record.update({ where: { id: own }, data: { sentAt: instantOf(at) } })
  await sent('2024-03-18T16:59:59Z')
  expect(await fresh('Cán bộ')).toEqual([])
  await world.store.prisma.record.update({ where: { id: own }, data: { sentAt } })
})

it('a decision that is nobody’s is told, and one that needs its reason is not made without', async () => {
  const { code } = await record(own)
  expect(await act('Cán bộ', [own], 'no-such-move')).toEqual({
    ...{ done: [], not: [`${code}: Quyết định này thuộc người khác: không ai tự quyết định hồ sơ của chính mình.`] },
  })
  expect((await act('Cán bộ', [own], 'return')).done).toEqual([])
  expect((await record(own)).state).toBe('SENT')
})

it('a record counts as it stood then: from the head’s word until it came back', async () => {
  const { code } = await record(own)
  const row = [code, 1, 'SENT', 'P1', 'P1']
  expect(await then(null)).toEqual([row])
  expect(await then(approvedAt)).toEqual([])
  const before = after(world.clock.now(), 500)
  const { done, undo } = await act('Cán bộ', [own], 'return', 'Chưa đúng mẫu')
  expect([done.length, undo?.ids]).toEqual([1, [own]])
  const move = await world.store.prisma.recordMove.findFirstOrThrow({ where: { recordId: own, action: 'return' } })
  expect(move.reason).toBe('Chưa đúng mẫu')
  expect(await then(null)).toEqual([])
  expect(await then(before)).toEqual([row])
  expect([await then(before, 'P1'), await then(before, 'P2')]).toEqual([[row], []])
})

it('what was decided on many is taken back with the reason of that', async () => {
  const { done, undo } = await act('Cán bộ', [own], 'reopen', 'Xem sót một điểm')
  expect([done.length, undo]).toEqual([1, undefined])
  expect((await record(own)).state).toBe('SENT')
  const move = await world.store.prisma.recordMove.findFirstOrThrow({ where: { recordId: own, action: 'reopen' } })
  expect(move.reason).toBe('Xem sót một điểm')
})
