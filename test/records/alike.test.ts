import { afterAll, beforeAll, expect, it } from 'vitest'
import { alikeTo } from '../../src/records/alike.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

const { story: _, ...fewer } = toy.form.fields
/** A shorter form of the kind. */
const short = { ...toy.form, id: 'short', fields: fewer, order: toy.form.order.filter(name => name !== 'story') }

let world: ToyWorld
let own: string
let seen: string
let unseen: string
beforeAll(async () => {
  world = await toyWorld()
  own = await world.handIn('Thủ trưởng P1', { title: 'Xe gỗ' })
  const { story: __, ...rest } = { story: '', madeOn: '2024-03-17' }
  seen = await world.handIn('Thủ trưởng P2', { unit: 'P2', title: 'Xe sắt', answers: rest })
  unseen = await world.handIn('Đầu mối P2', { unit: 'P2', title: 'Xe giấy' })
  await world.store.prisma.recordVersion.updateMany({ where: { recordId: seen }, data: { form: 'short' } })
})
afterAll(() => world.close())

const asked: string[] = []
const kind = (...alike: string[]): AnyKind => ({
  ...{ ...toy, otherForms: [short] },
  alike: async (_ctx, { id }) => {
    asked.push(id)
    return alike
  },
})
const alikes = (name: string, of: string, as: AnyKind) => world.as(name, ctx => alikeTo(ctx, as, of))

it('those that are alike stand question by question beside it, those that the person does not see left out', async () => {
  expect(await alikes('Cán bộ', own, kind(unseen, seen))).toEqual([
    {
      title: 'DC-002, UBND phường Hai: Chờ tiếp nhận',
      page: `do-choi/${seen}`,
      rows: [
        { label: 'Tên', own: 'Xe gỗ', other: 'Xe sắt' },
        { label: 'Ngày làm', own: '18/03/2024', other: '17/03/2024' },
        { label: 'Câu chuyện', own: 'Chuyện dài', other: '' },
        { label: 'Ảnh', own: '(không có)', other: '(không có)' },
      ],
    },
  ])
  expect(asked).toEqual([own])
  const [reverse] = await alikes('Cán bộ', seen, kind(own))
  expect(reverse?.rows.at(-1)).toEqual({ label: 'Câu chuyện', own: '', other: 'Chuyện dài' })
})

it('of what a person does not see nothing is compared, nor of a kind that knows none', async () => {
  asked.length = 0
  expect(await alikes('Cán bộ', unseen, kind(own))).toEqual([])
  expect(asked).toEqual([])
  expect(await alikes('Cán bộ', own, toy)).toEqual([])
  expect(await alikes('Thủ trưởng P2', seen, kind(unseen, own))).toMatchObject([
    { title: 'DC-003, UBND phường Hai: Chờ thủ trưởng duyệt' },
  ])
})
