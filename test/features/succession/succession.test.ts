import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { storedUnits } from '../../../src/campaign/stored-units.ts'
import { inviteWork } from '../../../src/cli/invite.ts'
import { presentCampaign } from '../../../src/cli/present-campaign.ts'
import { dayOf, steppedClock } from '../../../src/clock.ts'
import { makeCtx } from '../../../src/contract/make-ctx.ts'
import { daily } from '../../../src/daily.ts'
import { initiatives } from '../../../src/features/initiatives/feature.ts'
import { features } from '../../../src/features/list.ts'
import { registryOf } from '../../../src/intake/registry.ts'
import type { System } from '../../../src/intake/system.ts'
import { loadPlan } from '../../../src/loading/load-plan.ts'
import { loadUnits } from '../../../src/loading/load-units.ts'
import { readPerson } from '../../../src/people/read-person.ts'
import { deskPageOf } from '../../../src/records/page.ts'
import type { Role } from '../../../src/store/generated/client.ts'
import { newId } from '../../../src/store/new-id.ts'
import type { Store } from '../../../src/store/open.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type Chat, chatIn } from '../../support/chat.ts'
import { freshEmbedded } from '../../support/database.ts'
import { inviteIn, testSystem } from '../../support/test-system.ts'

// The wards of Uông Bí ended on 30/06/2025: Quang Trung became a part of the ward of Uông Bí, Trưng Vương was divided between two.
let store: Store
let system: System
let clock: ReturnType<typeof steppedClock>
beforeEach(async () => {
  store = await freshEmbedded()
  clock = steppedClock('2025-05-20T02:00:00Z')
  system = await testSystem(store, clock, 2025)
})
afterEach(() => store.close())

const ids = new Map<string, string>()

async function join(name: string, role: Role, unitCode: string): Promise<Chat> {
  const now = clock.now()
  const personId = newId(now)
  ids.set(name, personId)
  await store.prisma.person.create({ data: { id: personId, fullName: name, givenName: name, createdAt: now } })
  await store.prisma.account.create({
    data: {
      id: newId(now),
      channel: 'web',
      externalId: name,
      displayName: name,
      personId,
      createdAt: now,
      conversation: { create: {} },
    },
  })
  await store.prisma.roleAssignment.create({
    data: { id: newId(now), personId, unitCode, role, position: 'Công chức', validFrom: '2025-03-15' },
  })
  return chatIn(system, 'web', name)
}

async function talk(chat: Chat, ...lines: string[]) {
  for (const line of lines) {
    clock.advance(1_000)
    await chat.say(line)
  }
  return chat.last()
}

const essay = ['Người dân phải chờ lâu', 'Trả kết quả tại nhà', 'Trước đây phải đến phường', 'Toàn phường']
const initiative = (title: string) => [
  title,
  '1',
  '2',
  ...essay,
  '01/4/2025',
  'Giảm nửa thời gian',
  'tất cả',
  'bỏ qua',
  'bỏ qua',
  '1',
]
const rolesOf = (name: string) =>
  store.prisma.roleAssignment.findMany({
    where: { personId: ids.get(name) ?? '' },
    select: { unitCode: true, role: true, validFrom: true, validTo: true },
    orderBy: { validFrom: 'asc' },
  })

describe('a ward that is merged', () => {
  it('its member is told the successor at the first word, goes on with the open draft there, and holds roles by period', async () => {
    const an = await join('An', 'OFFICIAL', 'UB-P-QT')
    const [title = '', kind = '', ...others] = initiative('Trả kết quả tại nhà dân')
    await talk(an, '/sangkien', title)
    clock.set('2025-06-30T16:00:00Z')
    expect((await talk(an, 'xem lại')).text).not.toContain('kế thừa')
    clock.set('2025-07-02T02:00:00Z')
    const told = await talk(an, kind)
    expect(told.text).toContain('UBND phường Quang Trung đã kết thúc hoạt động ngày 30/06/2025, Phường Uông Bí kế thừa')
    expect(told.title).toBe('Câu 3/12')
    const next = await talk(an, others[0] ?? '')
    expect(next.text).not.toContain('kế thừa')
    await talk(an, ...others.slice(1))
    expect(await store.prisma.record.findMany({ select: { unitCode: true, title: true } })).toEqual([
      { unitCode: 'QN-P-UB', title: 'Trả kết quả tại nhà dân' },
    ])
    expect(await rolesOf('An')).toEqual([
      { unitCode: 'UB-P-QT', role: 'OFFICIAL', validFrom: '2025-03-15', validTo: '2025-06-30' },
      { unitCode: 'QN-P-UB', role: 'OFFICIAL', validFrom: '2025-07-01', validTo: null },
    ])
  })

  it('open records go on with the successor by a move of the system; decided ones keep the old name in lists, pages and exports', async () => {
    const an = await join('An', 'OFFICIAL', 'UB-P-QT')
    const head = await join('Chủ tịch', 'WARD_CHAIR', 'UB-P-QT')
    await join('Cán bộ', 'PNV', 'UB-NV')
    await talk(an, '/sangkien', ...initiative('Trả kết quả tại nhà dân'))
    await talk(an, '/sangkien', ...initiative('Sổ tay tiếp dân điện tử'))
    const shown = await talk(head, 'SK-002')
    await talk(head, String((shown.choices ?? []).indexOf('Công nhận') + 1))
    clock.set('2025-07-01T01:00:00Z')
    await daily(system, 'me', () => true)
    const records = await store.prisma.record.findMany({ orderBy: { code: 'asc' }, include: { moves: true } })
    expect(records.map(({ code, unitCode, state }) => [code, unitCode, state])).toEqual([
      ['SK-001', 'QN-P-UB', 'REGISTERED'],
      ['SK-002', 'UB-P-QT', 'RECOGNISED'],
    ])
    expect(records[0]?.moves.at(-1)).toMatchObject({
      ...{ action: 'goOn', role: 'SYSTEM', byId: null, from: 'REGISTERED', to: 'REGISTERED' },
      ...{ fromUnit: 'UB-P-QT', toUnit: 'QN-P-UB' },
    })
    const page = deskPageOf(initiatives.record)
    const shownTo = await inTransaction(store.prisma, async tx => {
      const person = await readPerson(tx, ids.get('Cán bộ') ?? '', dayOf(clock.now(), 'Asia/Ho_Chi_Minh'))
      if (!person) throw new Error('no officer')
      const now = clock.now()
      const ctx = makeCtx(system, tx, {
        campaign: await presentCampaign(system, tx),
        account: { id: person.id, channel: 'web' },
        person,
        now,
        sent: { sentAt: now, claimedAt: null },
      })
      const { rows } = await page.rows(ctx, { q: '', filters: {}, page: 1, size: 20 })
      return { rows: JSON.stringify(rows), history: JSON.stringify(await page.detail(ctx, records[0]?.id ?? '')) }
    })
    expect(shownTo.rows).toContain('UBND phường Quang Trung')
    expect(shownTo.rows).toContain('Phường Uông Bí')
    expect(shownTo.history).toContain('Chuyển từ UBND phường Quang Trung sang Phường Uông Bí, đơn vị kế thừa')
    // Who answers for the ward now sees both, and may go on with what was recognised.
    expect((await talk(head, 'SK-001')).text).toContain('Phường Uông Bí')
    const old = await talk(head, 'SK-002')
    expect(old.text).toContain('UBND phường Quang Trung')
    expect(old.choices).toContain('Đưa vào áp dụng')
    const waiting = await talk(head, 'duyệt')
    expect(waiting.choices?.[0]).toContain('SK-001')
    const units: unknown[] = []
    for await (const row of registryOf(features)
      .exports.get('initiatives')
      ?.records(store.prisma, async () => {
        const campaign = await system.campaign(store.prisma)
        return { campaign, today: campaign.startsOn, day: null }
      }) ?? [])
      units.push((row as { unitCode: string }).unitCode)
    expect(units.sort()).toEqual(['QN-P-UB', 'UB-P-QT'])
    await daily(system, 'me', () => true)
    await store.prisma.setting.deleteMany({ where: { key: 'daily.done' } })
    await daily(system, 'me', () => true)
    expect(await store.prisma.recordMove.count({ where: { action: 'goOn' } })).toBe(1)
    const notices = (await an.heard()).filter(({ kind }) => kind === 'NOTICE').map(({ message }) => message.text)
    expect(notices.filter(text => text.includes('kế thừa'))).toHaveLength(1)
  })

  it('what came back before that day asks at the successor only for the marked question, and stays one record', async () => {
    const chair = await join('Chủ tịch', 'WARD_CHAIR', 'UB-P-QT')
    const officer = await join('Cán bộ', 'PNV', 'UB-NV')
    await talk(chair, 'phát động')
    await chair.file('kh12.pdf')
    await store.prisma.storedFile.updateMany({ data: { state: 'STORED' } })
    await talk(chair, 'xong', '12/KH-UBND', '20/3/2025', 'bỏ qua', '1')
    const shown = await talk(officer, 'PD-001')
    await talk(
      officer,
      String((shown.choices ?? []).findIndex(label => label.startsWith('Trả lại')) + 1),
      '2',
      'Sai số văn bản',
    )
    clock.set('2025-07-02T02:00:00Z')
    const returned = await talk(chair, 'PD-001')
    expect(returned.text).toContain('kế thừa')
    expect(returned.text).toContain('Sai số văn bản')
    const asked = await talk(chair, String((returned.choices ?? []).findIndex(label => label.startsWith('Sửa')) + 1))
    expect(asked.title).toBe('Câu 2/4')
    expect(asked.text).toContain('Sai số văn bản')
    await talk(chair, '15/KH-UBND', '1')
    const records = await store.prisma.record.findMany({ include: { versions: true } })
    expect(records).toMatchObject([{ code: 'PD-001', unitCode: 'QN-P-UB', state: 'SENT', title: 'số 15/KH-UBND' }])
    expect(records[0]?.versions).toHaveLength(2)
    const duty = await store.prisma.obligation.findFirstOrThrow({ where: { unitCode: 'UB-P-QT', dutyCode: 'D02' } })
    expect(duty).toMatchObject({ state: 'MET', recordId: records[0]?.id })
  })

  it('what it still owed on that day is on the list of the successor and is met by it; what falls due later the successor owes itself', async () => {
    const chair = await join('Chủ tịch', 'WARD_CHAIR', 'UB-P-QT')
    const owed = (unitCode: string) =>
      store.prisma.obligation.findFirstOrThrow({ where: { unitCode, dutyCode: 'D02' } })
    expect((await owed('UB-P-QT')).state).toBe('OPEN')
    const late = await store.prisma.obligation.findMany({ where: { unitCode: 'UB-P-QT', dueOn: { gt: '2025-06-30' } } })
    expect(late).toEqual([])
    expect(await store.prisma.obligation.count({ where: { unitCode: 'QN-P-UB', dueOn: { lte: '2025-06-30' } } })).toBe(
      0,
    )
    clock.set('2025-07-02T02:00:00Z')
    const list = await talk(chair, 'việc của tôi')
    const at = (list.choices ?? []).findIndex(
      label => label.includes('UBND phường Quang Trung') && label.includes('phát động'),
    )
    expect(at).toBeGreaterThanOrEqual(0)
    const asked = await talk(chair, String(at + 1))
    expect(asked.title).toBe('Câu 1/4')
    await chair.file('kh12.pdf')
    await store.prisma.storedFile.updateMany({ data: { state: 'STORED' } })
    await talk(chair, 'xong', '12/KH-UBND', '20/6/2025', 'bỏ qua', '1')
    expect(await owed('UB-P-QT')).toMatchObject({ state: 'MET', isLate: true })
    expect(await store.prisma.record.findFirstOrThrow({ where: { kind: 'launch' } })).toMatchObject({
      unitCode: 'QN-P-UB',
    })
  })
})

describe('a ward that is divided', () => {
  it('its member is asked which of the two, and the draft goes on there; nothing that was typed is taken for something else', async () => {
    const binh = await join('Bình', 'CLERK', 'UB-P-TV')
    await talk(binh, '/sangkien', 'Chợ không tiền mặt')
    clock.set('2025-07-02T02:00:00Z')
    const asked = await talk(binh, '1')
    expect(asked.choices).toEqual(['Phường Uông Bí', 'Phường Vàng Danh'])
    const told = await talk(binh, 'vàng danh')
    expect(told.text).toContain('Phường Vàng Danh kế thừa')
    expect(told.choices?.[0]).toBe('Làm tiếp bản nháp')
    expect((await talk(binh, '1')).title).toBe('Câu 2/12')
    expect(await store.prisma.draft.findFirstOrThrow()).toMatchObject({ params: { unit: 'QN-P-VD' } })
    expect((await rolesOf('Bình')).map(({ unitCode }) => unitCode)).toEqual(['UB-P-TV', 'QN-P-VD'])
  })
})

describe('a department', () => {
  it('under a new name keeps its people; one that was dissolved tells so instead of beginning anything', async () => {
    const chi = await join('Chi', 'OFFICIAL', 'UB-KT')
    const dung = await join('Dung', 'OFFICIAL', 'UB-TP')
    await inTransaction(store.prisma, async tx => {
      const { plan } = await presentCampaign(system, tx)
      const known = (await storedUnits(tx)).find(({ code }) => code === 'UB-KT')
      if (!known) throw new Error('no unit')
      const renamed = { ...known, code: 'UB-KTHT', name: 'Phòng Kinh tế - Hạ tầng', validFrom: '2025-06-01' }
      await loadUnits(tx, [renamed, { ...known, validTo: '2025-05-31', successors: ['UB-KTHT'] }], clock.now())
      await loadPlan(tx, plan, clock.now())
    })
    clock.set('2025-06-01T03:00:00Z')
    expect((await talk(chi, '/menu')).text).toContain('Phòng Kinh tế - Hạ tầng kế thừa')
    expect((await rolesOf('Chi')).at(-1)).toMatchObject({ unitCode: 'UB-KTHT', validFrom: '2025-06-01' })
    expect((await talk(dung, '/sangkien')).title).toMatch(/^Câu 1/)
    await talk(dung, 'hủy', '1')
    clock.set('2025-07-02T03:00:00Z')
    expect((await talk(dung, '/sangkien')).text).toContain('Phòng Tư pháp đã kết thúc hoạt động ngày 30/06/2025')
  })
})

describe('an invitation to an ended unit', () => {
  it('is refused with the name of the successor, on the command line, in the chat and when it is used', async () => {
    const officer = await join('Cán bộ', 'PNV', 'UB-NV')
    const code = await inviteIn(system, 'OFFICIAL', 'UB-P-QT')
    clock.set('2025-07-02T02:00:00Z')
    const ended =
      'UBND phường Quang Trung đã kết thúc hoạt động ngày 30/06/2025. Đơn vị kế thừa: Phường Uông Bí (QN-P-UB).'
    await expect(inviteWork(system, { unit: 'UB-P-QT', role: 'CLERK' })).rejects.toThrow(ended)
    expect((await inviteWork(system, { unit: 'QN-P-UB', role: 'CLERK' })).output).toContain('Phường Uông Bí')
    const asked = await talk(officer, '/menu', 'Mời người tham gia', 'UB-P-QT')
    expect(asked.text).toContain(ended)
    const guest = chatIn(system, 'web', 'Khách')
    await guest.say(`/start ${code}`)
    expect((await guest.last()).text).toContain(ended)
  })

  it('is read from the campaign as it was loaded last, not as a running server remembers it', async () => {
    await inviteWork(system, { unit: 'UB-KT', role: 'CLERK' })
    await inTransaction(store.prisma, async tx => {
      const { plan } = await presentCampaign(system, tx)
      const known = (await storedUnits(tx)).filter(({ code }) => code === 'UB-KT')
      await loadUnits(
        tx,
        known.map(unit => ({ ...unit, validTo: '2025-05-10', successors: ['UB-QLDT'] })),
        clock.now(),
      )
      await loadPlan(tx, plan, clock.now())
    })
    await expect(inviteWork(system, { unit: 'UB-KT', role: 'CLERK' })).rejects.toThrow('Phòng Quản lý đô thị')
  })
})
