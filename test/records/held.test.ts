import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Erasure } from '../../src/people/personal-data.ts'
import { heldOfRecords } from '../../src/records/held.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { fileOf, type ToyWorld, toyWorld } from './toy-world.ts'

let world: ToyWorld
let first: string
let second: string
let own: { id: string; name: string }[]
let others: { id: string; name: string }
beforeAll(async () => {
  world = await toyWorld()
  own = [await fileOf(world, 'Đầu mối P1', 'Ảnh của Đầu mối.PNG'), await fileOf(world, 'Đầu mối P1', 'không đuôi')]
  others = await fileOf(world, 'Thủ trưởng P1', 'anh-chung.png')
  first = await world.handIn('Đầu mối P1', { title: 'Xe gỗ', answers: { pictures: [...own, others], story: null } })
  await world.move('Thủ trưởng P1', first, 'sendBack', { reason: 'Sửa lại' })
  const answers = { pictures: [others], story: null }
  await world.handIn('Thủ trưởng P1', { record: first, basedOn: 1, title: 'Xe sắt', answers })
  second = await world.handIn('Đầu mối P1', { title: 'Diều' })
  await world.store.prisma.recordVersion.updateMany({ where: { recordId: first, version: 1 }, data: { role: 'CLERK' } })
})
afterAll(() => world.close())

/** Columns by what is said of them, «table.column». */
const saying = (what: string) =>
  Object.entries(heldOfRecords.says).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, says]) => (says === what ? [`${table}.${column}`] : [])),
  )

it('what people write stands in six columns; the others that hold text hold codes', async () => {
  expect(heldOfRecords.name).toBe('records')
  const words = [
    ...['record.title', 'record.search_text', 'reason_text.text', 'record_version.answers'],
    ...['record_move.reason', 'record_move.marks'],
  ]
  expect(saying('words')).toEqual(words)
  const holding = await world.store.prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_name IN ('record', 'reason_text', 'record_version', 'record_move') AND data_type IN ('text', 'jsonb')`
  const codes = holding.flatMap(({ name }) => (words.includes(name) ? [] : [name]))
  expect(saying('impersonal').sort()).toEqual(codes.sort())
})

it('of a person there are the versions that they handed in, the first first, and nothing of another’s', async () => {
  const held = await inTransaction(world.store.prisma, async tx => heldOfRecords.holds?.(tx, world.idOf('Đầu mối P1')))
  const { versions } = await world.stored(first)
  const of = { kind: 'toy', unitCode: 'P1', state: 'SENT', role: 'CLERK', version: 1 }
  expect(held).toEqual({
    count: 2,
    rows: [
      { ...of, code: 'DC-001', title: 'Xe sắt', answers: versions[0]?.answers, sentAt: versions[0]?.sentAt },
      {
        ...{ ...of, code: 'DC-002', title: 'Diều', state: 'NEW' },
        answers: expect.objectContaining({ title: { value: 'Diều', typed: '«Diều»' } }),
        sentAt: (await world.stored(second)).sentAt,
      },
    ],
  })
  const none = await inTransaction(world.store.prisma, async tx => heldOfRecords.holds?.(tx, world.idOf('Cán bộ')))
  expect(none).toEqual({ count: 0, rows: [] })
})

it('when they are erased their files are called anew in every answer that names them, and no other', async () => {
  const before = await world.stored(first)
  const account = await world.store.prisma.account.findFirstOrThrow({ where: { externalId: 'Đầu mối P1' } })
  const erasure = {
    accountIds: [account.id],
    neutralFileName: (id: string) => `tep-${id.slice(-6)}`,
  } as unknown as Erasure
  const erase = (of: Erasure) => inTransaction(world.store.prisma, async tx => heldOfRecords.erase?.(tx, of))
  await erase({ ...erasure, accountIds: [] })
  expect((await world.stored(first)).versions).toEqual(before.versions)
  await erase(erasure)
  const [one, two] = (await world.stored(first)).versions
  const [picture, bare] = own.map(({ id }) => ({ id, name: `tep-${id.slice(-6)}` }))
  const pictures = [{ id: picture?.id, name: `${picture?.name}.PNG` }, bare, others]
  const [was, then] = before.versions
  expect(one?.answers).toEqual({ ...(was?.answers as object), pictures: { value: pictures, typed: '' } })
  expect(two?.answers).toEqual(then?.answers)
  expect((await world.stored(second)).versions[0]?.answers).toHaveProperty('title.value', 'Diều')
})
