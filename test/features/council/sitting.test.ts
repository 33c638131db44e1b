import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wordText } from '../../../src/documents/signed-text.ts'
import { agreedOn } from '../../../src/features/council/agreement.ts'
import { mayReadCaseFile } from '../../../src/features/council/may-read-file.ts'
import { waitingFor } from '../../../src/features/council/nominees.ts'
import { withoutAgreement } from '../../../src/features/nominations/gate.ts'
import { newId } from '../../../src/store/new-id.ts'
import { type CouncilWorld, councilWorld } from './council-world.ts'

const [chair, vice, secretary, one, two] = [
  'Chủ tịch phường',
  'Phó Chủ tịch phường',
  'Thư ký Hội đồng',
  'Ủy viên Một',
  'Ủy viên Hai',
] as const
/** Two nominees of each test. */
let [hall, archive, number] = ['', '', 0]

let world: CouncilWorld
beforeAll(async () => {
  world = await councilWorld()
})
beforeEach(async () => {
  number += 1
  hall = `Bộ phận Một cửa ${number}`
  archive = `Tổ Văn thư ${number}`
  await world.nominate(hall)
  await world.nominate(archive)
})
afterAll(() => world.close())

const said = async (name: string, sitting: string, fields: Readonly<Record<string, string>>) =>
  (await world.post(name, sitting, fields)).text
const present = async (sitting: string, ...names: string[]) => {
  for (const name of names) await world.post(name, sitting, { viec: 'toi-co-mat' })
}
const opened = async (sitting: string) => {
  await world.post(secretary, sitting, { viec: 'dong' })
  return world.post(chair, sitting, { viec: 'mo-phieu', cum: world.phrases.get(chair) ?? '' })
}
const cases = (sittingId: string) =>
  world.store.prisma.sittingCase.findMany({ where: { sittingId }, orderBy: { number: 'asc' } })

describe('a sitting', () => {
  it('is played from the invitation to confirmed minutes, and the head may pass what it agreed to', async () => {
    const sitting = await world.invited([hall, archive])
    const told = await world.store.prisma.outbox.findMany({
      where: { dedupeKey: { startsWith: `council:${sitting}:invited:` } },
    })
    expect(told).toHaveLength(5)
    expect(JSON.stringify(told[0]?.body)).toContain(`1. ${hall}`)
    const ids = (await cases(sitting)).map(({ recordId }) => recordId)
    expect((await agreedOn(world.store.prisma, ids)).size).toBe(0)

    await present(sitting, chair, secretary, one)
    expect(await said(secretary, sitting, { viec: 'bat-dau' })).toContain('có mặt 3/5, cần ít nhất 4')
    await present(sitting, two)
    expect(await said(secretary, sitting, { viec: 'bat-dau' })).toContain('có mặt 4/5')

    for (const name of [chair, secretary, one])
      expect((await world.cast(name, sitting, { [hall]: 'AGREE', [archive]: 'DISAGREE' })).ok).toBe(true)
    expect(await said(two, sitting, { viec: 'bo-phieu' })).toContain('chưa đánh dấu')
    await world.cast(two, sitting, { [hall]: 'DISAGREE' }, 'Cần bổ sung minh chứng.')
    expect((await opened(sitting)).text).toContain('Đã mở và đếm phiếu')
    expect(await cases(sitting)).toMatchObject([
      { agree: 3, disagree: 1, verdict: 'AGREED', opinions: ['Cần bổ sung minh chứng.'] },
      { agree: 0, disagree: 3, verdict: 'NOT_AGREED' },
    ])
    expect((await agreedOn(world.store.prisma, ids)).size).toBe(0)

    await world.post(one, sitting, { viec: 'da-doc', 'y-kien': 'Ghi rõ giờ họp.' })
    expect(await said(chair, sitting, { viec: 'xac-nhan' })).toContain('còn chờ người kia')
    expect(await said(one, sitting, { viec: 'xac-nhan' })).toContain('không thuộc quyền')
    expect(await said(secretary, sitting, { viec: 'xac-nhan' })).toContain('đã được thông qua')
    const agreed = await agreedOn(world.store.prisma, ids)
    expect(ids.map(id => agreed.get(id)).map(one => [one?.agreed, one?.votesFor, one?.members])).toEqual([
      [true, 3, 5],
      [false, 0, 5],
    ])
    const gate = (id: string) =>
      world.as(chair, async ctx => {
        const record = await ctx.tx.record.findUniqueOrThrow({ where: { id } })
        return withoutAgreement(ctx, record, 'approve', { agreedOn })
      })
    expect(await gate(ids[0] ?? '')).toBeNull()
    expect(await gate(ids[1] ?? '')).not.toBeNull()
    const { minutesFileId } = await world.store.prisma.sitting.findUniqueOrThrow({ where: { id: sitting } })
    const file = await world.store.prisma.storedFile.findUniqueOrThrow({
      where: { id: minutesFileId ?? '' },
      include: { content: true },
    })
    const words = wordText(file.content?.bytes ?? new Uint8Array())
    for (const part of [
      'HĐ-001',
      hall,
      'Cần bổ sung minh chứng.',
      'Ghi rõ giờ họp.',
      '3/5 (60%)',
      '3/5 thành viên đã đọc',
    ])
      expect(words).toContain(part)
  })

  it('takes a ballot once: sent again it stands, late it is refused, and nothing said tells how somebody voted', async () => {
    const sitting = await world.invited([hall])
    expect((await world.cast(one, sitting, { [hall]: 'AGREE' })).text).toContain('Chưa đến lúc')
    await present(sitting, chair, secretary, vice, one)
    await world.post(chair, sitting, { viec: 'bat-dau' })
    expect((await world.cast(two, sitting, { [hall]: 'AGREE' })).text).toContain('Tôi có mặt')
    const first = await world.cast(one, sitting, { [hall]: 'AGREE' })
    expect(first.text).toBe('Đã nhận 1 phiếu của anh/chị.')
    const again = await world.cast(one, sitting, { [hall]: 'DISAGREE' })
    expect(again.text).toBe('1 phiếu đã nhận từ trước được giữ nguyên.')
    await world.post(chair, sitting, { viec: 'dong' })
    expect((await world.cast(vice, sitting, { [hall]: 'AGREE' })).text).toContain('không nhận thêm phiếu')
    await world.post(chair, sitting, { viec: 'mo-phieu', cum: world.phrases.get(chair) ?? '' })
    expect(await cases(sitting)).toMatchObject([{ agree: 1, disagree: 0, verdict: 'NOT_AGREED' }])
  })

  it('takes nothing after the closing: no ballot, no written opinion, no interest, whether it is closed, opened, confirmed or called off', async () => {
    const sitting = await world.invited([hall])
    const caseId = await world.caseOf(sitting, hall)
    await world.post(two, sitting, { viec: 'vang', 'ly-do': 'đi công tác' })
    await present(sitting, chair, secretary, vice, one)
    await world.post(chair, sitting, { viec: 'bat-dau' })
    await world.cast(one, sitting, { [hall]: 'AGREE' })
    const isLate = async () => {
      for (const name of [vice, two]) {
        const { ok, text } = await world.cast(name, sitting, { [hall]: 'AGREE' }, 'Ý kiến muộn.')
        expect([ok, text]).toEqual([false, expect.stringContaining('không nhận thêm phiếu')])
      }
      expect(await world.store.prisma.ballot.count({ where: { caseId } })).toBe(1)
    }
    await world.post(secretary, sitting, { viec: 'dong' })
    await isLate()
    await world.post(chair, sitting, { viec: 'mo-phieu', cum: world.phrases.get(chair) ?? '' })
    await isLate()
    const declared = { viec: 'loi-ich', 'ho-so': caseId, 'ly-do': 'anh em ruột' }
    expect((await world.post(one, sitting, declared)).ok).toBe(false)
    for (const name of [chair, secretary]) await world.post(name, sitting, { viec: 'xac-nhan' })
    await isLate()
    expect(await cases(sitting)).toMatchObject([{ agree: 1, disagree: 0 }])

    const calledOff = await world.invited([archive])
    await world.post(two, calledOff, { viec: 'vang', 'ly-do': 'đi công tác' })
    await world.post('Đầu mối', calledOff, { viec: 'huy', 'ly-do': 'Trùng lịch họp' })
    expect((await world.cast(two, calledOff, { [archive]: 'AGREE' })).ok).toBe(false)
    expect(await world.store.prisma.ballot.count({ where: { case: { sittingId: calledOff } } })).toBe(0)
  })

  it('opens the files of a nominee that lies before it to its members, and to nobody else', async () => {
    const { prisma } = world.store
    const [file, before, other] = [newId(new Date(0)), newId(new Date(1)), newId(new Date(2))]
    const record = await prisma.record.findFirstOrThrow({ where: { title: hall } })
    await prisma.recordVersion.updateMany({ where: { recordId: record.id }, data: { fileIds: [before] } })
    const reads = (name: string, id: string) => world.as(name, ctx => mayReadCaseFile(ctx, id))
    expect(await reads(one, before)).toBe(false)
    // What lies before the members is the newest version, not one that was corrected.
    const first = await prisma.recordVersion.findFirstOrThrow({ where: { recordId: record.id } })
    const { authorId, sentAt, receivedAt, role } = first
    const version = { version: 2, form: 'nomination', formVersion: 1, answers: {}, fileIds: [file] }
    await prisma.recordVersion.create({
      data: { recordId: record.id, ...version, authorId, role, sentAt, receivedAt, draftId: newId(new Date(3)) },
    })
    const fact = await prisma.nominationFact.findFirstOrThrow({ where: { recordId: record.id } })
    await prisma.nominationFact.create({ data: { ...fact, version: 2, known: [] } })
    await prisma.record.update({ where: { id: record.id }, data: { version: 2 } })
    const sitting = await world.invited([hall])
    for (const name of [chair, vice, secretary, one, two]) expect(await reads(name, file)).toBe(true)
    expect([await reads(one, before), await reads(one, other)]).toEqual([false, false])
    await world.join('Người ngoài Hội đồng', 'OFFICIAL', 'UB-P-QT')
    await world.join('Quản trị mạng', 'ADMIN', 'UB-NV')
    for (const name of ['Đầu mối', 'Người ngoài Hội đồng', 'Quản trị mạng']) expect(await reads(name, file)).toBe(false)
    await world.post('Đầu mối', sitting, { viec: 'huy', 'ly-do': 'Trùng lịch họp' })
    expect(await reads(one, file)).toBe(false)
  })

  it('takes out the ballot of who declares an interest, and the nominee never votes on themselves; all members stay the measure', async () => {
    const nominee = 'Người được đề nghị'
    await world.nominate(nominee, { personId: world.ids.get(one) ?? '' })
    const sitting = await world.invited([nominee])
    await present(sitting, chair, secretary, vice, one, two)
    await world.post(chair, sitting, { viec: 'bat-dau' })
    expect((await world.cast(one, sitting, { [nominee]: 'AGREE' })).text).toContain('chưa đánh dấu phiếu nào gửi được')
    for (const name of [chair, secretary, vice]) await world.cast(name, sitting, { [nominee]: 'AGREE' })
    const id = await world.caseOf(sitting, nominee)
    const declared = await said(vice, sitting, { viec: 'loi-ich', 'ho-so': id, 'ly-do': 'anh em ruột' })
    expect(declared).toContain('đã được rút ra')
    expect((await world.cast(vice, sitting, { [nominee]: 'AGREE' })).ok).toBe(false)
    await opened(sitting)
    // Two of five: the two without a ballot are members all the same.
    expect(await cases(sitting)).toMatchObject([{ agree: 2, disagree: 0, verdict: 'NOT_AGREED' }])
    const page = await world.look(chair, sitting)
    expect(page).toContain('2/5 (40%)')
  })

  it('counts written opinions of the absent, not for the quorum, and leaves a tie to people', async () => {
    const sitting = await world.invited([hall])
    await world.post(two, sitting, { viec: 'vang', 'ly-do': 'đi công tác' })
    expect((await world.cast(two, sitting, { [hall]: 'DISAGREE' }, 'Chưa thuyết phục.')).ok).toBe(true)
    await present(sitting, chair, secretary, vice)
    expect(await said(chair, sitting, { viec: 'bat-dau' })).toContain('có mặt 3/5')
    await present(sitting, one)
    await world.post(chair, sitting, { viec: 'bat-dau' })
    await world.cast(chair, sitting, { [hall]: 'AGREE' })
    await opened(sitting)
    expect(await cases(sitting)).toMatchObject([{ agree: 1, disagree: 1, verdict: 'TIE' }])
    for (const name of [chair, secretary]) await world.post(name, sitting, { viec: 'xac-nhan' })
    const [{ recordId } = { recordId: '' }] = await cases(sitting)
    expect((await agreedOn(world.store.prisma, [recordId])).get(recordId)?.agreed).toBeNull()
    // It waits for another sitting.
    expect(await world.look('Đầu mối', 'moi/UB-P-QT')).toContain(hall)
  })

  it('names who voted how in an open vote, and nobody in a secret one', async () => {
    const open = await world.invited([hall], { cach: 'mo' })
    const secret = await world.invited([archive])
    for (const [sitting, nominee] of [
      [open, hall],
      [secret, archive],
    ] as const) {
      await present(sitting, chair, secretary, vice, one)
      await world.post(chair, sitting, { viec: 'bat-dau' })
      await world.cast(one, sitting, { [nominee]: 'DISAGREE' }, 'Ý kiến riêng.')
      await opened(sitting)
    }
    const ballots = await world.store.prisma.ballot.findMany({
      where: { case: { sittingId: { in: [open, secret] } } },
      include: { case: true },
    })
    expect(ballots.map(({ case: { nominee }, vote, opinion, sealed }) => [nominee, vote, opinion, sealed])).toEqual(
      expect.arrayContaining([
        [hall, 'DISAGREE', 'Ý kiến riêng.', null],
        [archive, null, '', null],
      ]),
    )
    expect(await world.look(chair, open)).toContain(`${one}: Không đồng ý`)
    expect(await world.look(chair, secret)).not.toContain(`${one}: Không đồng ý`)
    expect(await world.store.prisma.sittingKey.count({ where: { sittingId: { in: [open, secret] } } })).toBe(0)
  })

  it('is opened by two members with spare keys when the chair is lost, and everybody is told', async () => {
    const sitting = await world.invited([hall])
    await present(sitting, secretary, vice, one, two)
    await world.post(secretary, sitting, { viec: 'bat-dau' })
    await world.cast(vice, sitting, { [hall]: 'AGREE' })
    const key = (name: string) => ({ viec: 'mo-phieu', cum: world.phrases.get(name) ?? '' })
    expect(await said(vice, sitting, key(vice))).toContain('sau khi đã đóng')
    await world.post(secretary, sitting, { viec: 'dong' })
    expect(await said(one, sitting, key(vice))).toContain('không mở được')
    expect(await said(vice, sitting, key(secretary))).toContain('không mở được')
    expect(await said(vice, sitting, key(vice))).toContain('khóa dự phòng thứ nhất')
    expect(await said(vice, sitting, key(vice))).toContain('khóa dự phòng thứ nhất')
    expect((await cases(sitting))[0]?.agree).toBeNull()
    expect(await said(secretary, sitting, key(secretary))).toContain('Đã mở và đếm phiếu')
    expect(await cases(sitting)).toMatchObject([{ agree: 1 }])
    const told = await world.store.prisma.outbox.count({
      where: { dedupeKey: { startsWith: `council:${sitting}:spare:` } },
    })
    expect(told).toBe(4)
  })

  it('is seen by its members and by who prepares it, and by nobody else', async () => {
    const sitting = await world.invited([hall])
    await world.join('Đầu mối khác', 'CLERK', 'UB-P-VD')
    await world.join('Quản trị', 'ADMIN', 'UB-NV')
    await world.join('Cán bộ', 'PNV', 'UB-NV')
    for (const name of ['Đầu mối khác', 'Quản trị', 'Cán bộ']) expect(await world.look(name, sitting)).toBe('')
    expect(await world.look('Đầu mối', sitting)).toContain('Phiên họp HĐ-')
    expect(await world.look(one, sitting)).toContain(hall)
  })

  it('is answered in chat; the ballot is not cast there, the chat leads to the page', async () => {
    const sitting = await world.invited([hall])
    const { code } = await world.store.prisma.sitting.findUniqueOrThrow({ where: { id: sitting } })
    await world.say(one, '/duyet')
    expect((await world.say(one, `${code}: mời họp`)).text).toContain(`Phiên họp ${code}`)
    expect((await world.say(one, '2')).text).toContain('lý do')
    const answer = await world.say(one, 'đi công tác')
    expect(answer.text).toContain('anh/chị vắng')
    expect(answer.links?.[0]?.url).toContain(`?den=hoi-dong/${sitting}`)
    expect(
      await world.store.prisma.sittingMember.count({
        where: { sittingId: sitting, attendance: 'ABSENT', why: 'đi công tác' },
      }),
    ).toBe(1)
  })

  it('is held by the council of a superior unit for a unit that asks it to, and only then; the City’s advises on what has passed', async () => {
    world.ids.set('Phòng Nội vụ', await world.join('Phòng Nội vụ', 'PNV', 'UB-NV'))
    const waitingForCity = () => world.as('Phòng Nội vụ', ctx => waitingFor(ctx, 'UB-UBND'))
    const isAtGate = async (name: string) => (await waitingForCity()).find(one => one.name === name)?.isAtGate
    expect(await isAtGate(hall)).toBeUndefined()
    const choice = (hd: string) => world.post('Đầu mối', 'thanh-vien/UB-P-QT', { viec: 'hoi-dong', hd })
    expect((await choice('UB-P-VD')).text).toContain('đơn vị cấp trên')
    expect((await choice('UB-UBND')).ok).toBe(true)
    expect(await isAtGate(hall)).toBe(true)
    expect(await world.look('Đầu mối', 'moi/UB-P-QT')).not.toContain(hall)
    expect((await choice('')).ok).toBe(true)
    const passed = { state: 'RECEIVED', waitsFor: null, passedVersion: 1 }
    await world.store.prisma.record.updateMany({ where: { title: hall }, data: passed })
    expect(await isAtGate(hall)).toBe(false)
    expect(await isAtGate(archive)).toBeUndefined()
  })

  it('is concluded by the chair after a tie only where the plan gives a casting vote, with a reason, and before the minutes are confirmed', async () => {
    const sitting = await world.invited([hall])
    await present(sitting, chair, secretary, vice, one)
    await world.post(chair, sitting, { viec: 'bat-dau' })
    await world.cast(chair, sitting, { [hall]: 'AGREE' })
    await world.cast(one, sitting, { [hall]: 'DISAGREE' })
    await opened(sitting)
    const conclude = {
      viec: 'quyet',
      'ho-so': await world.caseOf(sitting, hall),
      'ket-qua': 'co',
      'ly-do': 'Đủ minh chứng',
    }
    expect(await said(chair, sitting, conclude)).toContain('không thuộc quyền')
    const { rules } = await world.store.prisma.sitting.findUniqueOrThrow({ where: { id: sitting } })
    await world.store.prisma.sitting.update({
      where: { id: sitting },
      data: { rules: { ...(typeof rules === 'object' ? rules : {}), hasCastingVote: true } },
    })
    expect(await said(secretary, sitting, conclude)).toContain('không thuộc quyền')
    expect(await said(chair, sitting, { ...conclude, 'ly-do': '' })).toContain('lý do')
    expect(await said(chair, sitting, conclude)).toContain('Đã ghi kết luận')
    expect(await cases(sitting)).toMatchObject([
      { agree: 1, disagree: 1, verdict: 'AGREED', settledWhy: 'Đủ minh chứng' },
    ])
    expect(await said(chair, sitting, conclude)).toContain('sang bước khác')
  })

  it('is called off with a reason before the opening: its ballots are never read, and the nominees wait again', async () => {
    const sitting = await world.invited([hall])
    await world.post(two, sitting, { viec: 'vang', 'ly-do': '' })
    await world.cast(two, sitting, { [hall]: 'AGREE' })
    expect(await said('Đầu mối', sitting, { viec: 'huy', 'ly-do': '' })).toContain('lý do')
    expect(await said(one, sitting, { viec: 'huy', 'ly-do': 'Trùng lịch họp' })).toContain('không thuộc quyền')
    expect(await said('Đầu mối', sitting, { viec: 'huy', 'ly-do': 'Trùng lịch họp' })).toContain('Đã hủy')
    const left = await world.store.prisma.ballot.findMany({ where: { case: { sittingId: sitting } } })
    expect(left.map(({ sealed, vote }) => [sealed, vote])).toEqual([[null, null]])
    expect(await world.look('Đầu mối', 'moi/UB-P-QT')).toContain(hall)
    expect((await world.cast(two, sitting, { [hall]: 'AGREE' })).ok).toBe(false)
  })
})
