import { afterEach, expect, test } from 'vitest'
import { receive } from '../../src/intake/receive.ts'
import { beat } from '../../src/reminders/round/beat.ts'
import { type PlanWorld, planWorld } from '../support/plan-world.ts'
import { alsoLoad, archive, headOf, initiativeLines, nameOf, samplePlan, twoSeasons, whole } from './two-seasons.ts'

let world: PlanWorld
afterEach(async () => {
  await world.close()
})

test('asked once which season is meant, a chat goes on there until it is changed, and codes carry the year', async () => {
  world = await twoSeasons()
  await world.join('An', 'HEAD', 'UB-P-QT')
  const asked = await world.say('An', '/sangkien')
  expect(asked.choices).toEqual([nameOf(2024), nameOf(2025)])
  expect((await world.say('An', '2')).text).toContain(headOf(2025))
  expect(whole(await world.talk('An', ...initiativeLines('Nhận hồ sơ tại nhà')))).toContain('SK-2025-001')

  // What was chosen holds: nothing is asked again.
  expect((await world.say('An', '/sangkien')).text).toContain(headOf(2025))
  expect((await world.say('An', 'hủy')).text).toContain(headOf(2025))
  await world.say('An', '1')
  expect((await world.say('An', 'đổi phong trào')).choices).toEqual([nameOf(2024), nameOf(2025)])
  expect((await world.say('An', '1')).text).toContain(headOf(2024))
  await world.say('An', '/sangkien')
  expect(whole(await world.talk('An', ...initiativeLines('Tổ hướng dẫn lưu động')))).toContain('SK-001')

  // A code leads to its own season, from wherever it is typed, and nothing of the other is in it.
  const later = await world.say('An', 'SK-2025-001')
  expect(later.text).toContain(headOf(2025))
  expect(whole(later)).toContain('Nhận hồ sơ tại nhà')
  const mine = whole(await world.say('An', '/hoso'))
  expect(mine).toContain('SK-2025-001')
  expect(mine).not.toContain('SK-001')
  const earlier = await world.say('An', 'sk 001')
  expect(earlier.text).toContain(headOf(2024))
  expect(whole(earlier)).toContain('Tổ hướng dẫn lưu động')
})

test('a draft stays in its season, beside one of the same form in the other, and is gone on with there', async () => {
  world = await twoSeasons()
  await world.join('An', 'HEAD', 'UB-P-QT')
  await world.talk('An', '/sangkien', nameOf(2025), 'Nháp của năm nay', 'để sau')
  await world.talk('An', 'đổi phong trào', nameOf(2024), '/sangkien', 'Nháp của năm trước', 'để sau')
  const drafts = await world.say('An', '/nhap')
  expect(drafts.choices).toEqual([expect.stringContaining(nameOf(2024)), expect.stringContaining(nameOf(2025))])
  expect((await world.say('An', '2')).text).toContain(headOf(2025))
  const kept = await world.store.prisma.draft.findMany({
    where: { state: 'OPEN' },
    select: { campaign: { select: { year: true } }, answers: { select: { typed: true } } },
  })
  expect(kept.map(({ campaign, answers }) => [campaign?.year, answers[0]?.typed]).toSorted()).toEqual([
    [2024, 'Nháp của năm trước'],
    [2025, 'Nháp của năm nay'],
  ])
})

test('the button of a notice opens what it is about in its own season', async () => {
  world = await twoSeasons()
  await world.join('An', 'HEAD', 'UB-P-QT')
  await world.join('Bình', 'PNV', 'UB-NV')
  await world.talk('An', '/sangkien', nameOf(2025))
  await world.talk('An', ...initiativeLines('Nhận hồ sơ tại nhà'))
  await world.talk('Bình', '/duyet', nameOf(2025), '1', '1')
  await world.talk('An', 'đổi phong trào', nameOf(2024))
  const [notice] = await world.store.prisma.outbox.findMany({
    where: { account: { externalId: 'An' }, kind: 'NOTICE' },
    select: { seq: true, body: true },
  })
  expect(JSON.stringify(notice?.body)).toContain(nameOf(2025))
  const press = { type: 'choice' as const, prompt: `n${notice?.seq}`, number: 1 }
  await receive(world.system, {
    channel: 'web',
    eventId: 'press',
    account: 'An',
    at: world.clock.now(),
    content: press,
  })
  const last = await world.store.prisma.outbox.findFirst({ where: { kind: 'REPLY' }, orderBy: { seq: 'desc' } })
  expect(JSON.stringify(last?.body)).toContain(`[${nameOf(2025)}]`)
  expect(JSON.stringify(last?.body)).toContain('SK-2025-001')
})

test('a closed season refuses every writing with a sentence, is read all the same, and keeps nobody', async () => {
  world = await twoSeasons()
  await world.join('An', 'HEAD', 'UB-P-QT')
  await world.talk('An', '/sangkien', nameOf(2024))
  await world.talk('An', ...initiativeLines('Tổ hướng dẫn lưu động'), '/sangkien', 'Sổ tay cho tổ dân phố')
  await archive(world, 2024)

  // In the middle of a form: it stays as it is.
  const stopped = await world.say('An', '2')
  expect(stopped.text).toContain('đã đóng')
  expect(
    await world.store.prisma.draft.count({
      where: { state: 'OPEN', answers: { some: { typed: 'Sổ tay cho tổ dân phố' } } },
    }),
  ).toBe(1)
  // The way on is a button.
  expect(stopped.choices).toEqual([nameOf(2025)])
  // With one season open nobody is asked for which.
  expect((await world.talk('An', '1', '/sangkien')).title).toContain('Câu 1')
  await world.talk('An', 'hủy', '1')

  const choices = (await world.say('An', 'đổi phong trào')).choices
  expect(choices).toEqual([nameOf(2025), `${nameOf(2024)} (đã đóng, chỉ xem)`])
  await world.say('An', '2')
  const before = await everything(world)
  const shown = whole(await world.say('An', 'SK-001'))
  expect(shown).toContain('Tổ hướng dẫn lưu động')
  expect(whole(await world.say('An', 'Rút đăng ký'))).toContain('đã đóng')
  for (const deed of ['/sangkien', '/phatdong'])
    expect(whole(await world.say('An', deed)), deed).toMatch(/đã đóng|Phong trào|phong trào/)
  // What is owed may be looked at; to begin on it is refused.
  await world.say('An', '/baocao quý IV')
  expect(whole(await world.say('An', '2'))).toContain('đã đóng')
  for (const look of ['/viec', '/hoso', '/tiendo', '/mohinh', '/menu', '/trogiup', '/nhap', '/caidat'])
    expect(whole(await world.say('An', look)), look).not.toContain('đã đóng, chỉ xem lại được')
  expect(await everything(world)).toEqual(before)
})

test('a second movement asks only those whom it concerns, and only for what both have', async () => {
  world = await planWorld('2025-04-10T02:00:00Z')
  await alsoLoad(world, samplePlan, 2025)
  await world.join('Ward', 'HEAD', 'UB-P-QT')
  await world.join('Office', 'HEAD', 'UB-TCKH')
  // A department has no part in a movement of the wards: no new word for it but the name above.
  expect((await world.say('Office', '/viec')).choices).not.toContain('Chính quyền số gần dân (mẫu) 2025')
  // Initiatives are registered in the plan of the year alone.
  expect((await world.say('Ward', '/sangkien')).text).toContain(headOf(2024))
  await world.talk('Ward', 'hủy', '1')
  world.clock.advance(1)
  await world.join('Ward2', 'HEAD', 'UB-P-VD')
  expect((await world.say('Ward2', '/viec')).choices).toEqual([nameOf(2024), 'Chính quyền số gần dân (mẫu) 2025'])
})

test('each season is reminded of by itself: its own overview each morning, each message headed', async () => {
  world = await twoSeasons('2025-03-20T01:05:00Z')
  await world.join('An', 'HEAD', 'UB-P-QT')
  await world.join('Bình', 'PNV', 'UB-NV')
  await beat(world.system, 'one')
  await beat(world.system, 'one')
  const sent = await world.store.prisma.outbox.findMany({
    where: { kind: 'REMINDER', account: { externalId: 'Bình' } },
    include: { campaign: true },
    orderBy: { seq: 'asc' },
  })
  expect(sent.map(({ campaign }) => campaign?.year).toSorted()).toEqual([2024, 2025])
  for (const { campaign, body } of sent) {
    const other = campaign?.year === 2024 ? 2025 : 2024
    expect(JSON.stringify(body)).toContain(`[${nameOf(campaign?.year ?? 0)}]`)
    expect(JSON.stringify(body)).not.toContain(`[${nameOf(other)}]`)
  }
  await archive(world, 2024)
  world.clock.set('2025-03-21T01:05:00Z')
  await beat(world.system, 'one')
  const last = await world.store.prisma.outbox.findFirst({ where: { kind: 'REMINDER' }, orderBy: { seq: 'desc' } })
  expect(JSON.stringify(last?.body)).not.toContain('[Đẩy mạnh')
})

/** Counts of all that a campaign holds. */
async function everything({ store: { prisma } }: PlanWorld) {
  const campaign = { year: 2024 }
  return {
    records: await prisma.record.count({ where: { campaign } }),
    moves: await prisma.recordMove.count({ where: { record: { campaign } } }),
    met: await prisma.obligation.count({ where: { campaign, state: 'MET' } }),
    drafts: await prisma.draft.count({ where: { campaign } }),
    sheets: await prisma.figureSheet.count({ where: { campaign } }),
    notes: await prisma.receivedNote.count({ where: { campaign } }),
  }
}
