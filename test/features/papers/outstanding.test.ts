import { afterAll, beforeAll, expect, it } from 'vitest'
import { wordText } from '../../../src/documents/signed-text.ts'
import { outstandingRoom } from '../../../src/features/initiatives/outstanding-room.tsx'
import { makeWord } from '../../../src/features/papers/make.ts'
import { outstandingInitiatives } from '../../../src/features/papers/outstanding-initiatives.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

let world: PlanWorld
beforeAll(async () => {
  world = await planWorld('2024-11-20T02:00:00Z')
  const authorId = await world.join('Tác giả', 'OFFICIAL', 'UB-P-QT')
  await world.join('Thủ trưởng', 'HEAD', 'UB-P-QT')
  await world.join('Cán bộ', 'PNV', 'UB-NV')
  const { id: campaignId } = await world.store.prisma.campaign.findFirstOrThrow()
  const at = world.clock.now()
  for (const [nth, title] of ['Một cửa lưu động', 'Ngày không hẹn'].entries()) {
    const answers = { title: { value: title, typed: title }, kind: { value: 'MODEL', typed: '1' } }
    await world.store.prisma.record.create({
      data: {
        ...{ id: crypto.randomUUID(), campaignId, kind: 'initiative', unitCode: 'UB-P-QT', authorId, topic: 'TTHC' },
        ...{ number: nth + 1, code: `SK-00${nth + 1}`, title, searchText: '', state: 'RECOGNISED', version: 1 },
        ...{ passedVersion: 1, sentAt: at, receivedAt: at },
        versions: {
          create: {
            ...{ version: 1, form: 'initiative', formVersion: 1, authorId, role: 'OFFICIAL', fileIds: [], answers },
            ...{ sentAt: at, receivedAt: at, passedAt: at, draftId: crypto.randomUUID() },
          },
        },
        initiativeFact: { create: { titleFolded: '', isOutstanding: false } },
      },
    })
  }
})
afterAll(() => world.close())

const wanted = { unitCode: null, period: '2024', day: null, units: null }
const idOf = async (code: string) => (await world.store.prisma.record.findFirstOrThrow({ where: { code } })).id

const choose = (who: string, chosen: readonly string[], before: readonly string[] = []) =>
  world.as(who, async ctx => {
    const form = new FormData()
    for (const id of chosen) form.append('sk', id)
    for (const id of before) form.append('da-chon', id)
    const request = { rest: '', form, search: new URLSearchParams(), csrf: '', address: '/desk/tieu-bieu' }
    return outstandingRoom.answer(ctx, request)
  })

it('what Phòng Nội vụ calls outstanding, and nobody else, is the list of DOC10', async () => {
  const shown = [await idOf('SK-001'), await idOf('SK-002')]
  const isEmpty = () => world.as('Cán bộ', ctx => outstandingInitiatives.isEmpty?.(ctx, wanted) ?? Promise.reject())
  await choose('Thủ trưởng', shown)
  expect(await isEmpty()).toBe(true)
  expect(await choose('Cán bộ', shown.slice(0, 1))).toMatchObject({ isGood: true })
  const made = await world.as('Cán bộ', ctx => makeWord(ctx, outstandingInitiatives, wanted))
  const text = wordText(made.bytes)
  expect(made.figures.map(figure => figure.text)).toEqual(['1'])
  for (const words of ['SK-001', 'Một cửa lưu động', 'Tác giả']) expect(text).toContain(words)
  expect(text).not.toContain('Ngày không hẹn')
})

it('of two who choose at once neither takes off what the other has chosen, and each can what stood on the page', async () => {
  const [first, second] = [await idOf('SK-001'), await idOf('SK-002')]
  const marked = async () =>
    (await world.store.prisma.initiativeFact.findMany({ where: { isOutstanding: true } })).map(
      ({ recordId }) => recordId,
    )
  // The page was opened before the first was chosen.
  await choose('Cán bộ', [second])
  expect((await marked()).toSorted()).toEqual([first, second].toSorted())
  await choose('Cán bộ', [second], [first, second])
  expect(await marked()).toEqual([second])
})
