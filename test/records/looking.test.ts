import { afterAll, beforeAll, expect, it } from 'vitest'
import { after } from '../../src/clock.ts'
import { decision } from '../../src/people/right.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { lookAt } from '../../src/records/looking.ts'
import { t, talkative, talkativeTexts } from './talkative-toy.ts'
import { fileOf, type ToyWorld, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
let id: string
let files: { id: string; name: string }[]
beforeAll(async () => {
  world = await toyWorld(talkativeTexts)
  const first = await fileOf(world, 'Đầu mối P1', 'truoc.png')
  world.clock.advance(1_000)
  const second = await fileOf(world, 'Đầu mối P1', 'sau.png', 'FAILED')
  await fileOf(world, 'Đầu mối P1', 'cua-viec-khac.png')
  // Read in the order in which they were sent, wherever they are kept.
  await world.store.prisma.storedFile.update({ where: { id: first.id }, data: { size: 1 } })
  files = [second, first]
  id = await world.handIn('Đầu mối P1', { title: 'Xe gỗ', answers: { pictures: files } }, talkative)
})
afterAll(() => world.close())

const look = (name: string, kind: AnyKind = talkative, of = id) => world.as(name, ctx => lookAt(ctx, kind, of))
const moves = async (name: string, kind: AnyKind = talkative) =>
  (await look(name, kind))?.moves.map(({ name: move }) => move)

it('nobody looks at what is not there, is of another kind, of another campaign or behind the wall', async () => {
  expect(await look('Cán bộ')).toBeNull()
  expect(await look('Đầu mối P2')).toBeNull()
  expect(await look('Đầu mối P1', { ...talkative, name: 'launch' })).toBeNull()
  expect(await look('Đầu mối P1', talkative, '00000000-0000-4000-8000-000000000000')).toBeNull()
  const elsewhere = { ...world.campaign, id: '00000000-0000-4000-8000-000000000000' }
  expect(await world.as('Đầu mối P1', ctx => lookAt({ ...ctx, campaign: elsewhere }, talkative, id))).toBeNull()
})

it('who works on it sees its state, who sent it, its answers and files, and what may be done', async () => {
  const { versions, moves: _, ...record } = await world.stored(id)
  const looked = await look('Thủ trưởng P1')
  expect(looked).toMatchObject({ record, version: versions[0], isInside: true, sender: 'Đầu mối P1', changes: [] })
  expect(looked?.state).toBe(t('records.atGate'))
  expect(looked?.answers.map(({ field, value }) => [field, value])).toEqual([
    ...[
      ['title', 'Xe gỗ'],
      ['madeOn', '18/03/2024'],
      ['story', 'Chuyện dài'],
      ['pictures', 'sau.png, truoc.png'],
    ],
  ])
  expect(looked?.files).toEqual([
    { id: files[1]?.id, name: 'truoc.png', state: 'STORED', mime: 'image/png' },
    { id: files[0]?.id, name: 'sau.png', state: 'FAILED', mime: 'image/png' },
  ])
  expect(looked?.history.map(({ what }) => what)).toEqual(['Đã gửi (bản 1)'])
  expect([looked?.more, looked?.times]).toEqual([[{ label: 'Trên kệ', value: 'DC-001' }], []])
  expect((await look('Thủ trưởng P1', toy))?.more).toEqual([])
  expect(await moves('Thủ trưởng P1')).toEqual(['approve', 'sendBack'])
})

it('what the kind knows more of it is asked with the answers, and its options with what it is about', async () => {
  const more = async (_: unknown, { code }: { code: string }, { title }: { title?: unknown }) => [
    { label: code, value: String(title) },
  ]
  const heard: unknown[] = []
  const shownWith = (_: unknown, record?: { title: string }) => {
    heard.push(record?.title)
    return {}
  }
  expect((await look('Thủ trưởng P1', { ...toy, more, shownWith }))?.more).toEqual([
    { label: 'DC-001', value: 'Xe gỗ' },
  ])
  expect(heard).toEqual(['Xe gỗ'])
})

it('from outside it is as it was let through; what waits for the head is decided on by nobody there', async () => {
  await world.move('Thủ trưởng P1', id, 'approve', { kind: talkative })
  expect(await look('Cán bộ')).toMatchObject({ isInside: true, state: 'Chờ tiếp nhận' })
  expect(await moves('Cán bộ')).toEqual(['accept', 'return', 'measure', 'drop'])
  await world.move('Cán bộ', id, 'return', { reason: 'Chưa đúng mẫu' })
  expect(await moves('Cán bộ')).toEqual(['reopen'])
  await world.handIn('Thủ trưởng P1', { record: id, basedOn: 1, title: 'Xe gỗ đỏ' }, { ...toy, isAlwaysGated: true })
  const outside = await look('Cán bộ')
  expect(outside).toMatchObject({
    isInside: false,
    sender: 'Đầu mối P1',
    version: { version: 1 },
    moves: [],
    changes: [],
  })
  expect(outside?.state).toBe('Đã trả lại')
  expect(outside?.answers[0]?.value).toBe('Xe gỗ')
  const inside = await look('Đầu mối P1')
  expect(inside).toMatchObject({ isInside: true, sender: 'Thủ trưởng P1', version: { version: 2 } })
  expect(inside?.changes[0]).toEqual({ label: 'Tên', before: 'Xe gỗ', after: 'Xe gỗ đỏ' })
  const approve = decision('toy.approve', { HEAD: 'own', PNV: 'all' })
  const anybody = { ...toy, rights: { ...toy.rights, approve } }
  expect(await moves('Cán bộ', anybody)).toEqual([])
  expect(await moves('Đầu mối P1', anybody)).toEqual([])
})

it('is seen by the agency in whose field it lies, where the kind says so', async () => {
  await world.join('Đầu mối ngành', 'OFFICIAL', 'TCKH')
  const see = decision('toy.see', { OFFICIAL: 'field' })
  const kind: AnyKind = { ...toy, agencies: () => ['TCKH'], rights: { ...toy.rights, see } }
  expect(await look('Đầu mối ngành', kind)).toMatchObject({ isInside: false, version: { version: 1 } })
  expect(await look('Đầu mối ngành', { ...kind, agencies: undefined } as unknown as AnyKind)).toBeNull()
})

it('what came in later than it was sent, and late, says when', async () => {
  const { sentAt } = await world.stored(id)
  const [receivedAt, claimedAt] = [after(sentAt, 600_000), after(sentAt, -86_400_000)]
  await world.store.prisma.recordVersion.updateMany({ where: { recordId: id }, data: { receivedAt, claimedAt } })
  await world.store.prisma.record.update({ where: { id }, data: { isLate: true } })
  expect((await look('Đầu mối P1'))?.times.map(({ value }) => value)).toEqual(
    [sentAt, receivedAt, claimedAt].map(at => at.toISOString()),
  )
})
