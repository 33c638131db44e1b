import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskRoom, RoomAnswer } from '../../../src/contract/desk-page.ts'
import { wordText } from '../../../src/documents/signed-text.ts'
import { onlyByList } from '../../../src/features/awarding/by-list.ts'
import { publicRoom } from '../../../src/features/awarding/public-room.tsx'
import { problemsOf } from '../../../src/features/awarding/rules.ts'
import { certificatesRoom } from '../../../src/features/awards/certificates-room.tsx'
import { features } from '../../../src/features/list.ts'
import { certificates, cityDecision, wardDecision } from '../../../src/features/papers/award-papers.ts'
import { defaultTemplate, templateFaults } from '../../../src/features/papers/template.ts'
import { isOfRecords } from '../../../src/records/feature.ts'
import { makeMove } from '../../../src/records/move.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'
import { type WaitingNominee, waitingNominee } from './waiting-nominee.ts'

const found = features.flatMap(({ rooms = [] }) => rooms).find(({ path }) => path === 'quyet-dinh-khen')
const nominations = features.filter(isOfRecords).find(({ name }) => name === 'nomination')
if (!found || !nominations) throw new Error('there is no decision')
const awardingRoom = found

let world: PlanWorld
const ids: Record<string, string> = {}
const records: Record<string, string> = {}
beforeAll(async () => {
  world = await planWorld('2024-12-20T02:00:00Z')
  ids.clerk = await world.join('Đầu mối Mẫu', 'CLERK', 'UB-TP')
  ids.chair = await world.join('Chủ tịch Mẫu', 'CHAIR', 'UB-UBND')
  ids.officer = await world.join('Cán bộ Mẫu', 'PNV', 'UB-NV')
  ids.ward = await world.join('Chủ tịch phường Mẫu', 'WARD_CHAIR', 'UB-P-QT')
  ids.wardClerk = await world.join('Đầu mối phường Mẫu', 'CLERK', 'UB-P-QT')
  ids.honoured = await world.join('Nguyễn Thị Mẫu', 'OFFICIAL', 'UB-TP')
  const add = async (name: string, more: Partial<WaitingNominee> = {}) => {
    const number = Object.keys(records).length + 1
    const wanted = { number, name, unitCode: 'UB-TP', authorId: ids.clerk ?? '', ...more }
    records[name] = await waitingNominee(world.store.prisma, world.clock.now(), wanted)
  }
  await add('Nguyễn Thị Mẫu', { personId: ids.honoured })
  await add('Trần Văn Mẫu')
  await add('Phòng Tư pháp', { kind: 'COLLECTIVE' })
  await add('Lê Văn Mẫu', { level: 'PROVINCE' })
  await add('Chủ tịch Mẫu', { personId: ids.chair })
  await add('Phạm Thị Mẫu', { level: 'WARD', unitCode: 'UB-P-QT', authorId: ids.wardClerk })
})
afterAll(() => world.close())

type Fields = readonly (readonly [string, string])[]

async function ask(who: string, room: DeskRoom, rest: string, fields: Fields | null): Promise<RoomAnswer | null> {
  world.clock.advance(1_000)
  return world.as(who, ctx => {
    const form = fields && new FormData()
    for (const [name, value] of fields ?? []) form?.append(name, value)
    return room.answer(ctx, { rest, search: new URLSearchParams(), form, address: `/desk/${room.path}`, csrf: 'c' })
  })
}

async function said(answer: RoomAnswer | null): Promise<string> {
  if (!answer) return 'nothing'
  if ('goTo' in answer) return answer.say
  return 'body' in answer ? String(await answer.body()) : 'file'
}

const city = ['Nguyễn Thị Mẫu', 'Trần Văn Mẫu', 'Phòng Tư pháp', 'Lê Văn Mẫu']
const listed = (...not: string[]): Fields => [
  ...city.map(name => ['dong', records[name] ?? ''] as const),
  ...city.filter(name => !not.includes(name)).map(name => ['chon', records[name] ?? ''] as const),
]
const reason = (name: string, text: string) => [`ly-do-${records[name]}`, text] as const
const decided = [
  ['viec', 'quyet-dinh'],
  ['so', '4321/QĐ-UBND'],
  ['ngay', '2024-12-26'],
] as const
const stateOf = async (name: string) =>
  (await world.store.prisma.record.findUniqueOrThrow({ where: { id: records[name] ?? '' } })).state

it('a list is decided only when it was public, its objections are answered, and each who is not awarded has a reason', async () => {
  expect(await said(await ask('Chủ tịch Mẫu', awardingRoom, 'thanh-pho', [...listed(), ...decided]))).toContain(
    'phải công khai',
  )
  expect(
    await said(await ask('Cán bộ Mẫu', awardingRoom, 'thanh-pho', [...listed(), ['viec', 'cong-khai']])),
  ).toContain('không có quyền')
  expect(
    await said(
      await ask('Chủ tịch Mẫu', awardingRoom, 'thanh-pho', [...listed('Trần Văn Mẫu'), ['viec', 'cong-khai']]),
    ),
  ).toContain('Chưa ghi lý do chưa khen Trần Văn Mẫu')
  const choice = [...listed('Trần Văn Mẫu'), reason('Trần Văn Mẫu', 'Chưa đủ thời gian tham gia phong trào')]
  expect(
    await said(await ask('Chủ tịch Mẫu', awardingRoom, 'thanh-pho', [...choice, ['viec', 'cong-khai']])),
  ).toContain('25/12/2024')
  expect(
    await said(await ask('Chủ tịch Mẫu', awardingRoom, 'thanh-pho', [...choice, ...decided, ['ngay', '2024-12-20']])),
  ).toContain('còn công khai')

  // A unit sees who is to be awarded, and not why somebody is not.
  const open = await said(await ask('Đầu mối phường Mẫu', publicRoom, '', null))
  expect(open).toContain('Nguyễn Thị Mẫu')
  expect(open).not.toContain('Trần Văn Mẫu')
  const list = await world.store.prisma.awardDecision.findFirstOrThrow({ where: { state: 'PUBLIC' } })
  const objection = [
    ['danh-sach', list.id],
    ['ve', records['Nguyễn Thị Mẫu'] ?? ''],
    ['nguoi', 'Người dân Mẫu'],
  ] as const
  expect(await said(await ask('Đầu mối phường Mẫu', publicRoom, '', [...objection, ['noi-dung', 'x']]))).toContain(
    'từ 5 ký tự',
  )
  expect(
    await said(await ask('Đầu mối phường Mẫu', publicRoom, '', [...objection, ['noi-dung', 'Đề nghị xem lại']])),
  ).toContain('Đã ghi nhận')

  world.clock.advance(6 * 86_400_000)
  expect(await said(await ask('Chủ tịch Mẫu', awardingRoom, 'thanh-pho', [...choice, ...decided]))).toContain(
    'Còn 1 kiến nghị',
  )
  expect(
    await said(
      await ask('Đầu mối phường Mẫu', publicRoom, '', [...objection, ['noi-dung', 'Đề nghị xem lại lần hai']]),
    ),
  ).toContain('hết thời gian')
  const kept = await world.store.prisma.objection.findFirstOrThrow()
  const answered = [
    ['viec', 'tra-loi'],
    ['kien-nghi', kept.id],
    ['tra-loi', 'Đã kiểm tra, không có vi phạm'],
  ] as const
  expect(await said(await ask('Cán bộ Mẫu', awardingRoom, 'thanh-pho', answered))).toContain('Đã ghi trả lời')
  expect(await said(await ask('Cán bộ Mẫu', awardingRoom, 'thanh-pho', answered))).toContain('đã được trả lời')
  const unnumbered = [...choice, ['so', 'QĐ-UBND'], ...decided] as const
  expect(await said(await ask('Chủ tịch Mẫu', awardingRoom, 'thanh-pho', unnumbered))).toContain(
    'Chưa ghi số quyết định',
  )

  const done = await said(
    await ask('Chủ tịch Mẫu', awardingRoom, 'thanh-pho', [...choice, ...decided, ['thuong', '1']]),
  )
  expect(done).toContain('Đã ghi Quyết định số 4321/QĐ-UBND: khen 2')
  expect(await Promise.all(city.map(stateOf))).toEqual(['AWARDED', 'NOT_AWARDED', 'AWARDED', 'SENT_TO_PROVINCE'])
  // Nobody decides on themselves: it waits for somebody else.
  expect(await stateOf('Chủ tịch Mẫu')).toBe('SUBMITTED_TO_CHAIR')
  const awards = await world.store.prisma.award.findMany({ orderBy: { golden: 'asc' } })
  expect(
    awards.map(({ name, golden, prizeVnd, unitName, origin }) => [name, golden, prizeVnd, unitName, origin]),
  ).toEqual([
    ['Phòng Tư pháp', 1, 1_404_000n, 'Phòng Tư pháp', 'DECIDED'],
    ['Nguyễn Thị Mẫu', 2, 702_000n, 'Phòng Tư pháp', 'DECIDED'],
  ])
  const notices = await world.store.prisma.outbox.findMany({ where: { kind: 'NOTICE' }, include: { account: true } })
  const toldTo = (name: string) =>
    notices.filter(({ account }) => account.externalId === name).map(({ body }) => JSON.stringify(body))
  expect(toldTo('Nguyễn Thị Mẫu').join()).toContain('Chúc mừng')
  expect(toldTo('Đầu mối Mẫu').join()).toContain('Chưa đủ thời gian tham gia phong trào')
  expect(toldTo('Đầu mối Mẫu').join()).toMatch(/Lê Văn Mẫu \(Phòng Tư pháp, hồ sơ KT-\d+\) được trình UBND tỉnh/)
})

it('becomes a paper with its list, and certificates; templates have a place for everything and no other', async () => {
  for (const paper of [cityDecision, wardDecision, certificates])
    expect(await templateFaults(paper, await defaultTemplate(paper.code))).toEqual({
      unknown: [],
      missing: [],
      stuck: [],
    })
  const decision = await world.store.prisma.awardDecision.findFirstOrThrow({ where: { number: '4321/QĐ-UBND' } })
  const answer = await ask('Cán bộ Mẫu', awardingRoom, `thanh-pho/van-ban/${decision.id}`, null)
  if (!answer || !('file' in answer)) throw new Error('no file')
  const text = wordText(answer.file.bytes)
  for (const part of [
    'Số: 4321/QĐ-UBND',
    'ngày 26 tháng 12 năm 2024',
    'cho 1 tập thể và 1 cá nhân',
    'Kèm theo Quyết định số 4321/QĐ-UBND ngày 26/12/2024 của Chủ tịch',
    'Nguyễn Thị Mẫu',
    '1.404.000 đồng',
  ])
    expect(text).toContain(part)
  expect(text).not.toContain('Trần Văn Mẫu')
  // The law stands before the decree.
  expect(text).toMatch(
    /Luật Thi đua, khen thưởng số 06\/2022\/QH15;[\s\S]*Nghị định số 98\/2023\/NĐ-CP quy định chi tiết/,
  )
  const award = await world.store.prisma.award.findFirstOrThrow({ where: { golden: 2 } })
  const word = await ask('Cán bộ Mẫu', certificatesRoom, `${award.id}/word`, null)
  if (!word || !('file' in word)) throw new Error('no file')
  expect(wordText(word.file.bytes).match(/GIẤY KHEN/g)).toHaveLength(2)
  expect(wordText(word.file.bytes)).toContain('Uông Bí, ngày 26 tháng 12 năm 2024')
  if (process.env.KEEP_PAPERS) {
    await writeFile(`${process.env.KEEP_PAPERS}/DOC19.docx`, answer.file.bytes)
    await writeFile(`${process.env.KEEP_PAPERS}/DOC21.docx`, word.file.bytes)
  }
})

it('neither a single award nor a single way back goes past the list', async () => {
  const recordId = records['Phạm Thị Mẫu'] ?? ''
  const single = await world.as('Chủ tịch phường Mẫu', ctx =>
    makeMove(ctx, nominations.record, recordId, { action: 'awardAtWard', reason: '', marks: [] }),
  )
  expect(single).toMatchObject({ ok: false })
  expect(single.say).toContain('theo cả danh sách')
  const back = await world.as('Chủ tịch Mẫu', ctx =>
    makeMove(ctx, nominations.record, records['Phòng Tư pháp'] ?? '', {
      action: 'reopen',
      reason: 'Xem lại',
      marks: [],
    }),
  )
  expect(back.say).toContain('4321/QĐ-UBND')
  const other = await world.store.prisma.record.findUniqueOrThrow({ where: { id: recordId } })
  expect(await world.as('Chủ tịch phường Mẫu', ctx => onlyByList(ctx, other, 'withdraw'))).toBeNull()
})

it('a ward chair decides on the own list only, without days of publicity where none are set', async () => {
  expect(await ask('Chủ tịch phường Mẫu', awardingRoom, 'thanh-pho', null)).toBeNull()
  const days = [
    ['viec', 'so-ngay'],
    ['so-ngay', '0'],
  ] as const
  expect(await said(await ask('Chủ tịch phường Mẫu', awardingRoom, 'UB-P-QT', days))).toContain('0 ngày')
  const id = records['Phạm Thị Mẫu'] ?? ''
  const fields = [
    ['dong', id],
    ['chon', id],
    ['viec', 'quyet-dinh'],
    ['so', '15/QĐ-UBND'],
    ['ngay', '2024-12-26'],
  ] as const
  expect(await said(await ask('Chủ tịch phường Mẫu', awardingRoom, 'UB-P-QT', fields))).toContain('khen 1')
  const award = await world.store.prisma.award.findFirstOrThrow({ where: { recordId: id } })
  expect(award).toMatchObject({ level: 'WARD', golden: 1, authority: 'Chủ tịch Ủy ban nhân dân phường Quang Trung' })
})

it('is undone as a whole while no certificate was handed over: all wait again, and what was printed is revoked', async () => {
  const decision = await world.store.prisma.awardDecision.findFirstOrThrow({ where: { number: '4321/QĐ-UBND' } })
  const undo = [
    ['viec', 'huy'],
    ['quyet-dinh', decision.id],
    ['ly-do', 'Sai số liệu, xét lại'],
  ] as const
  await world.store.prisma.award.updateMany({ where: { golden: 2 }, data: { handedOn: '2024-12-26' } })
  expect(await said(await ask('Chủ tịch Mẫu', awardingRoom, 'thanh-pho', undo))).toContain('đã trao 1')
  await world.store.prisma.award.updateMany({ data: { handedOn: null } })
  expect(await said(await ask('Chủ tịch Mẫu', awardingRoom, 'thanh-pho', undo))).toContain('Đã hủy Quyết định')
  expect(await Promise.all(city.map(stateOf))).toEqual(city.map(() => 'SUBMITTED_TO_CHAIR'))
  const awards = await world.store.prisma.award.findMany({ where: { decisionId: decision.id } })
  expect(awards.map(({ revokedOn, recordId }) => [revokedOn, recordId])).toEqual([
    ['2024-12-26', null],
    ['2024-12-26', null],
  ])
})

it('a day on which no chairman of a city awards is refused in the words of the law', async () => {
  world.clock.advance(220 * 86_400_000)
  await ask('Chủ tịch Mẫu', awardingRoom, 'thanh-pho', [
    ['viec', 'so-ngay'],
    ['so-ngay', '0'],
  ])
  const late = [...listed(), ['viec', 'quyet-dinh'], ['so', '9/QĐ-UBND'], ['ngay', '2025-07-15']] as const
  const answer = await said(await ask('Chủ tịch Mẫu', awardingRoom, 'thanh-pho', late))
  expect(answer).toContain('Chưa quyết định được')
  expect(await Promise.all(city.map(stateOf))).toEqual(city.map(() => 'SUBMITTED_TO_CHAIR'))
})

describe('the rules of a list', () => {
  const base = {
    ...{ choices: [{ recordId: 'a', isAwarded: true, reason: '' }], names: new Map([['a', 'A']]), number: '1/QĐ' },
    ...{ decidedOn: '2024-12-20', today: '2024-12-20', publicDays: 0, published: null },
  }
  it.each([
    ['nothing', {}, []],
    ['nobody', { choices: [] }, ['empty']],
    ['no number', { number: 'QĐ-UBND' }, ['number']],
    ['a day to come', { decidedOn: '2024-12-21' }, ['day']],
    ['no day', { decidedOn: '' }, ['day']],
    ['not public', { publicDays: 5 }, ['notPublic']],
    ['the last day of publicity', { published: { publicUntil: '2024-12-20', openObjections: 0 } }, ['stillPublic']],
    ['the day after', { published: { publicUntil: '2024-12-19', openObjections: 0 } }, []],
    ['an open objection', { published: { publicUntil: '2024-12-19', openObjections: 2 } }, ['objections']],
    ['no reason', { choices: [{ recordId: 'a', isAwarded: false, reason: 'x' }] }, ['reason']],
  ])('%s', (_, change, codes) => {
    expect(problemsOf({ ...base, ...change }).map(({ code }) => code)).toEqual(codes)
  })
})
