import { afterAll, beforeAll, expect, it } from 'vitest'
import { follow } from '../../src/records/follow.ts'
import { changesOf, historyOfRecord, versionsSeen } from '../../src/records/history.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { recordsComeBack, recordsGoOn } from '../../src/records/succession.ts'
import { talkative, talkativeTexts } from './talkative-toy.ts'
import { type ToyWorld, toyWorld } from './toy-world.ts'

const other = { ...talkative.form, id: 'other', texts: 'toy.other' }
const kind: AnyKind = { ...talkative, otherForms: [other] }

let world: ToyWorld
let id: string
beforeAll(async () => {
  const label = (words: string) => ({ label: words })
  const texts = { title: label('Tên mới'), madeOn: label('Ngày'), story: label('Chuyện'), pictures: label('Ảnh') }
  world = await toyWorld({ ...talkativeTexts, other: texts })
  id = await world.handIn('Đầu mối P1', { title: 'Xe' }, kind)
  await world.move('Thủ trưởng P1', id, 'sendBack', { marks: [{ field: 'title', reason: 'Tên quá ngắn' }], kind })
  await world.handIn('Đầu mối P1', { record: id, basedOn: 1, title: 'Xe gỗ' }, kind)
  await world.move('Thủ trưởng P1', id, 'approve', { kind })
  await world.store.prisma.recordVersion.updateMany({ where: { recordId: id, version: 2 }, data: { form: 'other' } })
  await world.store.prisma.recordVersion.updateMany({ where: { recordId: id, version: 1 }, data: { form: 'toy' } })
  await world.move('Cán bộ', id, 'return', { marks: [{ field: 'title', reason: 'Gỗ gì vậy?' }], kind })
  await world.handIn('Đầu mối P1', { record: id, basedOn: 2, title: 'Xe gỗ mít' }, kind)
  await world.move('Thủ trưởng P1', id, 'approve', { kind })
  await world.move('Cán bộ', id, 'measure', { reason: 'Dài hai gang', kind })
  await world.as('Cán bộ', async ctx => {
    await follow(ctx, kind, id, 'SENT', 'Theo hồ sơ khác')
    await recordsGoOn(ctx, [kind], { from: 'P1', to: 'P2' })
    await recordsComeBack(ctx, [{ id, from: 'P1', to: 'P2' }])
  })
})
afterAll(() => world.close())

const history = (isInside: boolean) =>
  world.as('Cán bộ', async ctx => historyOfRecord(ctx, kind, await versionsSeen(ctx, id, isInside), isInside))

it('is told from inside in sentences, the first move first: who in which role, what, why, and what was noted', async () => {
  const at = (await world.stored(id)).moves.map(move => move.at.toISOString())
  const clerk = 'Đầu mối P1 (Đầu mối của đơn vị, UBND phường Một)'
  const head = 'Thủ trưởng P1 (Thủ trưởng đơn vị, UBND phường Một)'
  const officer = 'Cán bộ (Cán bộ cơ quan thường trực, Phòng Nội vụ)'
  const told = await history(true)
  expect(told).toEqual([
    { at: at[0], who: clerk, what: 'Đã gửi (bản 1)' },
    { at: at[1], who: head, what: 'Đã trả lại đầu mối (bản 1)', reason: '• Tên: Tên quá ngắn' },
    { at: at[2], who: clerk, what: 'Đã gửi (bản 2)' },
    { at: at[3], who: head, what: 'Đã phê duyệt (bản 2)' },
    { at: at[4], who: officer, what: 'Đã trả lại (bản 2)', reason: '• Tên mới: Gỗ gì vậy?' },
    { at: at[5], who: clerk, what: 'Đã gửi (bản 3)' },
    { at: at[6], who: head, what: 'Đã phê duyệt (bản 3)' },
    { at: at[7], who: officer, what: 'Đã đo (bản 3)', reason: 'Dài hai gang', noted: 'Kích thước' },
    { at: at[8], who: 'Hệ thống', what: 'Chuyển trạng thái theo hồ sơ liên quan (bản 3)', reason: 'Theo hồ sơ khác' },
    { at: at[9], who: 'Hệ thống', what: 'Chuyển từ UBND phường Một sang UBND phường Hai, đơn vị kế thừa' },
    {
      ...{ at: at[10], who: 'Hệ thống' },
      what: 'Chuyển trở lại từ UBND phường Hai về UBND phường Một: việc sắp xếp đơn vị được hoàn tác',
    },
  ])
})

it('is told from outside without what never went beyond the unit, and without the head’s own returns', async () => {
  await world.store.prisma.recordMove.updateMany({ where: { recordId: id, action: 'sendBack' }, data: { version: 2 } })
  expect((await history(true))[1]?.what).toBe('Đã trả lại đầu mối (bản 2)')
  expect((await history(false)).map(({ what }) => what).slice(0, 4)).toEqual([
    ...['Đã gửi (bản 2)', 'Đã phê duyệt (bản 2)', 'Đã trả lại (bản 2)', 'Đã gửi (bản 3)'],
  ])
})

it('of no version nothing is told', async () => {
  expect(await world.as('Cán bộ', ctx => historyOfRecord(ctx, kind, [], true))).toEqual([])
})

it('the versions that are seen are the oldest first, and the newest is compared with the one before it', async () => {
  const seen = (isInside: boolean) => world.as('Cán bộ', ctx => versionsSeen(ctx, id, isInside))
  const all = await seen(true)
  expect([all.map(({ version }) => version), (await seen(false)).map(({ version }) => version)]).toEqual([
    ...[
      [1, 2, 3],
      [2, 3],
    ],
  ])
  const changed = (nth: number) => world.as('Cán bộ', async ctx => changesOf(ctx, kind, all.slice(0, nth)))
  expect(await changed(3)).toEqual([{ label: 'Tên', before: 'Xe gỗ', after: 'Xe gỗ mít' }])
  expect(await changed(2)).toEqual([{ label: 'Tên mới', before: 'Xe', after: 'Xe gỗ' }])
  expect([await changed(1), await changed(0)]).toEqual([[], []])
})
