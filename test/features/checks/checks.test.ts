import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Duty } from '../../../src/campaign/duty.ts'
import { checkRemedies, checks } from '../../../src/features/checks/feature.ts'
import { taskList } from '../../../src/features/tasks/feature.ts'
import { settleObligations } from '../../../src/obligations/settle-obligations.ts'
import { actionFor } from '../../../src/reminders/words/message-actions.ts'
import { subjectFor } from '../../../src/reminders/words/subject.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'
import { smallPlan } from '../initiatives/small-plan.ts'

const duty: Duty = {
  ...{ code: 'S05', name: 'Khắc phục tồn tại sau kiểm tra', owedBy: { kind: 'every' }, target: null },
  ...{ metBy: { kind: 'checkRemedy' }, due: { kind: 'perItem' }, legalText: 'theo thời hạn ghi trong kết quả' },
  ...{ opensDaysBefore: null, ladder: 'default', isVoluntary: false, section: 'II.3' },
}

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', {
    features: [checks, checkRemedies, taskList],
    plan: {
      duties: [...(smallPlan.duties ?? []), duty],
      traits: [],
      participants: {
        collectives: [{ code: 'G4', name: '', unitKinds: ['ward'], isInvited: false, owingUnits: [] }],
        people: [],
      },
    },
  })
  await world.join('Kiểm tra', 'CHECKER', 'TCKH')
  await world.join('Kiểm tra khác', 'CHECKER', 'P2')
  await world.join('Thủ trưởng', 'HEAD', 'P1')
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Đầu mối khác', 'CLERK', 'P2')
  await world.join('Cán bộ', 'PNV', 'NV')
})
afterAll(() => world.close())

const stored = (code: string) => world.store.prisma.record.findFirstOrThrow({ where: { code } })
const owed = () => world.store.prisma.obligation.findFirst({ where: { dutyCode: 'S05' } })
const act = async (name: string, code: string, action: string, reason = '') => {
  const { id, kind } = await stored(code)
  const page = kind === 'check' ? checks.page : checkRemedies.page
  return world.as(name, ctx => page?.act(ctx, id, action, reason, []) ?? Promise.reject(new Error('no page')))
}
const sees = async (name: string, code: string) => {
  const { id } = await stored(code)
  return world.as(name, async ctx => (await checks.page?.detail(ctx, id)) !== null)
}

const planned = ['P1', 'Công tác chỉ đạo, điều hành', '21/3', 'bỏ qua', 'bỏ qua', 'bỏ qua', '1']
const unitsPeople = ['Thủ trưởng', 'Đầu mối']

describe('a check', () => {
  it('is planned unseen by the unit, which hears of it when it is announced', async () => {
    expect((await world.talk('Kiểm tra', 'kiểm tra', ...planned)).text).toContain('CK-001')
    for (const name of unitsPeople) {
      expect(await world.notices(name)).toEqual([])
      expect(await sees(name, 'CK-001')).toBe(false)
    }
    expect((await act('Kiểm tra khác', 'CK-001', 'announce')).ok).toBe(false)
    expect((await act('Kiểm tra', 'CK-001', 'announce')).ok).toBe(true)
    for (const name of unitsPeople) {
      expect((await world.notices(name)).at(-1)?.message.text).toContain('21/03/2024')
      expect(await sees(name, 'CK-001')).toBe(false)
    }
    expect(await world.notices('Đầu mối khác')).toEqual([])
    expect(await owed()).toBeNull()
  })

  it('asks for its result only then, and without findings ends with one press', async () => {
    await world.talk('Kiểm tra', '/kiemtra', '2', ...planned)
    await act('Kiểm tra', 'CK-002', 'announce')
    const asked = await world.talk('Kiểm tra', 'CK-002', '1')
    expect(asked.text).toContain('Đã kiểm tra ngày nào')
    expect((await world.say('Kiểm tra', '30/12/2024')).text).toContain('không thể sau hôm nay')
    await world.talk('Kiểm tra', '20/3', 'Làm tốt mọi việc.', 'bỏ qua', 'bỏ qua', '1')
    expect((await stored('CK-002')).state).toBe('DONE')
    expect((await world.notices('Đầu mối')).at(-1)?.message.text).toContain('Không có tồn tại')
    expect(await owed()).toBeNull()
    expect(await sees('Đầu mối', 'CK-002')).toBe(true)
    expect(await sees('Đầu mối khác', 'CK-002')).toBe(false)
    expect((await act('Kiểm tra', 'CK-002', 'close')).ok).toBe(true)
  })

  it('with findings makes the unit owe their remedy by the day that was set; no loading of the plan undoes it', async () => {
    await world.talk('Kiểm tra', 'CK-001', '1', '20/3', 'Có cố gắng.', 'Chưa niêm yết đủ thủ tục.')
    expect((await world.say('Kiểm tra', '20/3')).text).toContain('phải sau ngày kiểm tra')
    const receipt = await world.talk('Kiểm tra', '29/3', 'bỏ qua', '1')
    expect(receipt.text).toContain('Đã ghi kết quả cuộc kiểm tra CK-001')
    expect(receipt.text).toContain('đơn vị đã được báo kết quả')
    expect((await stored('CK-001')).state).toBe('FINDINGS_OPEN')
    const row = { unitCode: 'P1', period: 'CK-001', dueOn: '2024-03-29', state: 'OPEN' }
    expect(await owed()).toMatchObject({ ...row, about: 'CK-001 Công tác chỉ đạo, điều hành' })
    const { campaign, store, clock } = world
    const units = [...campaign.units.values()]
    await store.prisma.$transaction(tx =>
      settleObligations(tx, campaign.id, { ...campaign.plan, duties: [duty] }, units, campaign.calendar, clock.now()),
    )
    expect(await owed()).toMatchObject(row)
    for (const name of unitsPeople) {
      const told = (await world.notices(name)).at(-1)?.message.text ?? ''
      for (const words of ['Chưa niêm yết đủ thủ tục.', '29/03/2024']) expect(told).toContain(words)
    }
  })

  it('that comes back is no longer owed, and owed by the new day when it is corrected', async () => {
    expect((await act('Cán bộ', 'CK-001', 'return', 'Ghi rõ thời hạn')).ok).toBe(true)
    expect((await owed())?.state).toBe('WITHDRAWN')
    const asked = await world.talk('Kiểm tra', 'CK-001', '1', 'sửa câu 10')
    expect(asked.text).toContain('khắc phục xong trước hết ngày nào')
    await world.talk('Kiểm tra', '2/4', '1')
    expect((await stored('CK-001')).state).toBe('FINDINGS_OPEN')
    expect(await owed()).toMatchObject({ state: 'OPEN', dueOn: '2024-04-02' })
  })
})

describe('what was put right', () => {
  it('is asked for by reminders, whose button leads to it', async () => {
    const row = await owed()
    if (!row) throw new Error('nothing is owed')
    const subject = subjectFor(world, row)
    expect(subject.what).toBe('Khắc phục tồn tại sau kiểm tra: CK-001 Công tác chỉ đạo, điều hành')
    const action = actionFor({ owedId: row.id, level: 'focalPoint', isWithHead: false }, subject)
    expect(action.go).toEqual({ to: 'checkRemedy', args: { unit: 'P1', code: 'CK-001' } })
  })

  it('is come to from the check and by typing it, by the unit alone', async () => {
    const way = 'Báo kết quả khắc phục'
    expect((await world.say('Đầu mối', 'CK-001')).choices).toContain(way)
    expect((await world.say('Kiểm tra', 'CK-001')).choices ?? []).not.toContain(way)
    expect((await world.say('Đầu mối', 'khắc phục')).text).toContain('Chưa niêm yết đủ thủ tục.')
    await world.talk('Đầu mối', 'hủy', '1')
    expect((await world.say('Đầu mối khác', 'báo kết quả khắc phục')).text).toContain('không có tồn tại nào')
  })

  it('is begun from what is owed, goes through the head, and takes the check with it', async () => {
    expect((await world.say('Đầu mối', 'việc của tôi')).choices?.[0]).toContain('CK-001')
    expect((await world.say('Đầu mối', '1')).text).toContain('Chưa niêm yết đủ thủ tục.')
    const receipt = await world.talk('Đầu mối', 'Đã niêm yết đủ.', '20/3', 'bỏ qua', '1')
    expect(receipt.text).toContain('KS-001')
    expect([(await stored('CK-001')).state, (await owed())?.state]).toEqual(['FINDINGS_OPEN', 'WITH_HEAD'])
    expect((await act('Thủ trưởng', 'KS-001', 'approve')).ok).toBe(true)
    expect([(await stored('CK-001')).state, (await owed())?.state]).toEqual(['REMEDIED', 'MET'])
    expect((await world.notices('Kiểm tra')).at(-1)?.message.text).toContain('đã báo kết quả khắc phục')
  })

  it('is decided on by those who checked and by the managing office, and by no other team', async () => {
    for (const name of ['Kiểm tra khác', 'Thủ trưởng', 'Đầu mối'])
      expect([name, (await act(name, 'KS-001', 'accept')).ok]).toEqual([name, false])
    expect((await act('Kiểm tra', 'KS-001', 'return')).ok).toBe(false)
    expect((await act('Kiểm tra', 'KS-001', 'return', 'Còn thiếu hai thủ tục')).ok).toBe(true)
    expect([(await stored('CK-001')).state, (await owed())?.state]).toEqual(['FINDINGS_OPEN', 'OPEN'])
    await world.talk('Đầu mối', 'KS-001', '1', 'sửa câu 1', 'Đã bổ sung hai thủ tục.', '1')
    await act('Thủ trưởng', 'KS-001', 'approve')
    expect((await act('Cán bộ', 'KS-001', 'accept')).ok).toBe(true)
    expect([(await stored('CK-001')).state, (await owed())?.state]).toEqual(['CLOSED', 'MET'])
    const moves = await world.store.prisma.recordMove.findMany({
      where: { record: { code: 'CK-001' } },
      orderBy: { seq: 'asc' },
    })
    expect(moves.at(-1)).toMatchObject({ action: 'follow', to: 'CLOSED', role: 'SYSTEM', reason: 'KS-001' })
  })

  it('that is taken back opens the check again', async () => {
    expect((await act('Cán bộ', 'KS-001', 'reopen', 'Xem sót một điểm')).ok).toBe(true)
    expect((await stored('CK-001')).state).toBe('REMEDIED')
  })
})
