import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordText } from '../../../src/documents/signed-text.ts'
import { seams } from '../../../src/features/list.ts'
import { knownOf } from '../../../src/features/nominations/known.ts'
import { foldName, type NamedNominee } from '../../../src/features/nominations/nominee.ts'
import { paperKind } from '../../../src/features/papers/list.ts'
import { makeWord } from '../../../src/features/papers/make.ts'
import { loadTexts } from '../../../src/texts.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

const vouching = seams.registers.filter(({ ofNominee }) => ofNominee?.vouches)

let world: PlanWorld
let author: string
beforeAll(async () => {
  world = await planWorld('2024-12-02T02:00:00Z')
  author = await world.join('Nguyễn Thị Bình', 'OFFICIAL', 'UB-P-QT')
  await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
  const { id: campaignId } = await world.store.prisma.campaign.findFirstOrThrow()
  for (const { name: kind, ofNominee } of vouching)
    for (const [nth, state] of [ofNominee?.vouches?.at(-1) ?? '', 'RETURNED'].entries())
      await world.store.prisma.record.create({
        data: {
          ...{
            id: crypto.randomUUID(),
            campaignId,
            kind,
            unitCode: 'UB-P-QT',
            authorId: author,
            number: nth + 1,
            state,
          },
          ...{
            code: `${kind}-${nth + 1}`,
            topic: '',
            title: `Việc ${kind}`,
            searchText: '',
            version: 1,
            passedVersion: 1,
          },
          ...{ sentAt: world.clock.now(), receivedAt: world.clock.now() },
        },
      })
})
afterAll(() => world.close())

const person = (): NamedNominee => ({
  ...{ kind: 'INDIVIDUAL', level: 'CITY', name: 'Nguyễn Thị Bình', nameFolded: 'nguyen thi binh', personId: author },
  ...{ unitCode: 'UB-P-QT', position: '', personKind: 'N1', isLeader: false, isDirectWorker: true },
  ...{ isWoman: true, isModel: false },
})
const unit = (): NamedNominee => {
  const name = 'UBND phường Quang Trung'
  return { ...person(), kind: 'COLLECTIVE', name, nameFolded: foldName(name), personId: null }
}
const toldTo = (who: string, nominee: NamedNominee) =>
  world.as(who, async ctx =>
    (await knownOf(ctx, nominee, seams.registers)).map(({ rows }) => rows[0]?.label).toSorted(),
  )

describe('the achievement report', () => {
  it('is fed by every register that vouches for a nominee, and by nothing that was not confirmed', async () => {
    expect(vouching.map(({ name }) => name).toSorted()).toEqual(
      ['initiative', 'work', 'replication', 'result', 'headResult'].toSorted(),
    )
    expect(await toldTo('Nguyễn Thị Bình', person())).toEqual(vouching.map(({ name }) => `${name}-1`).toSorted())
  })

  it('tells what people report of themselves only where they write of themselves', async () => {
    const others = vouching
      .filter(({ isPersonal }) => !isPersonal)
      .map(({ name }) => `${name}-1`)
      .toSorted()
    expect(others).toHaveLength(3)
    expect(await toldTo('Đầu mối', person())).toEqual(others)
    expect(await toldTo('Nguyễn Thị Bình', unit())).toEqual(others)
  })

  it('is a paper that tells who, what they did in their own words, and what is vouched for with its rows (DOC15)', async () => {
    const words = (of: string) => Array.from({ length: 6 }, (_, at) => `${of} ở khu phố số ${at + 2}`).join('; ')
    await world.talk('Đầu mối', '/khenthuong', '1', '2', 'Chủ tịch UBND thành phố', 'Nguyễn Thị Bình')
    await world.talk('Đầu mối', 'Công chức Một cửa', 'không', 'có', 'có', 'không')
    await world.talk('Đầu mối', 'Số hóa toàn bộ kết quả giải quyết thủ tục hành chính')
    await world.talk('Đầu mối', words('Phụ trách một cửa'), words('Đã số hóa hồ sơ'), words('Hướng dẫn người dân'))
    await world.talk('Đầu mối', words('Người dân không phải chờ'), 'bỏ qua', 'có', 'bỏ qua')
    expect((await world.say('Đầu mối', '1')).text).toContain('KT-001')
    const paper = paperKind('DOC15')
    const wanted = { unitCode: 'UB-P-QT', period: '2024', day: null, units: null }
    const read = await world.as('Đầu mối', async ctx =>
      paper ? wordText((await makeWord(ctx, paper, wanted)).bytes) : '',
    )
    for (const said of [
      ...['BÁO CÁO THÀNH TÍCH', 'Trình Chủ tịch UBND thành phố', 'Tên đơn vị hoặc cá nhân: Nguyễn Thị Bình'],
      ...['Công chức Một cửa, UBND phường Quang Trung', 'Thực hiện Kế hoạch số 114/KH-UBND ngày 15/3/2024'],
      ...['Phụ trách một cửa ở khu phố số 7', 'Đã số hóa hồ sơ ở', 'Hướng dẫn người dân ở', 'không phải chờ ở'],
      ...['(initiative-1', '(work-1', '(replication-1', 'XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG'],
    ])
      expect(read).toContain(said)
    // Neither what came back nor what she told of herself alone; the lesson that nobody wrote is no hole.
    for (const not of ['initiative-2', 'result-1', '{', 'undefined']) expect(read).not.toContain(not)
    expect(read.split('ĐỀ NGHỊ TẶNG GIẤY KHEN')).toHaveLength(2)
  })

  it('has words for each of them', () => {
    for (const locale of ['vi', 'en'] as const)
      for (const { name, ofNominee } of vouching)
        for (const state of ofNominee?.vouches ?? [])
          for (const key of [`nomination.known.${name}`, `${name}.states.${state}`])
            expect(loadTexts(locale)(key, { title: '', code: '', state: '' })).not.toContain(key)
  })
})
