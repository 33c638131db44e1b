import { afterAll, beforeAll, expect, it } from 'vitest'
import { beginRecord } from '../../src/records/begin.ts'
import { beginKnowing } from '../../src/records/begin-knowing.ts'
import { correctRecord } from '../../src/records/correct.ts'
import { type ToyWorld, t, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
let id: string
beforeAll(async () => {
  world = await toyWorld()
  id = await world.handIn('Đầu mối P1', { title: 'Xe gỗ', answers: { story: null } })
})
afterAll(() => world.close())

const begin = (name: string, args: Record<string, string> = {}, kind = toy) =>
  world.as(name, ctx => beginRecord(ctx, kind, args))
const correct = (name: string, kind = toy, of = id) => world.as(name, ctx => correctRecord(ctx, kind, of))
async function resumed(outcome: object) {
  const draft = 'resume' in outcome ? String(outcome.resume) : ''
  return world.store.prisma.draft.findUniqueOrThrow({ where: { id: draft }, include: { answers: true } })
}
const not = { text: t('records.notCorrectable') }

it('what waits for its head is not corrected, nor by another unit, nor what is not there', async () => {
  expect(await correct('Đầu mối P1')).toEqual(not)
  await world.move('Thủ trưởng P1', id, 'sendBack', { reason: 'Sửa lại toàn bộ' })
  expect(await correct('Đầu mối P2')).toEqual(not)
  expect(await correct('Đầu mối P1', toy, '00000000-0000-4000-8000-000000000000')).toEqual(not)
})

it('what came back as a whole stands at its summary with the reason; a second press goes on with the same draft', async () => {
  const first = await correct('Đầu mối P1')
  const draft = await resumed(first)
  expect(draft).toMatchObject({ formVersion: 1, key: `correct:${id}`, position: 'review', state: 'OPEN' })
  expect(draft.params).toMatchObject({
    ...{ unit: 'P1', record: id, basedOn: 1, notes: { review: 'Sửa lại toàn bộ' }, before: {} },
  })
  expect(draft.answers.map(({ field }) => field).sort()).toEqual(['madeOn', 'pictures', 'story', 'title'])
  expect(draft.answers.find(({ field }) => field === 'title')).toMatchObject({ value: 'Xe gỗ', typed: '«Xe gỗ»' })
  expect(await correct('Đầu mối P1')).toEqual(first)
})

it('what came back again since is corrected anew: the marked questions are asked, with what was answered before', async () => {
  const old = await resumed(await correct('Đầu mối P1'))
  await world.handIn('Đầu mối P1', { record: id, basedOn: 1, title: 'Xe sắt', answers: { story: null } })
  const marks = [
    { field: 'title', reason: 'Tên chưa rõ' },
    { field: 'story', reason: 'Chưa kể' },
    { field: 'of-an-older-form', reason: 'Không còn' },
  ]
  await world.move('Thủ trưởng P1', id, 'sendBack', { marks })
  const draft = await resumed(await correct('Đầu mối P1'))
  expect(draft.id).not.toBe(old.id)
  expect((await world.store.prisma.draft.findUniqueOrThrow({ where: { id: old.id } })).state).toBe('CANCELLED')
  expect(draft.position).toBe('title')
  expect(draft.params).toMatchObject({ basedOn: 2 })
  expect(draft.params).toHaveProperty('notes', { title: 'Tên chưa rõ', story: 'Chưa kể' })
  expect(draft.params).toHaveProperty('before', { title: 'Xe sắt' })
  expect(draft.answers.map(({ field }) => field).sort()).toEqual(['madeOn', 'pictures'])
})

it('what came back is offered first, unless a new one is asked for; and to nobody else', async () => {
  const offered = await begin('Đầu mối P1')
  expect('choices' in offered && offered.choices?.map(({ go }) => go)).toEqual([
    { to: 'record.correct', args: { kind: 'toy', id } },
    { to: 'toy', args: { new: 'yes' } },
  ])
  const { code, title } = await world.stored(id)
  expect('text' in offered && offered.text).toBe(t('records.returnedFirst'))
  expect('choices' in offered && offered.choices?.map(({ label }) => label)).toEqual([
    t('records.correctThis', { code, title }),
    t('records.another'),
  ])
  const passed = await world.handIn('Đầu mối P1', { title: 'Đang chờ' })
  expect(JSON.stringify(await begin('Đầu mối P1'))).not.toContain(passed)
  await world.move('Thủ trưởng P1', passed, 'approve')
  expect(JSON.stringify(await begin('Đầu mối P1'))).not.toContain(passed)
  expect(await begin('Đầu mối P1', { new: 'yes' })).toMatchObject({ start: 'toy', key: 'P1' })
  expect(await begin('Thủ trưởng P1')).toMatchObject({
    ...{ start: 'toy', key: 'P1', params: { unit: 'P1', unitName: 'UBND phường Một', record: null, basedOn: 0 } },
  })
  expect(await begin('Cán bộ')).toEqual({ text: t('records.notAllowed') })
  expect(await begin('Thủ trưởng P1', { unit: 'P2' })).toEqual({ text: t('records.notAllowed') })
  const notBegun = { ...toy, notBegunBy: () => 'Chưa mở' }
  expect(await begin('Thủ trưởng P1', {}, notBegun)).toEqual({ text: 'Chưa mở' })
})

it('who writes for several units is asked for which, and one of a key is corrected or shown', async () => {
  await world.join('Hai phường', 'CLERK', 'P1')
  await world.join('Hai phường', 'CLERK', 'P2')
  const asked = await begin('Hai phường', { a: 'b' })
  expect('choices' in asked && asked.choices).toEqual([
    { label: 'UBND phường Một', go: { to: 'toy', args: { a: 'b', unit: 'P1' } } },
    { label: 'UBND phường Hai', go: { to: 'toy', args: { a: 'b', unit: 'P2' } } },
  ])
  const keyed = { ...toy, key: ({ unit }: { unit?: unknown }) => `một:${unit}` }
  expect(await begin('Hai phường', { unit: 'P2' }, keyed)).toMatchObject({ start: 'toy', key: 'một:P2' })
  const known = await world.handIn('Hai phường', { unit: 'P2' }, keyed)
  const { code } = await world.stored(known)
  expect(JSON.stringify(await begin('Hai phường', { unit: 'P2' }, keyed))).toContain(code)
  await world.move('Thủ trưởng P2', known, 'sendBack', { reason: 'Sửa lại', kind: keyed })
  expect(await resumed(await begin('Hai phường', { unit: 'P2' }, keyed))).toMatchObject({ key: 'một:P2' })
  expect(await begin('Hai phường', { unit: 'P1' }, keyed)).toMatchObject({ start: 'toy', key: 'một:P1' })
})

it('what is known stands in the draft, which goes on when it is begun again; who must choose a unit comes back here', async () => {
  const again = { to: 'here', args: { of: 'x' } }
  const knowing = (name: string, title: string) => world.as(name, ctx => beginKnowing(ctx, toy, {}, { title }, again))
  const first = await knowing('Thủ trưởng P1', 'Con quay')
  const draft = await resumed(first)
  expect(draft).toMatchObject({ form: 'toy', formVersion: 1, key: 'P1:Con quay', position: 'madeOn', state: 'OPEN' })
  expect(draft.params).toMatchObject({ unit: 'P1' })
  expect(draft.answers).toMatchObject([{ field: 'title', value: 'Con quay', typed: 'Con quay' }])
  expect(await knowing('Thủ trưởng P1', 'Con quay')).toEqual(first)
  expect(await knowing('Thủ trưởng P1', 'Diều giấy')).not.toEqual(first)
  const which = await world.as('Hai phường', ctx => beginKnowing(ctx, toy, { new: 'yes' }, { title: 'Một' }, again))
  expect('choices' in which && which.choices?.map(({ go }) => go)).toEqual([
    { to: 'here', args: { of: 'x', unit: 'P1' } },
    { to: 'here', args: { of: 'x', unit: 'P2' } },
  ])
  expect(await knowing('Cán bộ', 'Một')).toEqual({ text: t('records.notAllowed') })
})
