import { afterAll, beforeAll, expect, it } from 'vitest'
import { after, instantOf } from '../../src/clock.ts'
import { launching } from '../../src/features/launch/feature.ts'
import { right } from '../../src/people/right.ts'
import { isChoosable, manyOf } from '../../src/records/bulk.ts'
import { freshFilter, freshRecords, freshSince } from '../../src/records/fresh.ts'
import type { AnyKind, Move } from '../../src/records/kind.ts'
import { addReason } from '../../src/records/reason-texts.ts'
import { recordsThen } from '../../src/records/stood-at.ts'
import { loadTexts } from '../../src/texts.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'
import { withEnded } from './toy-world.ts'

const kind = launching.record
const t = loadTexts('vi')

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

it('each has its words and its tone, and with what needs a reason come those that the office offers', async () => {
  await world.as('Cán bộ', ctx => addReason(ctx, '', 'Thiếu chữ ký'))
  const offered = (name: string, of = kind) => world.as(name, ctx => manyOf(of).actions(ctx))
  const reasons = ['Thiếu chữ ký']
  expect(await offered('Thủ trưởng P1')).toEqual([
    { name: 'approve', label: t('records.moves.approve.do'), needsReason: false, tone: 'good' },
    { name: 'sendBack', label: t('records.moves.sendBack.do'), needsReason: true, tone: 'bad', reasons },
  ])
  const [accept, back] = await offered('Cán bộ')
  expect(accept).toEqual({ name: 'accept', label: t('launch.moves.accept.do'), needsReason: false, tone: 'good' })
  expect(back).toEqual({ name: 'return', label: t('launch.moves.return.do'), needsReason: true, tone: 'bad', reasons })
})

it('what notes something of the single record is not for many, nor what is no decision', async () => {
  const names = async (more: Partial<Move>) => {
    const moves = { ...kind.moves, accept: { ...kind.moves.accept, ...more } as Move }
    return world.as('Cán bộ', async ctx => (await manyOf({ ...kind, moves }).actions(ctx)).map(({ name }) => name))
  }
  expect(await names({})).toEqual(['accept', 'return'])
  expect(await names({ asks: 'note' })).toEqual(['return'])
  expect(await names({ right: right('launch.note', { PNV: 'all' }) })).toEqual(['return'])
})

it('is chosen where one of the decisions is open to this person, of a version that has passed', async () => {
  const { accept, return: back } = kind.moves as Record<'accept' | 'return', Move>
  const stands = { state: 'SENT', waitsFor: 'launch.decide', version: 2, passedVersion: 2 }
  const isFor = (more: Partial<typeof stands>, of: AnyKind = kind) =>
    world.as('Cán bộ', async ctx => isChoosable(ctx, of, { ...stands, ...more }))
  expect([await isFor({}), await isFor({ passedVersion: 1 }), await isFor({ state: 'ACCEPTED' })]).toEqual([
    true,
    false,
    false,
  ])
  const noted: Move = { ...back, asks: 'note' }
  expect(await isFor({}, { ...kind, moves: { accept, return: noted } })).toBe(true)
  expect(await isFor({}, { ...kind, moves: { return: noted } })).toBe(false)
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

it('they are told in the order of their ids, whatever the order in which they were chosen', async () => {
  const choosing = [others, own]
  const { not } = await act('Cán bộ', choosing, 'no-such-move')
  const { code } = await record(own)
  expect(choosing.toSorted()).toEqual([own, others])
  expect(not).toEqual([expect.stringContaining(code), expect.stringMatching(/^Hồ sơ không rõ: /)])
})

it('by its code is told, too, what is in the hands of this person since its unit has ended', async () => {
  const told = (campaign: typeof world.campaign) =>
    world.as('Thủ trưởng P2', async ctx => (await manyOf(kind).act({ ...ctx, campaign }, [own], 'sendBack', '')).not)
  expect(await told(world.campaign)).toEqual([expect.stringMatching(/^Hồ sơ không rõ: /)])
  const { code } = await record(own)
  expect(await told(withEnded(world.campaign, 'P1', 'P2'))).toEqual([expect.stringMatching(new RegExp(`^${code}: `))])
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
