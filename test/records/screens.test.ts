import { afterAll, beforeAll, expect, it } from 'vitest'
import { after } from '../../src/clock.ts'
import type { Go } from '../../src/outbox/go.ts'
import { correctInChat, decideInChat, doOf, showRecord } from '../../src/records/screens.ts'
import { t, talkative, talkativeTexts } from './talkative-toy.ts'
import { fileOf, type ToyWorld, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
let id: string
let files: { id: string; name: string }[]
beforeAll(async () => {
  world = await toyWorld(talkativeTexts)
  files = [await fileOf(world, 'Đầu mối P1', 'truoc.png'), await fileOf(world, 'Đầu mối P1', 'sau.png', 'PENDING')]
  id = await world.handIn('Đầu mối P1', { title: 'Xe gỗ', answers: { pictures: files } }, talkative)
})
afterAll(() => world.close())

const show = (name: string, kind = talkative) => world.as(name, ctx => showRecord(ctx, kind, id))
const decide = (name: string, action: string | undefined, kind = talkative) =>
  world.as(name, ctx => decideInChat(ctx, kind, { id, ...(action === undefined ? {} : { action }) }))
const goOf = (to: string, args: Record<string, string> = {}): Go => ({ to, args: { kind: 'toy', id, ...args } })
const textsOf = async (name: string, kind = talkative) => (await show(name, kind)).text.split('\n\n')

it('what a person may not see is told as what is not there, and nothing is done with it', async () => {
  expect(await show('Cán bộ')).toEqual({ text: 'Tôi không tìm thấy hồ sơ này.' })
  expect(await decide('Cán bộ', 'accept')).toMatchObject({ text: 'Tôi không tìm thấy hồ sơ này.' })
  expect(await world.as('Cán bộ', ctx => decideInChat(ctx, talkative, {}))).toMatchObject({ text: t('records.gone') })
  const none = { text: t('records.notCorrectable') }
  expect(await world.as('Đầu mối P1', ctx => correctInChat(ctx, talkative, {}))).toEqual(none)
  expect(await world.as('Đầu mối P1', ctx => correctInChat(ctx, talkative, { id }))).toEqual(none)
})

it('a head sees all that was sent, with its files, what is still on its way, and what may be done', async () => {
  const shown = await show('Thủ trưởng P1')
  const at = (await world.stored(id)).sentAt.toISOString()
  expect(shown).toEqual({
    title: 'DC-001 · Chờ thủ trưởng duyệt',
    text: [
      '1. Tên: Xe gỗ\n2. Ngày làm: 18/03/2024\n3. Câu chuyện: Chuyện dài\n4. Ảnh: truoc.png, sau.png',
      [
        ...['Đơn vị: UBND phường Một', `Người gửi: Đầu mối P1, ${at} (bản 1)`, 'Trên kệ: DC-001'],
        'Tệp «sau.png»: đang tải về',
      ].join('\n'),
      'Xem có sắc cạnh không',
    ].join('\n\n'),
    attachments: [{ fileId: files[0]?.id, name: 'truoc.png' }],
    links: [{ label: 'Mở trên bàn làm việc', url: `http://desk.test/desk/do-choi/${id}` }],
    choices: [
      { label: 'Phê duyệt, gửi đi', go: goOf('record.decide', { action: 'approve' }) },
      { label: 'Trả lại đầu mối', go: goOf('record.decide', { action: 'sendBack' }) },
    ],
  })
  const own = await show('Đầu mối P1')
  expect(own).not.toHaveProperty('links')
  expect(own).toMatchObject({ choices: [], text: shown.text.replace(/\n\nXem có .*/, '') })
  expect((await show('Thủ trưởng P1', toy)).text).not.toContain('sắc cạnh')
})

it('a press on a move that needs no word makes it, and what comes next is offered', async () => {
  expect(await decide('Thủ trưởng P1', 'approve')).toEqual({
    text: 'Anh/chị đã phê duyệt đồ chơi DC-001 (Xe gỗ) của UBND phường Một. Trạng thái: Chờ tiếp nhận.',
    choices: [
      { label: t('decisions.next'), go: { to: 'decide' } },
      { label: 'Xem hồ sơ', go: goOf('record.show') },
    ],
  })
  expect((await show('Đầu mối P1')).choices).toEqual([])
  expect((await world.stored(id)).moves.at(-1)).toMatchObject({ action: 'approve', reason: null })
  expect((await decide('Cán bộ', 'no-such-move')) as { text: string }).toMatchObject({
    text: expect.stringContaining('đã phê duyệt'),
  })
  expect(await decide('Cán bộ', undefined)).toMatchObject({ text: expect.stringContaining('đã phê duyệt') })
  expect((await world.stored(id)).state).toBe('SENT')
})

it('a move that needs a sentence asks for it: a return by question, a reason, or a note in the words of the kind', async () => {
  const name = 'đồ chơi DC-001 (Xe gỗ) của UBND phường Một'
  const asked = (action: string, more: object) => ({
    key: `${id}:${action}`,
    params: {
      ...{ kind: 'toy', id, action, about: 'DC-001', name },
      questions: [
        ...[
          { code: 'title', label: '1. Tên' },
          { code: 'madeOn', label: '2. Ngày làm' },
          { code: 'story', label: '3. Câu chuyện' },
        ],
        { code: 'pictures', label: '4. Ảnh' },
      ],
      ...more,
    },
  })
  expect(await decide('Cán bộ', 'return')).toEqual({ start: 'record.return', ...asked('return', { move: 'Trả lại' }) })
  expect(await decide('Cán bộ', 'drop')).toEqual({ start: 'record.reason', ...asked('drop', { move: 'Bỏ' }) })
  expect(await decide('Cán bộ', 'measure')).toEqual({
    start: 'record.reason',
    ...asked('measure', { move: 'Đo', context: 'note', question: 'Đồ chơi dài bao nhiêu?', note: 'Kích thước' }),
  })
  const of = (one: string) => doOf({ t }, talkative, one)
  expect([of('accept'), of('reopen')]).toEqual(['Nhận', 'Mở lại'])
})

it('what came back says why, and offers its author to correct it, or to go on with its next part', async () => {
  await world.move('Cán bộ', id, 'return', { reason: 'Chưa đúng mẫu' })
  expect(await textsOf('Cán bộ')).toContain('Đã trả lại (bản 1): Chưa đúng mẫu')
  const correct = { label: 'Sửa và gửi lại', go: goOf('record.correct') }
  expect((await show('Đầu mối P1')).choices).toEqual([correct])
  const further = { label: 'Kể thêm', go: { to: 'toy' } }
  const leading = { ...talkative, leadsTo: async () => [further] }
  expect((await show('Đầu mối P1', leading)).choices).toEqual([correct, further])
  expect(await world.as('Đầu mối P1', ctx => correctInChat(ctx, talkative, { id }))).toHaveProperty('resume')
  expect(await decide('Đầu mối P1', 'drop')).toMatchObject({ text: expect.stringContaining('đã trả lại') })
})

it('a correction says what has changed, that it was late, and when it was sent and taken in', async () => {
  await world.handIn('Đầu mối P1', { record: id, basedOn: 1, title: 'Xe gỗ đỏ', answers: { pictures: [] } }, talkative)
  expect((await show('Cán bộ')).choices).toEqual([])
  await world.move('Thủ trưởng P1', id, 'approve')
  const { sentAt } = await world.stored(id)
  const receivedAt = after(sentAt, 600_000)
  await world.store.prisma.recordVersion.updateMany({ where: { recordId: id, version: 2 }, data: { receivedAt } })
  await world.store.prisma.record.update({ where: { id }, data: { isLate: true } })
  expect((await textsOf('Cán bộ')).slice(1)).toEqual([
    [
      ...[
        'Đơn vị: UBND phường Một',
        `Người gửi: Đầu mối P1, ${sentAt.toISOString()} (bản 2)`,
        'Nộp muộn',
        'Trên kệ: DC-001',
      ],
      ...[`Người gửi gửi lúc: ${sentAt.toISOString()}`, `Hệ thống nhận lúc: ${receivedAt.toISOString()}`],
    ].join('\n'),
    'Thay đổi so với bản trước:\nTên: Xe gỗ → Xe gỗ đỏ\nẢnh: truoc.png, sau.png → (không có)',
    'Đã trả lại (bản 1): Chưa đúng mẫu',
    'Xem có sắc cạnh không',
  ])
})
