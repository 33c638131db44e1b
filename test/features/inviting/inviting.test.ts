import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoomAnswer } from '../../../src/contract/desk-page.ts'
import { inviting } from '../../../src/features/inviting/feature.ts'
import { invitingRoom } from '../../../src/features/inviting/room.tsx'
import { workbook } from '../../office-files/workbook.ts'
import { defaultFiles } from '../../support/loaded-campaign.ts'
import { qrIn } from '../../support/read-qr.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

const { identity } = defaultFiles().plan
const group = { code: 'G4', name: 'Phường, xã', unitKinds: ['ward' as const], isInvited: false, owingUnits: [] }

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', {
    features: [inviting],
    plan: {
      ...{ startsOn: '2024-03-15', endsOn: '2024-12-31', participants: { collectives: [group], people: [] } },
      identity,
      reminderRules: { windows: [{ from: '07:30', to: '11:30' }], messagesPerDay: 2, isDueDayOffAllowed: false },
    },
  })
  await world.join('Cán bộ', 'PNV', 'NV')
  await world.join('Thủ trưởng Một', 'HEAD', 'P1')
  await world.join('Đầu mối Một', 'CLERK', 'P1')
  await world.join('Nguyễn Văn Trùng', 'OFFICIAL', 'P2')
  await world.store.prisma.setting.create({ data: { key: 'wayIn.telegram', value: 'thidua_mau_bot' } })
})
afterAll(() => world.close())

function ask(who: string, rest: string, given: Record<string, string | File> | null, search = '') {
  return world.as(who, async ctx => {
    const form = given && new FormData()
    for (const [name, value] of Object.entries(given ?? {})) form?.append(name, value)
    const address = 'http://desk.test/desk/moi-tham-gia'
    return invitingRoom.answer(ctx, { rest, search: new URLSearchParams(search), form, address, csrf: 'c' })
  })
}

async function page(answer: RoomAnswer | null): Promise<string> {
  if (!answer || !('body' in answer)) throw new Error('no page')
  return String(await answer.body())
}

const excel = (...rows: string[][]) =>
  new File([Buffer.from(workbook({ name: 'A', rows: [['Đơn vị', 'Họ và tên', 'Vai trò'], ...rows] }))], 'ds.xlsx')

const carriedIn = (html: string) =>
  (/name="danh-sach" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&#39;', "'")

const open = () => world.store.prisma.invitation.findMany({ where: { revokedAt: null }, orderBy: { id: 'asc' } })

describe('a list of people', () => {
  it('is looked at first: new, here, of a known name, wrong with the cell; nothing is written', async () => {
    const file = excel(
      ['UBND phường Một', 'Trần Thị Mới', 'Đầu mối của đơn vị'],
      ['P1', 'Đầu mối Một', 'CLERK'],
      ['P1', 'Nguyễn Văn Trùng', 'CLERK'],
      ['P9', 'Lê Thị Sai', 'CLERK'],
      ['P2', 'Lê Văn Sai', 'Vua'],
      ['P2', '', 'CLERK'],
    )
    const html = await page(await ask('Cán bộ', 'xem-truoc', { tep: file }))
    expect(html).toContain(
      '1 người mới, 1 người trùng tên cần trả lời, 1 người đã tham gia, 0 người đã được mời, 2 chỗ',
    )
    expect(html).toContain('Ô A5')
    expect(html).toContain('Ô C6')
    expect(html).toContain('1 dòng chưa ghi họ và tên')
    expect(await open()).toEqual([])

    const list = { 'danh-sach': carriedIn(html) }
    const unanswered = await ask('Cán bộ', 'gui', list)
    expect(unanswered && 'status' in unanswered && unanswered.status).toBe(422)
    expect(await open()).toEqual([])

    const known = /name="la-2" value="(add:[^"]+)"/.exec(html)?.[1] ?? ''
    const sheets = await page(await ask('Cán bộ', 'gui', { ...list, 'la-2': known }))
    expect(sheets).toContain('Đã có 1 lời mời của 1 đơn vị')
    expect(sheets).toContain('1 người được giao vai trò ngay')
    expect((await world.notices('Nguyễn Văn Trùng')).at(-1)?.message.text).toContain(
      'Đầu mối của đơn vị, UBND phường Một',
    )
    expect(await open()).toMatchObject([{ fullName: 'Trần Thị Mới', unitCode: 'P1', role: 'CLERK' }])
    const given = await world.store.prisma.roleAssignment.findMany({
      where: { person: { fullName: 'Nguyễn Văn Trùng' } },
    })
    expect(given.map(({ role, unitCode }) => `${role}@${unitCode}`).sort()).toEqual(['CLERK@P1', 'OFFICIAL@P2'])

    const again = await page(await ask('Cán bộ', 'xem-truoc', { tep: file }))
    expect(again).toContain('0 người mới, 0 người trùng tên cần trả lời, 2 người đã tham gia, 1 người đã được mời')
  })

  it('is made by the product itself, and what is filled in is read', async () => {
    const answer = await ask('Cán bộ', 'tep-mau', null)
    if (!answer || !('file' in answer)) throw new Error('no file')
    const tep = new File([Buffer.from(answer.file.bytes)], 'mau.xlsx')
    const html = await page(await ask('Cán bộ', 'xem-truoc', { tep, ten: '' }))
    // Nobody is named yet: eight rows for four units, none of them a fault.
    expect(html).toContain('Không có ai để mời trong danh sách.')
    expect(html).not.toContain('chưa ghi họ và tên.')
  })

  it('is kept within what one may give: a head invites own staff, a focal point makes no head, nobody elsewhere', async () => {
    const rows = excel(['P1', 'Ngô Thị Đầu', 'CLERK'], ['P1', 'Ngô Văn Cao', 'PNV'], ['P2', 'Ngô Văn Xa', 'CLERK'])
    const head = await page(await ask('Thủ trưởng Một', 'xem-truoc', { tep: rows }))
    expect(head).toContain('1 người mới')
    // Who is elsewhere is nobody's business here.
    await world.join('Ngô Bí Mật', 'OFFICIAL', 'P2')
    const blind = await ask('Thủ trưởng Một', 'xem-truoc', { 'don-vi': 'P1', ten: 'Ngô Bí Mật', vai: 'OFFICIAL' })
    expect(await page(blind)).toContain('1 người mới, 0 người trùng tên')
    expect(head).toContain('chưa có quyền mời Ngô Văn Cao')
    expect(head).toContain('chưa có quyền mời Ngô Văn Xa')
    const clerk = await page(await ask('Đầu mối Một', 'xem-truoc', { 'don-vi': 'P1', ten: 'Ngô Thị Đầu', vai: 'HEAD' }))
    expect(clerk).toContain('chưa có quyền mời')
    // A list that comes back changed is judged again.
    const forged = JSON.stringify([{ unit: 'P1', name: 'Kẻ Leo Cao', role: 'PNV', cell: 'B2' }])
    await ask('Thủ trưởng Một', 'gui', { 'danh-sach': forged })
    expect((await open()).filter(({ role }) => role === 'PNV')).toEqual([])
  })
})

describe('a sheet', () => {
  it('has codes that a camera reads and the joining page takes; a new sheet ends the old code', async () => {
    const html = await page(await ask('Cán bộ', 'phieu', { 'don-vi': 'P1' }))
    const read = [...html.matchAll(/<svg class="qr".*?<\/svg>/gs)].map(([svg]) =>
      qrIn(svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')),
    )
    const code = /<code class="typed-key">([^<]+)</.exec(html)?.[1] ?? ''
    expect(read).toEqual([`https://t.me/thidua_mau_bot?start=${code}`, `http://desk.test/?ma=${code}`])
    expect(html).toContain('Kính mời anh/chị Trần Thị Mới')
    const renewed = await page(await ask('Cán bộ', 'phieu', { 'don-vi': 'P1' }))
    expect(renewed).not.toContain(code)
    const stored = JSON.stringify(await open())
    expect(stored).not.toContain(code)
    expect(await open()).toHaveLength(1)
  })
})

describe('who has come and who has not', () => {
  it('is told by unit; the head is reminded once, by name and without codes, and again after the next invitation', async () => {
    const html = await page(await ask('Cán bộ', 'da-moi', null))
    expect(html).toContain('Trần Thị Mới – Đầu mối của đơn vị, mời lúc')
    expect(html).toContain('Thủ trưởng Một – Thủ trưởng đơn vị, từ 01/01/2024')
    const nudge = () => ask('Cán bộ', 'nhac', { 'tat-ca': '1' })
    expect(await nudge()).toMatchObject({ isGood: true, say: 'Đã nhắc 1 đơn vị.' })
    expect(await nudge()).toMatchObject({ isGood: false })
    const told = await world.notices('Thủ trưởng Một')
    expect(told).toHaveLength(1)
    expect(told[0]?.message.text).toContain('Trần Thị Mới')
    expect(told[0]?.message.text).not.toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/)
    expect(await world.notices('Đầu mối Một')).toEqual([])
    expect(await world.store.prisma.audit.count({ where: { action: 'invitation.nudge', subjectId: 'P1' } })).toBe(1)

    const preview = await page(
      await ask('Thủ trưởng Một', 'xem-truoc', { 'don-vi': 'P1', ten: 'Đỗ Văn Sau', vai: 'OFFICIAL' }),
    )
    await ask('Thủ trưởng Một', 'gui', { 'danh-sach': carriedIn(preview) })
    await nudge()
    expect(await world.notices('Thủ trưởng Một')).toHaveLength(2)
  })

  it('is taken back by those who may, once; the code ends', async () => {
    const [first] = await open()
    const back = (who: string) => ask(who, 'thu-hoi', { ma: first?.id ?? '' })
    // A focal point made by the office: another focal point does not take it back.
    expect(await back('Đầu mối Một')).toMatchObject({ isGood: false })
    expect(await back('Thủ trưởng Một')).toMatchObject({ isGood: true })
    expect(await back('Cán bộ')).toMatchObject({ isGood: false })
    expect(await page(await ask('Cán bộ', 'da-moi', null))).not.toContain('Trần Thị Mới')
  })
})

describe('«mời» in chat', () => {
  it('takes a name and a role at any time, says them once more, and gives a text to pass on', async () => {
    await world.say('Đầu mối Một', 'sáng kiến')
    const sure = await world.say('Đầu mối Một', 'mời Phạm Thị Hoa làm cán bộ')
    expect(sure.text).toBe('Mời Phạm Thị Hoa giữ vai trò Cán bộ, công chức, viên chức, UBND phường Một?')
    const made = await world.say('Đầu mối Một', '1')
    expect(made.text).toContain('Kính mời anh/chị Phạm Thị Hoa')
    expect(made.text).toContain('https://t.me/thidua_mau_bot?start=')
    expect((await open()).at(-1)).toMatchObject({ fullName: 'Phạm Thị Hoa', unitCode: 'P1', role: 'OFFICIAL' })
  })

  it('asks for what is missing, and offers only what one may give', async () => {
    const asked = await world.say('Đầu mối Một', 'mời')
    expect(asked.text).toContain('Người được mời giữ vai trò gì?')
    expect(asked.choices).toEqual([
      'Cán bộ, công chức, viên chức',
      'Phóng viên, hội viên báo chí, văn học nghệ thuật',
      'Cán bộ Mặt trận, đoàn thể',
    ])
    await world.talk('Đầu mối Một', 'hủy', '1')
    expect((await world.say('Đầu mối Một', 'mời Vũ Văn Trên làm thủ trưởng')).text).toContain('chưa mời được')
    const office = await world.say('Cán bộ', 'mời Vũ Văn Trên, thủ trưởng')
    expect(office.text).toContain('đơn vị nào')
    expect((await world.talk('Cán bộ', 'phường Hai', '1')).text).toContain('Kính mời anh/chị Vũ Văn Trên')
    expect((await open()).at(-1)).toMatchObject({ fullName: 'Vũ Văn Trên', unitCode: 'P2', role: 'HEAD' })
    expect((await world.say('Nguyễn Văn Trùng', 'mời Vũ Văn Trên làm thủ trưởng')).text).toContain('chưa mời được')
  })
})
