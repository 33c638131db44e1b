import { afterAll, beforeAll, expect, it } from 'vitest'
import { after } from '../../src/clock.ts'
import { right } from '../../src/people/right.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { myRecords } from '../../src/records/mine.ts'
import { type ToyWorld, t, toy, toyWorld } from './toy-world.ts'

/** Of the same life, under another name. */
const launch: AnyKind = { ...toy, name: 'launch', letters: 'PD' }
/** Officials write too, and see nothing of their unit but what is theirs. */
const ofOfficials: AnyKind = {
  ...toy,
  rights: { ...toy.rights, write: right('toy.write', { ...toy.rights.write.powers, OFFICIAL: 'own' }) },
}
const personal: AnyKind = { ...toy, isPersonal: true }

let world: ToyWorld
let returned: string
beforeAll(async () => {
  world = await toyWorld()
  await world.join('Công chức', 'OFFICIAL', 'P1')
  const long = 'Xe gỗ có bốn bánh và một sợi dây để kéo đi'
  returned = await world.handIn('Công chức', { title: long }, ofOfficials)
  await world.move('Thủ trưởng P1', returned, 'sendBack', { reason: 'Sửa lại' })
  for (let nth = 2; nth <= 10; nth += 1) await world.handIn('Đầu mối P1', { title: `Con quay ${nth}` })
  await world.handIn('Đầu mối P2', { unit: 'P2', title: 'Diều' })
})
afterAll(() => world.close())

const mine = (name: string, from = 0, kinds: readonly AnyKind[] = [toy]) =>
  world.as(name, ctx => myRecords(ctx, kinds, from))
const codes = async (...asked: Parameters<typeof mine>) =>
  ((await mine(...asked)).choices ?? []).map(({ label }) => label.split(' ')[0])

it('who has sent nothing is told so', async () => {
  expect(await mine('Cán bộ')).toEqual({ text: 'Anh/chị chưa gửi hồ sơ nào.' })
  expect(await mine('Đầu mối P1', 0, [launch])).toEqual({ text: t('records.mine.none') })
})

it('what the unit sent stands there, the latest first, eight at once, with where it stands', async () => {
  const screen = await mine('Đầu mối P1')
  const { id } = await world.store.prisma.record.findFirstOrThrow({ where: { code: 'DC-010' } })
  expect(screen).toMatchObject({ title: 'Hồ sơ của tôi: 10', text: 'Anh/chị chọn một hồ sơ để xem:' })
  expect(screen.choices?.[0]).toEqual({
    label: 'DC-010 Con quay 10 – Chờ thủ trưởng duyệt',
    go: { to: 'record.show', args: { kind: 'toy', id } },
  })
  const nth = (...all: string[]) => all.map(one => `DC-${one}`)
  expect(await codes('Đầu mối P1')).toEqual([...nth('010', '009', '008', '007', '006', '005', '004', '003'), 'Xem'])
  expect(screen.choices?.at(-1)).toEqual({ label: 'Xem thêm 2 hồ sơ', go: { to: 'records', args: { from: '8' } } })
  expect(await codes('Đầu mối P1', 8)).toEqual(nth('002', '001'))
  const last = (await mine('Đầu mối P1', 9)).choices
  expect(last).toEqual([
    {
      label: 'DC-001 Xe gỗ có bốn bánh và một sợi dây để kéo… – Chưa gửi',
      go: { to: 'record.show', args: { kind: 'toy', id: returned } },
    },
  ])
  expect((await mine('Đầu mối P1', 1)).choices?.at(-1)?.go).toEqual({ to: 'records', args: { from: '9' } })
  expect(await codes('Đầu mối P1', 2)).toHaveLength(8)
})

it('of one moment they stand by kind, and the higher number first', async () => {
  const [one, two] = [{ code: 'DC-009' }, { code: { in: ['DC-007', 'DC-008'] } }]
  const { sentAt } = await world.store.prisma.record.findFirstOrThrow({ where: { code: 'DC-010' } })
  await world.store.prisma.record.updateMany({ where: { OR: [one, two] }, data: { sentAt } })
  await world.store.prisma.record.updateMany({ where: one, data: { kind: 'launch' } })
  const [first] = (await mine('Đầu mối P1', 0, [toy, launch])).choices ?? []
  expect(first?.go.args?.kind).toBe('launch')
  expect((await codes('Đầu mối P1', 0, [toy, launch])).slice(0, 4)).toEqual(['DC-009', 'DC-010', 'DC-008', 'DC-007'])
  expect(await codes('Đầu mối P1', 0, [toy])).not.toContain('DC-009')
  await world.store.prisma.record.updateMany({ where: one, data: { kind: 'toy' } })
  const later = after(sentAt, 1)
  await world.store.prisma.record.updateMany({ where: { code: 'DC-002' }, data: { sentAt: later } })
  expect((await codes('Đầu mối P1')).slice(0, 2)).toEqual(['DC-002', 'DC-010'])
})

it('what somebody sent is theirs, also where another corrected it; of others’ personal ones nothing', async () => {
  expect(await codes('Công chức')).toEqual(['DC-001'])
  await world.handIn('Đầu mối P1', { record: returned, basedOn: 1, title: 'Xe' })
  expect((await world.stored(returned)).authorId).toBe(world.idOf('Đầu mối P1'))
  expect(await codes('Công chức')).toEqual(['DC-001'])
  expect(await codes('Công chức', 0, [personal])).toEqual(['DC-001'])
  const authorId = world.idOf('Công chức')
  await world.store.prisma.record.updateMany({ where: { code: 'DC-005' }, data: { authorId } })
  expect(await codes('Công chức')).toEqual(['DC-001', 'DC-005'])
  expect((await mine('Thủ trưởng P1')).title).toContain('10')
  expect(await mine('Thủ trưởng P1', 0, [personal])).toEqual({ text: t('records.mine.none') })
})

it('what a unit that has ended sent is of who has taken its place', async () => {
  const { campaign } = world
  const ended = { validTo: '2024-03-01', successors: ['P2'] }
  const units = new Map([...campaign.units].map(([code, unit]) => [code, code === 'P1' ? { ...unit, ...ended } : unit]))
  const title = async (ofCampaign: typeof campaign) =>
    (await world.as('Thủ trưởng P2', ctx => myRecords({ ...ctx, campaign: ofCampaign }, [toy], 0))).title
  expect([await title(campaign), await title({ ...campaign, units })]).toEqual([
    'Hồ sơ của tôi: 1',
    'Hồ sơ của tôi: 11',
  ])
  expect(await title({ ...campaign, id: '00000000-0000-4000-8000-000000000000' })).toBeUndefined()
})
