import { afterAll, beforeAll, expect, it } from 'vitest'
import { notTakenInWords } from '../../src/contract/not-taken.ts'
import type { Params } from '../../src/conversation/field.ts'
import { right } from '../../src/people/right.ts'
import { type ToyWorld, t, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
beforeAll(async () => {
  world = await toyWorld()
})
afterAll(() => world.close())

it('several are taken in, each with its number; what is refused says why, and keeps its place', async () => {
  const taken = await world.takeIn('Đầu mối P1', [{ title: 'Xe gỗ' }, { unit: 'P2' }, { title: 'Diều giấy' }])
  expect(taken.map(one => ('instead' in one ? one.instead : one.record.code))).toEqual([
    'DC-001',
    { text: t('records.notAllowed') },
    'DC-002',
  ])
  expect(taken[0]).toMatchObject({ isWithHead: true, params: { unit: 'P1' } })
  expect(await world.store.prisma.record.count({ where: { kind: 'toy' } })).toBe(2)
})

it('what the kind refuses is not written, and is told in its words', async () => {
  const heard: unknown[] = []
  const hooks = {
    beforeHandIn: async (_: unknown, asked: readonly { answers: { title?: unknown } }[]) => {
      heard.push(...asked.map(({ answers }) => answers.title))
      return asked.map(({ answers }) => (answers.title === 'Hai' ? { text: 'Trùng tên' } : null))
    },
  }
  const sent = [{ unit: 'P2' }, { title: 'Một' }, { title: 'Hai' }]
  const taken = await world.takeIn('Đầu mối P1', sent, { ...toy, hooks })
  expect(taken.map(one => ('instead' in one ? one.instead : one.record.title))).toEqual([
    { text: t('records.notAllowed') },
    'Một',
    { text: 'Trùng tên' },
  ])
  expect(heard).toEqual(['Một', 'Hai'])
  expect(await world.store.prisma.record.count({ where: { title: 'Hai' } })).toBe(0)
})

it('what stands with the office is not handed in again, and a correction keeps code and number', async () => {
  const id = await world.handIn('Đầu mối P1', { title: 'Con quay' })
  const { code, number } = await world.stored(id)
  await world.move('Thủ trưởng P1', id, 'approve')
  const [again] = await world.takeIn('Đầu mối P1', [{ record: id, basedOn: 1 }])
  expect(JSON.stringify(again)).toContain(code)
  expect((await world.stored(id)).version).toBe(1)
  await world.move('Cán bộ', id, 'return', { reason: 'Chưa đúng mẫu' })
  await world.handIn('Đầu mối P1', { record: id, basedOn: 1, title: 'Con quay đỏ' })
  const { versions, searchText, ...now } = await world.stored(id)
  expect(now).toMatchObject({ code, number, version: 2, title: 'Con quay đỏ' })
  expect(searchText).toBe(`${code.toLowerCase()} con quay do`)
  expect(versions.map(({ role }) => role)).toEqual(['CLERK', 'CLERK'])
  expect((await world.stored(await world.handIn('Đầu mối P1'))).number).toBeGreaterThan(number)
})

it('a correction that comes beside what is new does not swallow it', async () => {
  const id = await world.handIn('Đầu mối P1', { title: 'Bóng' })
  await world.move('Thủ trưởng P1', id, 'sendBack', { reason: 'Sửa lại' })
  const sent = [{ title: 'Bi ve' }, { record: id, basedOn: 1, title: 'Bóng da' }]
  const taken = await world.takeIn('Đầu mối P1', sent)
  expect(taken.map(one => 'record' in one && [one.record.id === id, one.record.version, one.record.title])).toEqual([
    [false, 1, 'Bi ve'],
    [true, 2, 'Bóng da'],
  ])
})

it('what stands where no state of the kind is any more is in already', async () => {
  const id = await world.handIn('Đầu mối P1', { title: 'Sáo' })
  const { NEW: _, ...states } = toy.states
  const kind = { ...toy, states } as typeof toy
  const [again] = await world.takeIn('Đầu mối P1', [{ record: id, basedOn: 1 }], kind)
  expect(again).toMatchObject({ instead: { text: expect.stringContaining((await world.stored(id)).code) } })
})

it('a campaign that takes nothing new says so, and lets what is in be corrected', async () => {
  const id = await world.handIn('Đầu mối P1')
  await world.move('Thủ trưởng P1', id, 'sendBack', { reason: 'Sửa lại' })
  const { campaign } = world
  const { state, stateSince, shownAs } = campaign
  try {
    Object.assign(campaign, { state: 'AWARDED', stateSince: world.clock.now(), shownAs: 'Thi đua' })
    const taken = await world.takeIn('Đầu mối P1', [{}, { record: id, basedOn: 1, title: 'Sửa' }])
    const instead = { text: notTakenInWords(t, campaign, '2024-03-20') }
    expect(taken).toMatchObject([{ instead }, { record: { id, title: 'Sửa' } }])
  } finally {
    Object.assign(campaign, { state, stateSince, shownAs })
  }
})

it('is kept in the role that gives the right to it, whatever else its sender is, and of which unit', async () => {
  await world.join('Hai vai', 'HEAD', 'P2')
  await world.join('Hai vai', 'OFFICIAL', 'P1')
  await world.join('Hai vai', 'CLERK', 'P1')
  const roles = async (id: string) => (await world.stored(id)).versions.map(({ role }) => role)
  expect(await roles(await world.handIn('Hai vai'))).toEqual(['CLERK'])
  expect(await roles(await world.handIn('Hai vai', { unit: 'P2' }))).toEqual(['HEAD'])
  const rights = { ...toy.rights, write: right('toy.write', { PNV: 'all' }) }
  expect(await roles(await world.handIn('Cán bộ', {}, { ...toy, rights }))).toEqual(['PNV'])
})

it('is late by the day on which it first reached the office, by the head’s own hand or with the head’s word, once', async () => {
  await world.owe('P1', 'D02', [], '2024-03-19')
  await world.owe('P2', 'D02', [], '2024-03-19')
  const [taken] = await world.takeIn('Thủ trưởng P2', [{ unit: 'P2' }])
  expect(taken).toMatchObject({ isWithHead: false, record: { isLate: true, state: 'SENT' } })
  const id = await world.handIn('Đầu mối P1')
  expect((await world.stored(id)).isLate).toBe(false)
  expect(await world.move('Thủ trưởng P1', id, 'approve')).toMatchObject({ ok: true, record: { isLate: true } })
  expect((await world.stored(id)).isLate).toBe(true)
})

it('what the kind says of a record is kept with it: what it is found by, of which topic, period and reason, and whose', async () => {
  const handed: unknown[] = []
  const kind = {
    ...{ ...toy, rights: { ...toy.rights, edit: toy.rights.write } },
    ...{ topic: () => 'TC', period: () => '2024-Q1', searched: () => 'Gỗ mít', because: () => 'Làm lại' },
    hooks: { afterHandIn: async (_: unknown, all: readonly unknown[]) => void handed.push(...all) },
  }
  const id = await world.handIn('Đầu mối P1', { title: 'Một' }, kind)
  const { code, moves, versions, ...kept } = await world.stored(id)
  expect(kept).toMatchObject({ topic: 'TC', period: '2024-Q1', authorId: world.idOf('Đầu mối P1') })
  expect(kept.searchText).toBe(`${code.toLowerCase()} mot go mit dau moi p1`)
  expect(moves).toMatchObject([{ action: 'handIn', reason: 'Làm lại', role: 'CLERK', roleUnit: 'P1' }])
  expect(handed).toMatchObject([{ record: { id }, answers: { title: 'Một' }, params: { unit: 'P1' }, before: null }])
  const plain = await world.stored(await world.handIn('Đầu mối P1', { title: 'Hai' }))
  expect(plain).toMatchObject({ topic: '', period: '', moves: [{ reason: null }] })
})

it('of several that are corrected together each keeps its own; who comes second is told, unless the kind joins them', async () => {
  const ids = [await world.handIn('Đầu mối P1', { title: 'A' }), await world.handIn('Đầu mối P1', { title: 'B' })]
  for (const id of ids) await world.move('Thủ trưởng P1', id, 'sendBack', { reason: 'Sửa lại' })
  const [one = '', two = ''] = ids
  const both = [
    { record: two, basedOn: 1, title: 'B2' },
    { record: one, basedOn: 1, title: 'A2' },
  ]
  await world.takeIn('Đầu mối P1', both)
  expect([(await world.stored(one)).title, (await world.stored(two)).title]).toEqual(['A2', 'B2'])
  await world.move('Thủ trưởng P1', one, 'sendBack', { reason: 'Sửa lại' })
  const [second] = await world.takeIn('Đầu mối P1', [{ record: one, basedOn: 1, title: 'A3' }])
  expect(second).toMatchObject({ instead: { params: { record: one, basedOn: 2 } } })
  const over = async (_: unknown, __: unknown, answers: object) => ({ ...answers, title: 'chung' })
  await world.handIn('Đầu mối P1', { record: one, basedOn: 1 }, { ...toy, over })
  expect(await world.stored(one)).toMatchObject({ version: 3, title: 'chung' })
})

it('of a kind of which there is one the same key is the next version, and nobody’s else', async () => {
  const key = ({ unit, nth = '' }: { unit?: unknown; nth?: unknown }) => `một:${unit}${nth}`
  const kind = { ...toy, key: (params: object) => key(params) }
  const first = await world.handIn('Đầu mối P1', {}, kind)
  const other = await world.handIn('Đầu mối P1', { params: { nth: 2 } }, kind)
  expect(other).not.toBe(first)
  // A form that was begun without it.
  const older = { ...kind, started: async (_: unknown, { record: __, ...params }: Params) => params }
  expect(await world.handIn('Đầu mối P1', { basedOn: 1, title: 'Bản sau' }, older)).toBe(first)
  expect(await world.stored(first)).toMatchObject({ key: 'một:P1', version: 2, title: 'Bản sau' })
  expect((await world.stored(other)).version).toBe(1)
  const nths = (...all: [number, string][]) => all.map(([nth, title]) => ({ basedOn: 1, title, params: { nth } }))
  const together = await world.takeIn('Đầu mối P1', nths([3, 'Ba'], [2, 'Hai']), kind)
  expect(together.map(one => 'record' in one && one.record.version)).toEqual([1, 2])
  await world.takeIn(
    'Đầu mối P1',
    nths([2, 'Hai'], [3, 'Ba sau']).map(one => ({ ...one, basedOn: 2 })),
    kind,
  )
  const titled = await world.store.prisma.record.findMany({ where: { key: { not: null } }, orderBy: { number: 'asc' } })
  expect(titled.map(one => `${one.key} ${one.title}`)).toEqual(['một:P1 Bản sau', 'một:P12 Hai', 'một:P13 Ba sau'])
})

it('a kind without a head reaches the office at once, and its lateness is kept', async () => {
  await world.store.prisma.obligation.updateMany({
    data: { state: 'OPEN', isLate: false, metAt: null, recordId: null },
  })
  const { approve: _, ...rights } = toy.rights
  const late = () => world.store.prisma.record.count({ where: { isLate: true } })
  const before = await late()
  const id = await world.handIn('Đầu mối P1', {}, { ...toy, rights })
  expect(await late()).toBe(before + 1)
  expect(await world.stored(id)).toMatchObject({
    isLate: true,
    state: 'SENT',
    passedVersion: 1,
    waitsFor: 'toy.decide',
  })
})
