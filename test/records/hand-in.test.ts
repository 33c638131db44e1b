import { afterAll, beforeAll, expect, it } from 'vitest'
import { handInRecord } from '../../src/records/hand-in.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { newId } from '../../src/store/new-id.ts'
import { type ToyWorld, t, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
beforeAll(async () => {
  world = await toyWorld()
})
afterAll(() => world.close())

const answers = { title: 'Xe gỗ', madeOn: '2024-03-18', story: 'Chuyện dài', pictures: [] }
/** Hands in what was typed in a draft; what was said. */
const handIn = (name: string, kind: AnyKind = toy, params: object = {}) =>
  world.as(name, async ctx => {
    const [draft, other] = [newId(ctx.now), newId(ctx.now)]
    for (const [id, key] of [
      [draft, 'P1'],
      [other, 'P2'],
    ] as const) {
      const of = {
        form: 'toy',
        formVersion: 1,
        position: 'review',
        params: {},
        campaignId: ctx.campaign.id,
        state: 'OPEN' as const,
      }
      const times = { createdAt: ctx.now, updatedAt: ctx.now }
      await ctx.tx.draft.create({ data: { ...of, ...times, id, key: `${key}:${id}`, personId: ctx.person.id } })
      const typed = id === draft ? 'xe gỗ của con' : 'của bản nháp khác'
      await ctx.tx.answer.create({ data: { draftId: id, field: 'title', value: 'Xe gỗ', typed, at: ctx.now } })
    }
    const submission = { answers, params: { unit: 'P1', record: null, basedOn: 0, ...params }, draftId: draft }
    return handInRecord(ctx, kind, kind.form, submission as never)
  })
const text = (outcome: object) => ('text' in outcome ? String(outcome.text) : '')

it('what is handed in is kept with the words that were typed, and its heads are told', async () => {
  const said = await handIn('Đầu mối P1')
  expect(said).toMatchObject({
    title: 'Đã nhận – DC-001',
    text: t('records.receipt.withHead', { name: 'đồ chơi DC-001 (Xe gỗ) của UBND phường Một' }),
  })
  const { versions } = await world.store.prisma.record.findFirstOrThrow({ include: { versions: true } })
  expect(versions[0]?.answers).toMatchObject({
    ...{ title: { value: 'Xe gỗ', typed: 'xe gỗ của con' }, madeOn: { value: '2024-03-18', typed: '' } },
  })
  const notices = await world.notices('Thủ trưởng P1')
  expect(notices.map(({ message }) => message.text)).toEqual([expect.stringContaining('DC-001')])
})

it('what needs no head is told to none', async () => {
  expect(text(await handIn('Thủ trưởng P1'))).toContain('Đã gửi đồ chơi DC-002')
  expect(await world.notices('Thủ trưởng P1')).toHaveLength(1)
})

it('what is not taken in says why', async () => {
  expect(await handIn('Đầu mối P1', toy, { unit: 'P2' })).toEqual({ text: t('records.notAllowed') })
  const hooks = { beforeHandIn: async () => [{ text: 'Trùng tên' }] }
  expect(await handIn('Đầu mối P1', { ...toy, hooks })).toEqual({ text: 'Trùng tên' })
})

it('a kind says its own receipt: with the record, how many heads it waits for, and what the form knew', async () => {
  const kind: AnyKind = {
    ...toy,
    over: async (_, __, given) => ({ ...given, title: 'Xe đã sửa' }),
    receipt: async (_, { code, title }, heads, { answers: given, params }) => ({
      text: JSON.stringify([code, title, heads, given.title, params.unit]),
    }),
  }
  const heard = async (name: string) => JSON.parse(text(await handIn(name, kind))) as unknown[]
  expect(await heard('Đầu mối P1')).toEqual(['DC-003', 'Xe đã sửa', 1, 'Xe gỗ', 'P1'])
  expect(await heard('Thủ trưởng P1')).toEqual(['DC-004', 'Xe đã sửa', null, 'Xe gỗ', 'P1'])
})
