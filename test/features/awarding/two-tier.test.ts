import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskRoom, RoomAnswer } from '../../../src/contract/desk-page.ts'
import { wordText } from '../../../src/documents/signed-text.ts'
import { certificatesRoom } from '../../../src/features/awards/certificates-room.tsx'
import { registerPage } from '../../../src/features/awards/register-page.ts'
import { features } from '../../../src/features/list.ts'
import { closedBefore } from '../../../src/features/nominations/offered.ts'
import { paperKind } from '../../../src/features/papers/list.ts'
import { makeWord } from '../../../src/features/papers/make.ts'
import { isOfRecords } from '../../../src/records/feature.ts'
import { decideRecord } from '../../../src/records/move.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'
import { type WaitingNominee, waitingNominee } from './waiting-nominee.ts'

const found = features.flatMap(({ rooms = [] }) => rooms).find(({ path }) => path === 'quyet-dinh-khen')
const nominations = features.filter(isOfRecords).find(({ name }) => name === 'nomination')
if (!found || !nominations) throw new Error('there is no decision')
const [awardingRoom, kind] = [found, nominations.record]

const [officer, chair, clerk] = ['Cán bộ phường Mẫu', 'Chủ tịch phường Mẫu', 'Đầu mối phường Mẫu'] as const
let world: PlanWorld
let number = 0
let authorId = ''
beforeAll(async () => {
  world = await planWorld('2026-12-20T02:00:00Z', undefined, 2026)
  await world.join(officer, 'PNV', 'QN-P-VD-VHXH')
  await world.join(chair, 'WARD_CHAIR', 'QN-P-VD')
  authorId = await world.join(clerk, 'CLERK', 'QN-P-VD')
})
afterAll(() => world.close())

async function nominate(name: string, more: Partial<WaitingNominee>, state?: string): Promise<string> {
  number += 1
  const wanted = { number, name, unitCode: 'QN-P-VD', authorId, ...more }
  const id = await waitingNominee(world.store.prisma, world.clock.now(), wanted)
  if (state !== undefined)
    await world.store.prisma.record.update({ where: { id }, data: { state, waitsFor: 'nomination.handle' } })
  return id
}

function ask(
  who: string,
  room: DeskRoom,
  rest: string,
  fields: readonly (readonly [string, string])[] | null,
): Promise<RoomAnswer | null> {
  world.clock.advance(1_000)
  return world.as(who, ctx => {
    const form = fields && new FormData()
    for (const [name, value] of fields ?? []) form?.append(name, value)
    return room.answer(ctx, { rest, search: new URLSearchParams(), form, address: `/desk/${room.path}`, csrf: 'c' })
  })
}

const move = (who: string, id: string, action: string, reason = '') =>
  world.as(who, ctx => decideRecord(ctx, kind, id, { action, reason, marks: [] }))
const stateOf = async (id: string) => (await world.store.prisma.record.findUniqueOrThrow({ where: { id } })).state
const noticesOf = async (name: string) => {
  const rows = await world.store.prisma.outbox.findMany({
    where: { kind: 'NOTICE', account: { person: { fullName: name } } },
  })
  return rows.map(({ body }) => JSON.stringify(body))
}

it('without a chairman of the City, what goes to the province is put before the ward’s chair, who sends it on and awards nothing', async () => {
  const id = await nominate('Trần Mẫu Một', { level: 'PROVINCE' }, 'PROPOSED')
  const toCity = await move(officer, id, 'submit')
  expect([toCity.ok, toCity.say]).toEqual([false, expect.stringContaining('không còn Chủ tịch UBND thành phố')])
  expect((await move(officer, id, 'submitAtWard')).ok).toBe(true)
  expect(await stateOf(id)).toBe('WITH_WARD_CHAIR')
  const told = (await noticesOf(chair)).filter(text => text.includes('đang chờ anh/chị quyết định'))
  expect(told).toHaveLength(1)

  const paper = paperKind('DOC22')
  if (!paper) throw new Error('no paper')
  const asked = { unitCode: null, period: '2026', day: null, units: null }
  const words = wordText((await world.as(officer, ctx => makeWord(ctx, paper, asked))).bytes)
  expect(words).toContain('Vàng Danh, ngày')
  expect(words).toContain('Ủy ban nhân dân phường Vàng Danh kính trình Ủy ban nhân dân tỉnh Quảng Ninh')
  expect(words).toContain('xem xét khen thưởng 1 cá nhân có thành tích')
  expect(words).not.toContain('0 tập thể')

  await ask(chair, awardingRoom, 'QN-P-VD', [
    ['viec', 'so-ngay'],
    ['so-ngay', '0'],
  ])
  const alone = await move(chair, id, 'sendToProvinceAtWard')
  expect([alone.ok, alone.say]).toEqual([false, expect.stringContaining('theo cả danh sách')])
  const done = await ask(chair, awardingRoom, 'QN-P-VD', [
    ...([
      ['dong', id],
      ['chon', id],
      ['viec', 'quyet-dinh'],
    ] as const),
    ...([
      ['so', '7/QĐ-UBND'],
      ['ngay', '2026-12-20'],
    ] as const),
  ])
  expect(done).toMatchObject({ isGood: true })
  expect(await stateOf(id)).toBe('SENT_TO_PROVINCE')
  expect(await world.store.prisma.award.count()).toBe(0)
  expect((await move(officer, id, 'awardedThere', 'Quyết định số 88 của UBND tỉnh')).ok).toBe(true)
})

it('a department’s is prepared by the ward; while the City has a chairman, it is put before them', async () => {
  const id = await nominate('Trần Mẫu Hai', { level: 'PROVINCE', unitCode: 'QN-P-VD-VP' }, 'PROPOSED')
  const refused = await move(officer, id, 'submitAtWard')
  expect([refused.ok, refused.say]).toEqual([false, expect.stringContaining('do UBND phường, xã lập')])
  const then = await planWorld('2024-12-20T02:00:00Z')
  await then.join(officer, 'PNV', 'UB-NV')
  const by = await then.join(clerk, 'CLERK', 'UB-P-QT')
  const wanted = { number: 1, name: 'Trần Mẫu Ba', level: 'PROVINCE', unitCode: 'UB-P-QT', authorId: by } as const
  const early = await waitingNominee(then.store.prisma, then.clock.now(), wanted)
  await then.store.prisma.record.update({ where: { id: early }, data: { state: 'PROPOSED' } })
  const made = await then.as(officer, ctx =>
    decideRecord(ctx, kind, early, { action: 'submitAtWard', reason: '', marks: [] }),
  )
  expect([made.ok, made.say]).toEqual([false, expect.stringContaining('Chủ tịch UBND thành phố quyết định')])
  await then.close()
})

it('what belongs to a ward begins no nomination: its ward does, at its own level and at the province’s', async () => {
  await world.join('Đầu mối phòng Mẫu', 'CLERK', 'QN-P-VD-VP')
  await world.say('Đầu mối phòng Mẫu', '/khenthuong')
  const begun = await world.say('Đầu mối phòng Mẫu', '1')
  expect(begun.text).toContain('được phường, xã đề nghị khen thưởng')
  await world.say(clerk, '/khenthuong')
  const asked = await world.talk(clerk, '1', '2')
  expect(asked.choices).toEqual(['UBND tỉnh', 'Chủ tịch UBND phường, xã'])
  await world.say(clerk, '/huy')
})

it('a nomination that was begun while the City’s chairman still awarded is asked for another level, and passes no gate', async () => {
  const then = await planWorld('2025-06-30T02:00:00Z')
  await then.join(clerk, 'CLERK', 'UB-TP')
  await then.join('Trưởng phòng Mẫu', 'HEAD', 'UB-TP')
  const offered = await then.talk(clerk, '/khenthuong', '1', '2')
  expect(offered.choices).toEqual(['Chủ tịch UBND thành phố', 'UBND tỉnh'])
  await then.close()
  // The day after, there is no such chairman.
  const closed = await world.as(clerk, async ctx => closedBefore(ctx, { level: 'CITY' }, { unit: 'QN-P-VD' }))
  expect(closed).toMatchObject({ askAgain: [expect.stringContaining('sửa câu 2')] })
  expect(closed).toMatchObject({ params: { levels: [{ code: 'PROVINCE' }, { code: 'WARD' }] } })
  const open = await world.as(clerk, async ctx => closedBefore(ctx, { level: 'WARD' }, { unit: 'QN-P-VD' }))
  expect(open).toBeNull()
  const id = await nominate('Trần Mẫu Bốn', { level: 'CITY' }, 'DRAFT')
  await world.store.prisma.record.update({ where: { id }, data: { waitsFor: 'nomination.approve' } })
  const gate = await move(chair, id, 'approve')
  expect([gate.ok, gate.say]).toEqual([false, expect.stringContaining('không còn Chủ tịch UBND thành phố nhận')])
  await world.store.prisma.record.update({ where: { id }, data: { state: 'WITHDRAWN', waitsFor: null } })
})

it('what the ward’s chair gives to a department is in the ward’s register, printed and handed over by the ward, and told to who nominated', async () => {
  const collective = { kind: 'COLLECTIVE', level: 'WARD' } as const
  const id = await nominate('Văn phòng HĐND và UBND', collective)
  // The collective is a unit of its own, below the ward.
  await world.store.prisma.nominationFact.updateMany({ where: { recordId: id }, data: { unitCode: 'QN-P-VD-VP' } })
  await ask(chair, awardingRoom, 'QN-P-VD', [
    ...([
      ['dong', id],
      ['chon', id],
      ['viec', 'quyet-dinh'],
    ] as const),
    ...([
      ['so', '8/QĐ-UBND'],
      ['ngay', '2026-12-20'],
    ] as const),
  ])
  const award = await world.store.prisma.award.findFirstOrThrow({ where: { recordId: id } })
  expect(award.unitCode).toBe('QN-P-VD-VP')
  const word = await ask(chair, certificatesRoom, `${award.id}/word`, null)
  if (!word || !('file' in word)) throw new Error('no certificate')
  expect(wordText(word.file.bytes)).toContain('Vàng Danh, ngày 20 tháng 12 năm 2026')
  const rows = await world.as(chair, ctx => registerPage.rows(ctx, { q: '', filters: {}, page: 1, size: 20 }))
  expect(rows.total).toBe(1)
  const handed = await ask(chair, certificatesRoom, award.id, [
    ['chon', award.id],
    ['ghi-chu', 'Trao tại hội nghị'],
  ])
  expect(handed).toMatchObject({ isGood: true })
  expect((await noticesOf(clerk)).filter(text => text.includes('8/QĐ-UBND'))).toHaveLength(1)
  await world.join('Chủ tịch phường khác', 'WARD_CHAIR', 'QN-P-UB')
  expect(await ask('Chủ tịch phường khác', certificatesRoom, award.id, null)).toBeNull()
})
