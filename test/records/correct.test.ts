import { afterAll, beforeAll, expect, it } from 'vitest'
import { text } from '../../src/conversation/kinds/text.ts'
import { correctRecord, marksOf } from '../../src/records/correct.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { newId } from '../../src/store/new-id.ts'
import { type ToyWorld, t, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
let id: string
beforeAll(async () => {
  world = await toyWorld()
  id = await world.handIn('Đầu mối P1', { title: 'Xe gỗ', answers: { story: null } })
})
afterAll(() => world.close())

const correct = (name: string, kind: AnyKind = toy, of = id) => world.as(name, ctx => correctRecord(ctx, kind, of))
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

it('another who may correct it has a draft of their own, and one of another campaign goes on for nobody', async () => {
  const own = await resumed(await correct('Đầu mối P1'))
  const ofHead = await resumed(await correct('Thủ trưởng P1'))
  expect([ofHead.id === own.id, ofHead.personId]).toEqual([false, world.idOf('Thủ trưởng P1')])
  expect(ofHead).toMatchObject({ campaignId: world.campaign.id, form: 'toy', createdAt: ofHead.updatedAt })
  expect(await resumed(await correct('Đầu mối P1'))).toEqual(own)
  const { id: campaignId } = world.campaign
  const other = await world.store.prisma.campaign.create({
    data: {
      ...{ id: newId(world.clock.now()), code: 'U', year: 2023, name: 'U', startsOn: '2023-01-01' },
      ...{ endsOn: '2023-12-31', plan: {}, planHash: 'u', loadedAt: world.clock.now(), isActive: false },
    },
  })
  await world.store.prisma.draft.update({ where: { id: own.id }, data: { campaignId: other.id } })
  expect(await correct('Đầu mối P1')).not.toEqual({ resume: own.id })
  await world.store.prisma.draft.updateMany({ data: { campaignId } })
})

it('what has passed is not corrected, nor what is decided; nor is it at the gate of its head again', async () => {
  await world.handIn('Đầu mối P1', { record: id, basedOn: 2, title: 'Xe sắt' })
  expect(await correct('Đầu mối P1')).toEqual(not)
  await world.move('Thủ trưởng P1', id, 'approve')
  expect(await correct('Đầu mối P1')).toEqual(not)
})

it('files that are marked stay, to be added to; beside marks the reason of the whole is not told above the summary', async () => {
  const marks = [
    { field: 'title', reason: 'Tên chưa rõ' },
    { field: 'pictures', reason: 'Ảnh mờ' },
  ]
  await world.move('Cán bộ', id, 'return', { reason: 'Xem các câu', marks })
  const kind: AnyKind = { ...toy, correctedWith: async (_, { code }) => ({ today: code, unit: 'P2' }) }
  const draft = await resumed(await correct('Đầu mối P1', kind))
  const { code } = await world.stored(id)
  expect(draft.position).toBe('pictures')
  expect(draft.params).toEqual({
    ...{ today: code, unit: 'P1', about: code, record: id, basedOn: 3 },
    notes: { title: 'Tên chưa rõ', pictures: 'Ảnh mờ' },
    before: { title: 'Xe sắt' },
  })
  expect(draft.answers.map(({ field }) => field).sort()).toEqual(['madeOn', 'pictures', 'story'])
})

it('what the form was started with is kept, what it does not ask any more falls away, what is new is asked', async () => {
  const { versions } = await world.stored(id)
  const { draftId = '' } = versions.at(-1) ?? {}
  const now = world.clock.now()
  await world.store.prisma.draft.create({
    data: {
      ...{
        id: draftId,
        personId: world.idOf('Đầu mối P1'),
        campaignId: world.campaign.id,
        form: 'toy',
        formVersion: 1,
      },
      ...{ key: 'of the version', params: { known: 'từ đầu', unit: 'P9' }, position: 'review', state: 'SUBMITTED' },
      ...{ createdAt: now, updatedAt: now },
    },
  })
  await world.move('Cán bộ', id, 'reopen', { reason: 'Xem sót một điểm' })
  await world.move('Cán bộ', id, 'return', { reason: 'Làm lại từ đầu' })
  await world.store.prisma.draft.updateMany({ where: { state: 'OPEN' }, data: { state: 'CANCELLED' } })
  const later = text({ min: 1 })
  const { story, ...fields } = toy.form.fields
  const form = {
    ...toy.form,
    fields: { ...fields, later, story: { ...story, when: ({ title }: { title?: unknown }) => title === 'Xe gỗ' } },
    order: [...toy.form.order, 'later'],
  }
  const again = await resumed(await correct('Đầu mối P1', { ...toy, form } as unknown as AnyKind))
  expect(again.position).toBe('later')
  expect(again.params).toMatchObject({ known: 'từ đầu', unit: 'P1', notes: { review: 'Làm lại từ đầu' } })
  expect(again.answers.map(({ field }) => field).sort()).toEqual(['madeOn', 'pictures', 'title'])
})

it('a version of another form of the kind is corrected in that form', async () => {
  const other = { ...toy.form, id: 'other', version: 7 }
  const kind = { ...toy, otherForms: [{ ...toy.form, id: 'third' }, other] } as unknown as AnyKind
  await world.store.prisma.recordVersion.updateMany({
    where: { recordId: id },
    data: { form: 'other', formVersion: 7 },
  })
  const draft = await resumed(await correct('Đầu mối P1', kind))
  expect(draft).toMatchObject({ form: 'other', formVersion: 7 })
  expect(await correct('Đầu mối P1', kind)).toEqual({ resume: draft.id })
})

it('what goes on with its next part is opened by its key, with no reason above it, and what was skipped stays so', async () => {
  const { approve: _, ...rights } = toy.rights
  const kind: AnyKind = {
    ...toy,
    rights,
    handedIn: 'NEW',
    key: ({ unit }) => `một:${unit}`,
    because: () => 'Bổ sung số',
  }
  const next = await world.handIn('Đầu mối P1', { answers: { story: null } }, kind)
  expect((await world.stored(next)).moves).toMatchObject([{ action: 'handIn', reason: 'Bổ sung số', marks: null }])
  const draft = await resumed(await correct('Đầu mối P1', kind, next))
  expect(draft).toMatchObject({ key: 'một:P1', position: 'review' })
  expect(draft.params).toHaveProperty('notes', {})
  const skipped = await world.store.prisma.$queryRaw`
    SELECT field FROM answer WHERE draft_id = ${draft.id}::uuid AND value IS NULL`
  expect(skipped).toEqual([{ field: 'story' }])
})

it('without a return nothing is marked', () => {
  expect(marksOf(null)).toEqual([])
})
