import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ActiveCampaign } from '../../src/campaign/active.ts'
import type { Ctx } from '../../src/contract/feature.ts'
import { decision } from '../../src/people/right.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { recordsGoOn } from '../../src/records/succession.ts'
import { holdWords, insideOf, outside } from '../../src/records/visible.ts'
import { Prisma } from '../../src/store/generated/client.ts'
import { type ToyWorld, toy, toyWorld, withEnded } from './toy-world.ts'

let world: ToyWorld
/** By the letter that each is called by here: a and b of P1, c and d of P2; b waits for its head with another name than before. */
const ids = new Map<string, string>()
beforeAll(async () => {
  world = await toyWorld()
  await world.join('Người xem', 'OFFICIAL', 'P1')
  await world.join('Quản trị', 'ADMIN', 'NV')
  await world.join('Ngành', 'FOCAL', 'TCKH')
  await world.join('Báo', 'PRESS', 'P2')
  const sent = {
    a: ['P1', 'Xe gỗ', 'C13'],
    b: ['P1', 'Con quay', 'C05'],
    c: ['P2', 'Diều giấy', 'đất'],
    d: ['P2', 'Bi ve', ''],
  }
  for (const [name, [unit = '', title = '', topic = '']] of Object.entries(sent)) {
    const id = await world.handIn(`Đầu mối ${unit}`, { unit, title })
    await world.move(`Thủ trưởng ${unit}`, id, 'approve')
    await world.store.prisma.record.update({ where: { id }, data: { topic } })
    ids.set(name, id)
  }
  const b = ids.get('b') ?? ''
  await world.move('Cán bộ', b, 'return', { reason: 'Tên chưa rõ' })
  await world.handIn('Đầu mối P1', { record: b, basedOn: 1, title: 'Quay hai đầu' })
})
afterAll(() => world.close())

const found = (name: string, of: (ctx: Ctx) => Prisma.Sql, campaign: ActiveCampaign = world.campaign) =>
  world.as(name, async ctx => {
    const where = of({ ...ctx, campaign })
    const rows = await ctx.tx.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT r.id FROM record r WHERE ${where}`)
    return [...ids].flatMap(([letter, id]) => (rows.some(row => row.id === id) ? [letter] : [])).join('')
  })
const inside = (name: string, kind: AnyKind = toy, campaign?: ActiveCampaign) =>
  found(name, ctx => insideOf(ctx, [kind]), campaign)
const seen = (name: string, kind: AnyKind = toy, campaign?: ActiveCampaign) =>
  found(name, ctx => outside(ctx, kind), campaign)
const named = (name: string, words: string, campaign?: ActiveCampaign) =>
  found(name, ctx => Prisma.join(holdWords(ctx, insideOf(ctx, [toy]), words.split(' ')), ' AND '), campaign)

const see = decision('toy.see', { FOCAL: 'field', PRESS: 'own', ADMIN: 'all' })
const shown: AnyKind = {
  ...{ ...toy, rights: { ...toy.rights, see } },
  agencies: (_, topic) => (['C13', 'đất'].includes(topic) ? ['TCKH', 'NV'] : ['NV']),
  topics: () => [{ value: 'đất', label: 'Đất đai' }],
}
const personal: AnyKind = { ...shown, isPersonal: true }

it('from inside sees who wrote it, and who works on what the unit, or one that it stands for, hands in', async () => {
  expect([await inside('Đầu mối P1'), await inside('Thủ trưởng P2')]).toEqual(['ab', 'cd'])
  expect([await inside('Người xem'), await inside('Cán bộ')]).toEqual(['', ''])
  expect(await inside('Thủ trưởng P2', toy, withEnded(world.campaign, 'P1', 'P2'))).toBe('abcd')
})

it('of what is about a person, only whose it is', async () => {
  expect([await inside('Đầu mối P1', personal), await inside('Thủ trưởng P1', personal)]).toEqual(['ab', ''])
  const [other, both] = [{ ...personal, name: 'launch' }, [personal, { ...toy, name: 'launch' }]] as const
  expect(await found('Thủ trưởng P1', ctx => insideOf(ctx, [toy, other]))).toBe('ab')
  expect(await found('Thủ trưởng P1', ctx => insideOf(ctx, both))).toBe('')
})

it('from outside sees who sees all of them, or all of the unit; one that it stands for included', async () => {
  expect([await seen('Cán bộ'), await seen('Người xem'), await seen('Quản trị')]).toEqual(['abcd', 'ab', ''])
  expect(await seen('Báo', toy, withEnded(world.campaign, 'P1', 'P2'))).toBe('abcd')
  expect([await seen('Quản trị', shown), await seen('Người xem', shown)]).toEqual(['abcd', 'ab'])
})

it('of what is about a person, whom the kind shows it, in the field of whose agency it lies', async () => {
  expect([await seen('Cán bộ', personal), await seen('Người xem', personal)]).toEqual(['', ''])
  expect([await seen('Quản trị', personal), await seen('Báo', personal)]).toEqual(['abcd', 'cd'])
  expect(await seen('Ngành', personal)).toBe('ac')
  expect(await seen('Ngành', { ...personal, agencies: () => ['NV'] })).toBe('')
  const { see: _, ...rights } = shown.rights
  expect(await seen('Ngành', { ...personal, rights })).toBe('')
})

it('words are looked for in what is seen of it: of what waits for the head in its code alone', async () => {
  expect([await named('Đầu mối P1', 'quay'), await named('Cán bộ', 'quay')]).toEqual(['b', ''])
  expect([await named('Cán bộ', 'xe'), await named('Cán bộ', 'xe ve')]).toEqual(['a', ''])
  expect(await named('Cán bộ', 'dc-00')).toBe('abcd')
  const { code } = await world.stored(ids.get('b') ?? '')
  expect([await named('Cán bộ', code.toLowerCase()), await named('Cán bộ', code)]).toEqual(['b', ''])
})

it('and in the name of the unit: its own, one that it left, one that took its place', async () => {
  expect([await named('Cán bộ', 'mot'), await named('Cán bộ', 'hai'), await named('Cán bộ', 'phuong')]).toEqual([
    'ab',
    'cd',
    'abcd',
  ])
  expect([await named('Cán bộ', 'mot xe'), await named('Cán bộ', 'hai xe')]).toEqual(['a', ''])
  expect(await named('Cán bộ', 'hai', withEnded(world.campaign, 'P1', 'P2'))).toBe('abcd')
  const only = { from: 'P1', to: 'P2', ids: [ids.get('a') ?? ''] }
  await world.as('Cán bộ', ctx => recordsGoOn(ctx, [toy], only))
  expect([await named('Cán bộ', 'mot'), await named('Cán bộ', 'hai')]).toEqual(['ab', 'acd'])
})
