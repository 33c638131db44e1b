import { afterAll, beforeAll, expect, it } from 'vitest'
import { participants } from '../../../src/features/participation/feature.ts'
import { reasonTextsFor } from '../../../src/features/reason-texts/feature.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

const [room] = reasonTextsFor([participants]).rooms ?? []

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', {
    features: [participants],
    plan: { participants: { collectives: [], people: [] } },
  })
  await world.join('Cán bộ', 'PNV', 'NV')
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Thủ trưởng', 'HEAD', 'P1')
})
afterAll(() => world.close())

const post = (who: string, rest: string, given: Record<string, string>) =>
  world.as(who, async ctx => {
    const form = new FormData()
    for (const [name, value] of Object.entries(given)) form.append(name, value)
    return room?.answer(ctx, { rest, search: new URLSearchParams(), form, address: '/desk/ly-do-mau', csrf: 'c' })
  })
const kept = () => world.store.prisma.reasonText.findMany({ orderBy: { madeAt: 'asc' } })

it('an officer writes a reason once; nobody else does', async () => {
  expect(await post('Đầu mối', 'them', { loai: '', 'ly-do': 'Đề nghị bổ sung minh chứng' })).toBeNull()
  await post('Cán bộ', 'them', { loai: '', 'ly-do': 'Đề nghị bổ sung minh chứng' })
  await post('Cán bộ', 'them', { loai: '', 'ly-do': ' Đề nghị bổ sung minh chứng ' })
  expect((await kept()).map(({ kind, text }) => [kind, text])).toEqual([['', 'Đề nghị bổ sung minh chứng']])
})

it('what cannot be taken is told and stays in the field', async () => {
  const answer = await post('Cán bộ', 'them', { loai: 'participation', 'ly-do': 'Sửa' })
  if (!answer || !('body' in answer)) throw new Error('no page')
  expect([answer.status, String(await answer.body())]).toEqual([422, expect.stringContaining('>Sửa</textarea>')])
  expect(await kept()).toHaveLength(1)
  expect(await post('Cán bộ', 'them', { loai: 'khong-co', 'ly-do': 'Đủ dài để nhận' })).toMatchObject({ status: 422 })
})

it('is offered where that kind is decided on, with what the officer wrote last', async () => {
  await post('Cán bộ', 'them', { loai: 'launch', 'ly-do': 'Chỉ của văn bản phát động' })
  await world.talk('Thủ trưởng', '/thamgia', '1', 'Bộ phận một cửa', '1')
  const offered = () =>
    world.as('Cán bộ', async ctx => (await participants.page?.many?.actions(ctx))?.flatMap(one => one.reasons ?? []))
  expect(new Set(await offered())).toEqual(new Set(['Đề nghị bổ sung minh chứng']))
  const { id } = await world.store.prisma.record.findFirstOrThrow()
  await world.as('Cán bộ', async ctx => participants.page?.act(ctx, id, 'return', 'Ghi đủ tên bộ phận', []))
  expect(new Set(await offered())).toEqual(new Set(['Đề nghị bổ sung minh chứng', 'Ghi đủ tên bộ phận']))
})

it('is taken away with one press', async () => {
  const [first] = await kept()
  await post('Cán bộ', 'bo', { id: first?.id ?? '' })
  expect(await kept()).toEqual([])
})
