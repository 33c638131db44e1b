import { afterEach, describe, expect, it } from 'vitest'
import type { RoomAnswer } from '../../../src/contract/desk-page.ts'
import { dossierRoom } from '../../../src/features/dossier/grid/room.tsx'
import { filesOf } from '../../support/chat.ts'
import { storedFigures } from '../../support/figures.ts'
import { type DossierWorld, dossierWorld, office, paste, ward } from './dossier-world.ts'
import { filledIn, number } from './filled-template.ts'

let world: DossierWorld
afterEach(() => world.close())

async function aWard(): Promise<void> {
  world = await dossierWorld()
  await world.join('Đầu mối', 'CLERK', ward)
  await world.join('Thủ trưởng', 'HEAD', ward)
  await world.join('Cán bộ', 'PNV', office)
  await world.settled(ward)
}

const there = { rest: '', search: new URLSearchParams({ ky: '2024-Q1' }), address: '/desk/so-lieu', csrf: 'x' }

/** The page as it stands for this person. */
async function look(name: string, rest = ''): Promise<RoomAnswer> {
  const answer = await world.as(name, ctx => dossierRoom.answer(ctx, { ...there, rest, form: null }))
  if (!answer) throw new Error('there is no such page')
  return answer
}

/** Posts the page with its own fields, some of them filled in. */
async function post(
  name: string,
  page: RoomAnswer,
  fields: Readonly<Record<string, string | File | string[]>>,
): Promise<RoomAnswer> {
  const form = fieldsIn(await htmlOf(page))
  for (const [field, value] of Object.entries(fields)) {
    form.delete(field)
    for (const one of Array.isArray(value) ? value : [value]) form.append(field, one)
  }
  const answer = await world.as(name, ctx => dossierRoom.answer(ctx, { ...there, rest: 'luu', form }))
  if (!answer) throw new Error('the form was not taken')
  return answer
}

async function htmlOf(answer: RoomAnswer): Promise<string> {
  if (!('body' in answer)) throw new Error('no page was given')
  return String(await answer.body())
}

/** The fields of the grid as a browser without script sends them. */
function fieldsIn(html: string): FormData {
  const form = new FormData()
  const [, grid = html] = /<form class="grid"([\s\S]*?)<\/form>/.exec(html) ?? []
  for (const [input] of grid.matchAll(/<input\b[^>]*>/g)) {
    const name = /\sname="([^"]*)"/.exec(input)?.[1]
    const value = /\svalue="([^"]*)"/.exec(input)?.[1] ?? ''
    if (name) form.append(name, value.replaceAll('&amp;', '&').replaceAll('&quot;', '"'))
  }
  if (!form.has('ky')) {
    form.append('ky', '2024-Q1')
    form.append('dv', ward)
  }
  return form
}

const cells = {
  'o-C02': 'không phát sinh',
  'o-C07': '20/20',
  'o-C08': '18/20',
  'o-C09': '150/200',
  'o-C10a': '24/25',
  'o-C10b': '20/25',
  'o-C10c': '3/40',
  'o-C11': '1/2',
  'o-C12c': '12/12',
  'o-C16': 'có',
  'o-C18': '300/310',
}

const inExcel = {
  1: { value: 'không phát sinh' },
  2: { value: number(20), whole: number(20) },
  3: { value: number(18), whole: number(20) },
  4: { value: number(150), whole: number(200) },
  5: { value: '24', whole: '25' },
  6: { value: '20/25' },
  7: { value: number(3), whole: number(40) },
  8: { value: number(1), whole: number(2) },
  9: { value: number(12), whole: number(12) },
  10: { value: 'có' },
  11: { value: number(300), whole: number(310) },
}

/** What is stored in the end, without who typed what and when. */
async function outcome() {
  const { prisma } = world.system
  const figures = (await storedFigures(prisma)).map(
    ({ targetCode, period, version, state, numerator, denominator, isDone, text, asOf, isLate }) => ({
      ...{ targetCode, period, version, state, numerator, denominator, isDone, text, asOf, isLate },
    }),
  )
  const versions = await prisma.recordVersion.findMany({
    include: { record: true },
    orderBy: [{ record: { key: 'asc' } }, { version: 'asc' }],
  })
  const obligations = await prisma.obligation.findMany({
    where: { unitCode: ward },
    orderBy: [{ dutyCode: 'asc' }, { period: 'asc' }],
  })
  const moves = await prisma.recordMove.findMany({
    include: { record: true },
    orderBy: [{ record: { key: 'asc' } }, { seq: 'asc' }],
  })
  return {
    figures,
    versions: versions.map(({ record, version, form, answers, role, passedAt }) => ({
      ...{ key: record.key, title: record.title, version, form, role, isPassed: passedAt !== null },
      answers: Object.fromEntries(
        Object.entries(answers as Record<string, { value: unknown }>).map(([name, { value }]) => [name, value]),
      ),
    })),
    obligations: obligations.map(({ dutyCode, period, state }) => ({ dutyCode, period, state })),
    moves: moves.map(({ record, action, from, to, role }) => ({ key: record.key, action, from, to, role })),
  }
}

async function byChat() {
  await aWard()
  await world.say('Đầu mối', 'báo cáo quý I')
  await world.say('Đầu mối', paste)
  await world.say('Đầu mối', 'gửi')
  await world.pressNotice('Thủ trưởng')
  await world.say('Thủ trưởng', '1')
  return outcome()
}

async function byGrid() {
  await aWard()
  const saved = await post('Đầu mối', await look('Đầu mối'), { ...cells, do: 'luu' })
  expect(await htmlOf(saved)).toContain('Đã lưu 11 số liệu sẵn sàng gửi')
  const sent = await post('Đầu mối', saved, { do: 'gui' })
  expect(sent).toMatchObject({ isGood: true, say: expect.stringContaining('Đã gửi 11 số liệu') })
  const ticks = [...(await htmlOf(await look('Thủ trưởng'))).matchAll(/name="chon" value="([^"]*)"/g)].map(
    ([, id = '']) => id,
  )
  expect(ticks).toHaveLength(11)
  const decided = await post('Thủ trưởng', await look('Thủ trưởng'), { chon: ticks, do: 'duyet' })
  expect(decided).toMatchObject({ isGood: true, say: expect.stringContaining('Đã duyệt 11 số liệu') })
  return outcome()
}

async function template(): Promise<Uint8Array> {
  const answer = await look('Đầu mối', 'mau')
  if (!('file' in answer)) throw new Error('no file was given')
  return answer.file.bytes
}

async function byExcelOnThePage() {
  await aWard()
  const file = new File([Uint8Array.from(await filledIn(await template(), inExcel))], 'so-lieu.xlsx')
  const preview = await post('Đầu mối', await look('Đầu mối'), { tep: file, do: 'tep' })
  expect(await htmlOf(preview)).toContain('11 ô khác với bảng hiện tại')
  expect(await world.system.prisma.figureSheet.findFirst({ where: { revision: { gt: 0 } } })).toBeNull()
  // What the preview shows is saved by the fields of the page: they say what stood there before.
  const saved = await post('Đầu mối', preview, { do: 'luu' })
  await post('Đầu mối', saved, { do: 'gui' })
  await world.pressNotice('Thủ trưởng')
  await world.say('Thủ trưởng', '1')
  return outcome()
}

async function byExcelInTheChat() {
  await aWard()
  await world.say('Đầu mối', 'báo cáo quý I')
  const given = await world.say('Đầu mối', 'Điền bằng tệp Excel hoặc bảng trên web')
  const { fileId = '' } = given.attachments?.[0] ?? {}
  const stored = await world.system.prisma.storedFile.findUniqueOrThrow({
    where: { id: fileId },
    include: { content: true },
  })
  const bytes = await filledIn(stored.content?.bytes ?? new Uint8Array(), inExcel)
  await world.say('Đầu mối', '1')
  expect((await world.sendFile('Đầu mối', 'so-lieu.xlsx')).text).toContain('so-lieu.xlsx')
  await filesOf(world.system, 'telegram', () => ({ result: 'fetched', bytes })).turn()
  const told = (await world.notices('Đầu mối')).at(-1)?.message.text ?? ''
  expect(told).toContain('ghi vào bảng 11 chỉ tiêu')
  expect(told).toContain('4. Số hóa kết quả giải quyết TTHC: chưa có → 150/200 (75%)')
  await world.pressNotice('Đầu mối')
  await world.say('Đầu mối', 'gửi')
  await world.pressNotice('Thủ trưởng')
  await world.say('Thủ trưởng', '1')
  const messages = world.sent('Đầu mối') + world.sent('Thủ trưởng')
  expect(messages).toBeLessThanOrEqual(10)
  return outcome()
}

describe('a ward’s first quarter', () => {
  it('is stored the same by pasted lines, by the grid, by Excel on the page and by Excel in the chat', async () => {
    const pasted = await byChat()
    expect(pasted.figures).toHaveLength(11)
    for (const way of [byGrid, byExcelOnThePage, byExcelInTheChat]) {
      await world.close()
      expect(await way(), way.name).toEqual(pasted)
    }
  })
})

describe('the grid', () => {
  it('keeps what was typed beside the error, in words, and hands in nothing that it has not read back', async () => {
    await aWard()
    const saved = await post('Đầu mối', await look('Đầu mối'), {
      'o-C07': '85%',
      'o-C08': '18/20',
      'o-C16': 'có lẽ',
      do: 'luu',
    })
    const html = await htmlOf(saved)
    expect(saved).toMatchObject({ status: 422 })
    expect(html).toContain('Có 2 dòng cần sửa')
    expect(html).toContain('value="85%"')
    expect(html).toContain('cần hai số dạng')
    expect(html).toContain('18/20 (90%)')
    const unseen = await post('Đầu mối', saved, { 'o-C07': '17/20', do: 'gui' })
    expect(await htmlOf(unseen)).toContain('Có ô vừa thay đổi')
    expect(await storedFigures(world.system.prisma)).toHaveLength(0)
    expect(await post('Đầu mối', unseen, { do: 'gui' })).toMatchObject({ isGood: true })
    expect((await storedFigures(world.system.prisma)).map(({ targetCode }) => targetCode)).toEqual(['C07', 'C08'])
    const left = await world.say('Đầu mối', 'báo cáo quý I')
    expect(left.text).toContain('⚠ «có lẽ»')
  })

  it('undoes nothing that somebody else has put in since the page was opened', async () => {
    await aWard()
    const old = await look('Đầu mối')
    await world.say('Thủ trưởng', 'báo cáo quý I')
    await world.say('Thủ trưởng', 'C07 19/20')
    const saved = await htmlOf(await post('Đầu mối', old, { 'o-C08': '18/20', do: 'luu' }))
    expect(saved).toContain('19/20 (95%)')
    expect(saved).toContain('18/20 (90%)')
  })

  it('is closed to those who do not report, and shows a unit nothing of another one', async () => {
    await aWard()
    const seen = (name: string, search: URLSearchParams) =>
      world.as(name, async ctx => [await dossierRoom.answer(ctx, { ...there, search, form: null })])
    expect(await seen('Cán bộ', there.search)).toEqual([null])
    expect(await seen('Đầu mối', new URLSearchParams({ dv: 'UB-P-TV', ky: '2024-Q1' }))).toEqual([null])
  })
})
