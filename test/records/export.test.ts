import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ExportTable, Names } from '../../src/contract/export-table.ts'
import type { Answers, Params } from '../../src/conversation/field.ts'
import { defineForm, type Form } from '../../src/conversation/form.ts'
import { choice, choiceOf } from '../../src/conversation/kinds/choice.ts'
import { date } from '../../src/conversation/kinds/date.ts'
import { files } from '../../src/conversation/kinds/files.ts'
import { integer, money } from '../../src/conversation/kinds/number.ts'
import { text } from '../../src/conversation/kinds/text.ts'
import { kindTable } from '../../src/records/export.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { fileOf, type ToyWorld, t, toy, toyWorld } from './toy-world.ts'

const options = (params: Params) => (params.options as { code: string; label: string }[]) ?? []
const form = defineForm({
  ...{ id: 'toy', version: 1, texts: 'toy.form' },
  fields: {
    title: text(),
    madeOn: date({ optional: true }),
    story: choiceOf(options, { optional: true }),
    size: choice(['S'], { optional: true }),
    wheels: integer({ optional: true }),
    price: money({ optional: true }),
    pictures: files(),
  },
})
const { columns: _, ...common } = toy
const priced: AnyKind = {
  ...common,
  columns: [],
  form: form as unknown as Form,
  shownWith: ({ t: say, campaign }, record) => ({
    options: [{ code: 'S', label: `${say('toy.thing')} ${campaign.year}: ${record?.title} ${record?.topic}` }],
  }),
  topic: () => 'WOOD',
}

let world: ToyWorld
beforeAll(async () => {
  world = await toyWorld()
  const pictures = [await fileOf(world, 'Đầu mối P1', 'a.png'), await fileOf(world, 'Đầu mối P1', 'b.png')]
  const answers: Answers = { madeOn: '2024-03-18', story: 'S', size: 'S', wheels: 4, price: 79_996_000_000n, pictures }
  const id = await world.handIn('Đầu mối P1', { title: 'Xe gỗ', answers }, priced)
  await world.move('Thủ trưởng P1', id, 'approve', { kind: priced })
  await world.move('Cán bộ', id, 'return', { reason: 'Chưa đúng mẫu', kind: priced })
  await world.handIn('Đầu mối P1', { record: id, basedOn: 1, title: 'Xe gỗ đỏ', answers }, priced)
  await world.move('Thủ trưởng P1', id, 'approve', { kind: priced })
  await world.move('Cán bộ', id, 'return', { reason: 'Chưa đúng mẫu', kind: priced })
  await world.store.prisma.recordVersion.updateMany({ where: { recordId: id, version: 1 }, data: { role: 'CLERK' } })
  await world.handIn('Đầu mối P1', { record: id, basedOn: 2, title: 'Xe gỗ xanh', answers }, priced)
  await world.store.prisma.record.update({ where: { id }, data: { isLate: true, isSample: true } })
  const none: Answers = { madeOn: null, story: null, size: null, wheels: null, price: null, pictures: [] }
  await world.handIn('Thủ trưởng P2', { unit: 'P2', title: 'Diều', answers: none }, priced)
  await world.handIn('Đầu mối P1', { title: 'Chờ duyệt', answers }, priced)
})
afterAll(() => world.close())

const at = async () => ({ campaign: world.campaign, today: Temporal.PlainDate.from('2024-03-20'), day: null })
async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}
const lines = (table: ExportTable) => {
  const names: Names = {
    ...{ campaign: world.campaign, targets: new Map(), duties: new Map() },
    t: (key, params) => (key === 'toy.form.size.options.S' ? 'Nhỏ' : t(key, params)),
    units: new Map([['P1', 'UBND phường Một']]),
    people: new Map([[world.idOf('Đầu mối P1'), 'Đầu mối P1']]),
  }
  return all(table.lines(world.store.prisma, names, at))
}
const records = (table: ExportTable) => all(table.records(world.store.prisma, at))

it('has a column for each question, under its own words, beside what all records have', () => {
  const table = kindTable(priced)
  const of = (name: string) => `toy.form.${name}.label`
  expect(table).toMatchObject({ title: 'toy.page', isOfHouse: false })
  expect(table.headings).toEqual([
    ...[
      'code',
      'unitCode',
      'unitName',
      of('title'),
      of('madeOn'),
      of('story'),
      of('size'),
      of('wheels'),
      of('price'),
      of('pictures'),
    ],
    ...['state', 'isLate', 'isSample', 'sentAt', 'sender'],
  ])
})

it('holds what was let through as it was then: days as days, numbers as numbers, files counted, the rest in words', async () => {
  const sent = (nth: number) =>
    world.store.prisma.record.findFirstOrThrow({ where: { number: nth }, include: { versions: true } })
  const [one, two] = [await sent(1), await sent(2)]
  expect(await lines(kindTable(priced))).toEqual([
    [
      ...[
        'DC-001',
        'P1',
        'UBND phường Một',
        'Xe gỗ đỏ',
        { day: '2024-03-18' },
        'đồ chơi 2024: Xe gỗ xanh WOOD',
        'Nhỏ',
        4,
        79_996_000_000n,
        2,
      ],
      ...['Đã trả lại', 'có', 'có', { at: one.versions.find(({ version }) => version === 2)?.sentAt }, 'Đầu mối P1'],
    ],
    [
      ...['DC-002', 'P2', null, 'Diều', null, null, null, null, null, 0],
      ...['Chờ tiếp nhận', 'không', 'không', { at: two.versions[0]?.sentAt }, null],
    ],
  ])
})

it('programs get the record without what only a search reads, and nothing of what waits for a head', async () => {
  const rows = await records(kindTable(priced))
  expect(rows).toMatchObject([
    {
      code: 'DC-001',
      kind: 'toy',
      authorId: world.idOf('Đầu mối P1'),
      answers: { title: 'Xe gỗ đỏ', price: 79_996_000_000n },
    },
    { code: 'DC-002', answers: { title: 'Diều', wheels: null } },
  ])
  for (const row of rows) {
    expect(row).not.toHaveProperty('searchText')
    expect(row).not.toHaveProperty('versions')
  }
  expect(await records(kindTable({ ...priced, name: 'launch' }))).toEqual([])
})

it('of what is personal it says that it is there, and neither whose nor what', async () => {
  const table = kindTable({ ...priced, isPersonal: true })
  expect(table.headings).toEqual([
    ...['code', 'unitCode', 'unitName', 'toy.page', 'state', 'isLate', 'isSample', 'sentAt'],
  ])
  expect((await lines(table)).map(([code, , , title]) => [code, title])).toEqual([
    ...[
      ['DC-001', 'Xe gỗ xanh'],
      ['DC-002', 'Diều'],
    ],
  ])
  for (const row of await records(table)) expect(row).toMatchObject({ authorId: null, key: null, answers: {} })
})

it('what its form does not know, or what the version does not say, is an empty cell', async () => {
  const answers = { title: { value: 'Xe gỗ', typed: '' }, wheels: { value: 5, typed: '' } }
  const { id } = await world.store.prisma.record.findFirstOrThrow({ where: { code: 'DC-001' } })
  await world.store.prisma.recordVersion.updateMany({ where: { recordId: id }, data: { answers } })
  const older = { ...form, order: [...form.order, 'gone'] } as unknown as Form
  const [line] = await lines(kindTable({ ...priced, form: older }))
  expect(line?.slice(3, 11)).toEqual(['Xe gỗ', null, null, null, 5, null, null, null])
  const { shownWith: __, ...unshown } = priced
  const bare = { ...unshown, form: { ...older, fields: { ...older.fields, title: older.fields.story } } as Form }
  expect((await lines(kindTable(bare)))[0]?.[3]).toBe('Xe gỗ')
})

it('is read part by part to its end, in the order of the numbers', async () => {
  await world.store.prisma.$executeRaw`
    INSERT INTO record (id, kind, campaign_id, unit_code, number, code, key, state, version, passed_version, author_id, title, search_text,
      sent_at, received_at)
    SELECT gen_random_uuid(), kind, campaign_id, unit_code, n, 'DC-' || n, 'k' || n, state, 1, 1, author_id, title, '', sent_at, received_at
    FROM record, generate_series(260, 4, -1) n WHERE code = 'DC-002'`
  const rows = (await records(kindTable(priced))) as { number: number; answers: object; sentAt: Date }[]
  const numbers = rows.map(({ number }) => number)
  expect([numbers.length, numbers]).toEqual([259, numbers.toSorted((one, other) => one - other)])
  expect(rows.at(-1)).toMatchObject({ answers: {}, sentAt: expect.any(Date) })
})
