import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appraisalRoom } from '../../../src/features/nominations/appraisal-room.tsx'
import { appraisals } from '../../../src/features/nominations/appraisals.ts'
import { checkSheetsOf } from '../../../src/features/nominations/check-sheets.ts'
import { nominationsWith } from '../../../src/features/nominations/feature.ts'
import { nomineesOf } from '../../../src/features/nominations/nominees.ts'
import { noSeams, type Seams } from '../../../src/features/nominations/seams.ts'
import { defaultPlan } from '../../campaign/default-data.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'
import { agreeing } from './agreeing.ts'

/** What the council says here, changed by the test. */
const council = { hasAgreed: false }
const seams: Seams = {
  ...noSeams,
  agreedOn: (tx, ids) => (council.hasAgreed ? agreeing.agreedOn(tx, ids) : noSeams.agreedOn(tx, ids)),
}
const feature = nominationsWith(seams)
const plan = defaultPlan()

const text = (words: string) =>
  Array.from({ length: 6 }, (_, at) => `${words} lần thứ ${at + 1} ở khu phố số ${at + 2}`).join('; ')

describe('a nomination from the first word to the chair', () => {
  let world: ChatWorld
  const act = (
    name: string,
    id: string,
    action: string,
    reason = '',
    marks: { field: string; reason: string }[] = [],
  ) => world.as(name, ctx => feature.page?.act(ctx, id, action, reason, marks) ?? Promise.reject(new Error('no page')))
  const stateOf = async (id: string) => (await world.store.prisma.record.findUniqueOrThrow({ where: { id } })).state
  const detail = (name: string, id: string) => world.as(name, async ctx => feature.page?.detail(ctx, id) ?? null)
  const field = async (name: string, id: string, label: string) =>
    (await detail(name, id))?.fields.find(one => one.label === label)?.value ?? ''
  const codes = ['KT-001', 'KT-002']
  const idOf = async (code: string) => (await world.store.prisma.record.findFirstOrThrow({ where: { code } })).id

  beforeAll(async () => {
    const { targets, deadlines, timeLimits, participants, startsOn, endsOn, documents } = plan
    const commendation = { ...plan.commendation, appraisers: { units: ['TCKH', 'NV'], isOpen: true } }
    const data = { targets, deadlines, timeLimits, participants, startsOn, endsOn, documents, commendation, year: 2024 }
    world = await chatWorld('2024-12-02T02:00:00Z', { features: [feature, appraisals], plan: data })
    await world.join('Đầu mối', 'CLERK', 'P1')
    await world.join('Trần Văn Thủ', 'HEAD', 'P1')
    await world.join('Nguyễn Thị Bình', 'OFFICIAL', 'P1')
    await world.join('Cán bộ Nội vụ', 'PNV', 'NV')
    await world.join('Chuyên viên TCKH', 'FOCAL', 'TCKH')
    await world.join('Quản trị', 'ADMIN', 'NV')
    await world.join('Chủ tịch', 'CHAIR', 'NV')
  })
  afterAll(() => world.close())

  it('is filled in with plain text: what is known of the person is not asked', async () => {
    await world.talk('Đầu mối', '/khenthuong', '1')
    // A person, the City, from the list of the unit's people.
    await world.talk('Đầu mối', '2', 'Chủ tịch UBND thành phố', 'Nguyễn Thị Bình', 'Công chức Một cửa')
    // Leader, direct worker, woman, advanced model.
    await world.talk('Đầu mối', 'không', 'có', 'có', 'có')
    await world.talk('Đầu mối', 'Số hóa toàn bộ kết quả giải quyết thủ tục hành chính của phường')
    await world.talk(
      'Đầu mối',
      text('Phụ trách bộ phận một cửa'),
      text('Đã số hóa hồ sơ'),
      text('Hướng dẫn người dân nộp trực tuyến'),
    )
    await world.talk('Đầu mối', text('Người dân không phải chờ'), 'bỏ qua', 'có', 'bỏ qua')
    const sent = await world.say('Đầu mối', '1')
    expect(sent.text).toContain('KT-001')
    const [nominee] = await world.as('Đầu mối', ctx =>
      nomineesOf(ctx.tx, { campaignId: ctx.campaign.id, version: 'newest' }),
    )
    expect(nominee).toMatchObject({
      name: 'Nguyễn Thị Bình',
      position: 'Công chức Một cửa',
      level: 'CITY',
      isWoman: true,
    })
    expect(nominee).toMatchObject({ isDirectWorker: true, isLeader: false, isModel: true, passedVersion: 0 })
    expect(await world.as('Cán bộ Nội vụ', ctx => nomineesOf(ctx.tx, { campaignId: ctx.campaign.id }))).toEqual([])
  })

  it('waits at the gate even when the head hands in, and passes only when the council has agreed', async () => {
    await world.talk('Trần Văn Thủ', '/khenthuong', '1', '1', 'Chủ tịch UBND thành phố', '1', 'không')
    await world.talk('Trần Văn Thủ', 'Hoàn thành sớm toàn bộ chỉ tiêu cải cách hành chính của năm')
    await world.talk(
      'Trần Văn Thủ',
      text('Phường có hai mươi ba cán bộ'),
      text('Đã hoàn thành chỉ tiêu sớm'),
      text('Giao ban tuần'),
    )
    await world.talk('Trần Văn Thủ', text('Hài lòng của người dân tăng'), 'bỏ qua', 'có', 'có', 'có', 'bỏ qua')
    expect((await world.say('Trần Văn Thủ', '1')).text).toContain('KT-002')
    for (const code of codes) {
      const refused = await act('Trần Văn Thủ', await idOf(code), 'approve')
      expect([refused.ok, refused.say]).toEqual([false, expect.stringContaining('Hội đồng')])
    }
    council.hasAgreed = true
    for (const code of codes) expect((await act('Trần Văn Thủ', await idOf(code), 'approve')).ok).toBe(true)
    expect(await stateOf(await idOf('KT-002'))).toBe('SUBMITTED')
  })

  it('goes on in one dossier of the unit, whose receipt is told with code and time', async () => {
    expect(await world.store.prisma.awardDossier.count()).toBe(1)
    for (const code of codes) expect((await act('Cán bộ Nội vụ', await idOf(code), 'receive')).ok).toBe(true)
    const receipts = (await world.notices('Đầu mối')).filter(({ message }) => message.text.includes('HS-001'))
    expect(receipts).toHaveLength(1)
  })

  it('is looked at first where a register says so: findings of a check, a case that is confirmed', async () => {
    const { prisma } = world.store
    const author = (await prisma.record.findFirstOrThrow({ where: { code: 'KT-002' } })).authorId
    const at = world.clock.now()
    const check = await prisma.record.create({
      data: {
        ...{ id: crypto.randomUUID(), campaignId: world.campaign.id, kind: 'check', unitCode: 'NV', authorId: author },
        ...{ number: 9, code: 'CK-009', topic: 'P1', title: 'Một cửa', searchText: '', state: 'FINDINGS_OPEN' },
        ...{ version: 1, passedVersion: 1, sentAt: at, receivedAt: at },
      },
    })
    const [collective, person] = [await idOf('KT-002'), await idOf('KT-001')]
    const compliance = (registers: Seams['registers'], answer: 'YES' | 'NO') =>
      world.as('Cán bộ Nội vụ', async ctx => {
        const casesAbout: Seams['casesAbout'] = async (_, asked) =>
          new Map(
            asked.map(({ recordId, isOverUnit }) => [
              recordId,
              { answer: isOverUnit ? 'NO' : answer, day: '2024-12-02' },
            ]),
          )
        const sheets = await checkSheetsOf(ctx, [collective, person], { ...seams, registers, casesAbout })
        return [collective, person].map(id => sheets.get(id)?.findings.find(({ rule }) => rule === 'CR0'))
      })
    const registers = [{ name: 'check', ofNominee: { whose: 'unit' as const, isOpen: ['FINDINGS_OPEN'] } }]
    const [ofUnit, ofPerson] = await compliance(registers, 'YES')
    expect(ofUnit).toMatchObject({ result: 'NEEDS_HUMAN', rows: [{ label: 'CK-009' }] })
    expect(ofPerson).toMatchObject({ result: 'NEEDS_HUMAN', why: [{ name: 'caseYes', params: { day: '2024-12-02' } }] })
    expect((await compliance([], 'NO')).map(one => one?.why[0]?.name)).toEqual(['exemplary', 'exemplary'])
    await prisma.record.delete({ where: { id: check.id } })
  })

  it('comes back with the missing papers named, and goes on after the correction', async () => {
    const id = await idOf('KT-002')
    const marks = [{ field: 'measures', reason: 'Còn thiếu số quyết định công nhận sáng kiến' }]
    expect((await act('Cán bộ Nội vụ', id, 'return', '', marks)).ok).toBe(true)
    expect((await world.notices('Trần Văn Thủ')).at(-1)?.message.text).toContain('số quyết định công nhận')
    await world.pressNotice('Trần Văn Thủ')
    await world.talk('Trần Văn Thủ', text('Sáng kiến theo Quyết định 15 của phường'))
    await world.say('Trần Văn Thủ', '1')
    expect((await act('Trần Văn Thủ', id, 'approve')).ok).toBe(true)
    expect((await act('Cán bộ Nội vụ', id, 'receive')).ok).toBe(true)
    expect(await world.store.prisma.awardDossier.count()).toBe(1)
  })

  it('is suspended while something is examined, and goes on where it stood with the conclusion', async () => {
    const id = await idOf('KT-001')
    expect((await act('Cán bộ Nội vụ', id, 'suspend', 'Có đơn khiếu nại đang xác minh')).ok).toBe(true)
    expect((await act('Cán bộ Nội vụ', id, 'appraise')).ok).toBe(false)
    expect((await act('Cán bộ Nội vụ', id, 'resume', '')).ok).toBe(false)
    expect((await act('Cán bộ Nội vụ', id, 'resume', 'Kết luận không có vi phạm')).ok).toBe(true)
    expect(await stateOf(id)).toBe('RECEIVED')
  })

  it('is appraised in parallel; what one agency says is readable by nobody before all are in', async () => {
    for (const code of codes) expect((await act('Cán bộ Nội vụ', await idOf(code), 'appraise')).ok).toBe(true)
    expect((await world.notices('Chuyên viên TCKH')).length).toBe(1)
    const [one, other] = [await idOf('KT-001'), await idOf('KT-002')]
    const give = (name: string, agency: string, opinion: string, reason: string) =>
      world.as(name, ctx => {
        const form = new FormData()
        form.set('co-quan', agency)
        for (const id of [one, other]) {
          form.set(`y-${id}`, opinion)
          form.set(`l-${id}`, reason)
        }
        return appraisalRoom.answer(ctx, {
          rest: 'gui',
          search: new URLSearchParams(),
          form,
          address: '/desk/y',
          csrf: '',
        })
      })
    expect(await give('Chuyên viên TCKH', 'NV', 'AGREE', '')).toMatchObject({ isGood: false })
    expect(await give('Chuyên viên TCKH', 'TCKH', 'DISAGREE', '')).toMatchObject({ isGood: false })
    await give('Chuyên viên TCKH', 'TCKH', 'DISAGREE', 'Giải ngân chưa đạt yêu cầu')
    const stored = JSON.stringify(await world.store.prisma.appraisal.findMany())
    expect(stored).not.toContain('Giải ngân chưa đạt')
    expect(stored).not.toContain('DISAGREE')
    expect(JSON.stringify(await world.store.prisma.audit.findMany())).not.toContain('Giải ngân chưa đạt')
    expect(await field('Cán bộ Nội vụ', one, 'Ý kiến thẩm định')).toContain('1/2')
    expect(await field('Quản trị', one, 'Ý kiến thẩm định')).not.toContain('Giải ngân chưa đạt')
    const early = await act('Cán bộ Nội vụ', one, 'propose', 'Đủ tiêu chuẩn')
    expect([early.ok, early.say]).toEqual([false, expect.stringContaining('niêm phong')])

    await give('Cán bộ Nội vụ', 'NV', 'AGREE', '')
    expect(await field('Cán bộ Nội vụ', one, 'Ý kiến thẩm định')).toContain('Giải ngân chưa đạt yêu cầu')
    expect(await field('Đầu mối', one, 'Ý kiến thẩm định')).toBe('')
    expect((await act('Cán bộ Nội vụ', one, 'propose', 'Đủ tiêu chuẩn')).ok).toBe(true)
    expect((await act('Cán bộ Nội vụ', other, 'notPropose', 'Chỉ tiêu giải ngân chưa đạt')).ok).toBe(true)
    expect((await world.notices('Đầu mối')).at(-1)?.message.text).toBeDefined()
  })

  it('shows what the rules say, with what people must look at', async () => {
    const sheet = await field('Cán bộ Nội vụ', await idOf('KT-001'), 'Cần xem')
    expect(sheet).toContain('CR5 – Không đạt: còn thiếu: DOC13')
    expect(sheet).toContain('CR8')
    expect(await field('Cán bộ Nội vụ', await idOf('KT-002'), 'Cần xem')).toContain('CR3')
  })

  it('stands on one page with its dossier: rules, ratio, number of the submission', async () => {
    const room = feature.rooms?.find(({ path }) => path === 'ho-so-khen-thuong')
    const { id } = await world.store.prisma.awardDossier.findFirstOrThrow()
    const visit = (name: string, rest: string, form: FormData | null = null) =>
      world.as(name, async ctx => {
        const request = { rest, search: new URLSearchParams(), form, address: '/desk/ho-so-khen-thuong', csrf: '' }
        const answer = (await room?.answer(ctx, request)) ?? null
        return answer && 'body' in answer ? String(await answer.body()) : answer
      })
    const page = String(await visit('Cán bộ Nội vụ', id))
    for (const word of ['HS-001', 'KT-001', 'KT-002', 'điển hình tiên tiến', 'trong 1 cá nhân cùng hồ sơ: 1 trực tiếp'])
      expect(page).toContain(word)
    const form = new FormData()
    form.set('so', '05/TTr-UBND')
    expect(await visit('Cán bộ Nội vụ', `${id}/so`, form)).toMatchObject({ isGood: false })
    expect(await visit('Đầu mối', `${id}/so`, form)).toMatchObject({ isGood: true })
    expect(String(await visit('Đầu mối', id))).toContain('05/TTr-UBND')
    expect(await field('Cán bộ Nội vụ', await idOf('KT-001'), 'Cần xem')).not.toContain('CR5')
    await world.join('Người phường khác', 'HEAD', 'P2')
    expect(await visit('Người phường khác', id)).toBeNull()
  })

  it('is decided by the chair, and by nobody on themselves', async () => {
    const id = await idOf('KT-001')
    expect((await act('Cán bộ Nội vụ', id, 'submit')).ok).toBe(true)
    const chair = await world.store.prisma.person.findFirstOrThrow({ where: { fullName: 'Chủ tịch' } })
    const nominee = await world.store.prisma.nominationFact.findFirstOrThrow({ where: { recordId: id } })
    const about = (personId: string | null) =>
      world.store.prisma.nominationFact.updateMany({ where: { recordId: id }, data: { personId } })
    await about(chair.id)
    expect(await act('Chủ tịch', id, 'award')).toMatchObject({
      ok: false,
      say: expect.stringContaining('chính anh/chị'),
    })
    await about(nominee.personId)
    expect((await act('Quản trị', id, 'award')).ok).toBe(false)
  })

  it('of the ward’s own award goes from its council to the ward’s chair, late or not, and to nobody else', async () => {
    await world.join('Chủ tịch phường', 'WARD_CHAIR', 'P2')
    await world.join('Đầu mối hai', 'CLERK', 'P2')
    await world.talk('Đầu mối hai', '/khenthuong', '1', '1', 'Chủ tịch UBND phường, xã', '1', 'không')
    await world.talk('Đầu mối hai', 'Hoàn thành sớm toàn bộ chỉ tiêu cải cách hành chính của năm')
    await world.talk('Đầu mối hai', text('Phường có mười ba cán bộ'), text('Chỉ tiêu xong sớm'), text('Giao ban tháng'))
    await world.talk('Đầu mối hai', text('Người dân hài lòng hơn'), 'bỏ qua', 'có', 'có', 'có', 'bỏ qua', '1')
    const id = await idOf('KT-003')
    expect((await act('Chủ tịch phường', id, 'approve')).ok).toBe(true)
    expect(await stateOf(id)).toBe('WITH_WARD_CHAIR')
    for (const name of ['Cán bộ Nội vụ', 'Chủ tịch'])
      for (const action of ['receive', 'award', 'awardAtWard']) expect((await act(name, id, action)).ok).toBe(false)
    expect((await act('Chủ tịch phường', id, 'awardAtWard')).ok).toBe(true)
    expect(await stateOf(id)).toBe('AWARDED')
  })

  it('about the head is asked of nobody but a deputy, and who was asked hears when it is withdrawn', async () => {
    const asked = async (name: string) =>
      (await world.notices(name)).filter(({ message }) => message.text.includes('phê duyệt đề nghị')).length
    const nominateHead = async () => {
      await world.talk('Đầu mối', '/khenthuong', '1', '2', 'Chủ tịch UBND thành phố', 'Trần Văn Thủ', 'Trưởng phòng')
      // Direct worker, woman, advanced model.
      await world.talk('Đầu mối', 'có', 'không', 'không', 'Chỉ đạo hoàn thành sớm nhiệm vụ cải cách hành chính của năm')
      await world.talk('Đầu mối', text('Phụ trách chung'), text('Chỉ đạo quyết liệt'), text('Giao ban hằng tuần'))
      await world.talk('Đầu mối', text('Công việc thông suốt'), 'bỏ qua', 'có', 'bỏ qua')
      const sent = await world.say('Đầu mối', '1')
      return { sent, id: await idOf(/KT-\d{3}/.exec(sent.text)?.[0] ?? '') }
    }
    const before = await asked('Trần Văn Thủ')
    const alone = await nominateHead()
    expect(alone.sent.text).toContain('cấp phó')
    expect(await asked('Trần Văn Thủ')).toBe(before)
    const actions = (await detail('Trần Văn Thủ', alone.id))?.actions.map(({ name }) => name)
    expect(actions).toEqual(['sendBack', 'withdraw'])
    expect(JSON.stringify(await world.say('Trần Văn Thủ', '/duyet'))).not.toContain('Trần Văn Thủ,')

    await world.join('Cấp phó', 'HEAD', 'P1')
    const withDeputy = await nominateHead()
    expect([await asked('Trần Văn Thủ'), await asked('Cấp phó')]).toEqual([before, 1])
    expect(JSON.stringify(await world.say('Cấp phó', '/duyet'))).toContain('Trần Văn Thủ')
    await act('Đầu mối', withDeputy.id, 'withdraw', 'Nhập nhầm người')
    expect((await world.notices('Cấp phó')).at(-1)?.message.text).toContain('đã rút')
    expect((await world.notices('Trần Văn Thủ')).at(-1)?.message.text).not.toContain('Nhập nhầm người')
  })

  it('lets nobody nominate themselves', async () => {
    await world.talk('Trần Văn Thủ', '/khenthuong', '1', '2', 'Chủ tịch UBND thành phố')
    const offered = await world.say('Trần Văn Thủ', 'xem lại')
    expect(JSON.stringify(offered)).not.toContain('Trần Văn Thủ')
  })
})
