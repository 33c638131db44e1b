import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutboundMessage } from '../../../src/channels/channel.ts'
import type { RoomAnswer } from '../../../src/contract/desk-page.ts'
import { mayReadDelivered } from '../../../src/features/deliveries/received.ts'
import { deliveriesRoom } from '../../../src/features/deliveries/room.tsx'
import { storeMade } from '../../../src/files/store-made.ts'
import { newId } from '../../../src/store/new-id.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

const wards = 'UBND các phường, xã'
const departments = 'Các phòng, ban, ngành'
const fileName = 'Kế hoạch 114 – Đẩy mạnh cải cách hành chính.pdf'
const bytes = new TextEncoder().encode('%PDF-1.4 kế hoạch')

let world: PlanWorld
let campaignId = ''
let fileId = ''
beforeAll(async () => {
  world = await planWorld('2024-03-20T02:00:00Z')
  await world.join('Cán bộ', 'PNV', 'UB-NV')
  await world.join('Chủ tịch phường', 'WARD_CHAIR', 'UB-P-QT')
  await world.join('Chủ tịch phường hai', 'WARD_CHAIR', 'UB-P-VD')
  await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
  campaignId = (await world.store.prisma.campaign.findFirstOrThrow()).id
  fileId = await inTransaction(world.store.prisma, async tx => {
    const id = await storeMade(tx, { name: fileName, bytes }, world.clock.now())
    await tx.planDocument.upsert({
      where: { campaignId },
      create: { campaignId, fileId: id, loadedAt: world.clock.now() },
      update: { fileId: id },
    })
    return id
  })
})
afterAll(() => world.close())

type Given = Record<string, string | readonly string[]>

function ask(who: string, rest: string, given: Given | null): Promise<RoomAnswer | null> {
  world.clock.advance(1_000)
  return world.as(who, async ctx => {
    const form = given && new FormData()
    for (const [name, value] of Object.entries(given ?? {}))
      for (const one of typeof value === 'string' ? [value] : value) form?.append(name, one)
    const address = 'http://localhost/desk/gui-van-ban'
    return deliveriesRoom.answer(ctx, { rest, search: new URLSearchParams(), form, address, csrf: 'c' })
  })
}

const plan = () => `ke-hoach/${campaignId}`
const send = (given: Given) => ask('Cán bộ', plan(), { 'noi-nhan': wards, cach: 'HERE', ...given })
const html = async (answer: RoomAnswer | null) => (answer && 'body' in answer ? String(await answer.body()) : '')

async function told(name: string): Promise<OutboundMessage[]> {
  const where = { account: { externalId: name }, dedupeKey: { startsWith: 'paper:' } }
  const rows = await world.store.prisma.outbox.findMany({ where, orderBy: { seq: 'asc' } })
  return rows.map(({ body }) => (body as unknown as { message: OutboundMessage }).message)
}

describe('the plan', () => {
  it('shows the nine lines of its distribution list, its own copy among them', async () => {
    const page = await html(await ask('Cán bộ', plan(), null))
    expect(page.match(/name="noi-nhan"/g)).toHaveLength(9)
    expect(page).toContain('bản lưu của cơ quan')
    expect(await html(await ask('Cán bộ', '', null))).toContain('0/9 nơi nhận')
  })

  it('is sent by the office alone', async () => {
    for (const who of ['Chủ tịch phường', 'Đầu mối']) expect(await ask(who, plan(), { cach: 'HERE' })).toBeNull()
    expect(await told('Chủ tịch phường')).toEqual([])
  })

  it('goes to those who answer for a recipient, with the file, once, however often it is pressed', async () => {
    expect(await send({})).toMatchObject({ isGood: true })
    expect(await send({})).toMatchObject({ isGood: false })
    expect(await send({ lai: wards })).toMatchObject({ isGood: false })
    const [message, ...more] = await told('Chủ tịch phường')
    expect(more).toEqual([])
    expect(message?.attachments?.map(file => [file.fileId, file.name])).toEqual([[fileId, fileName]])
    expect(await told('Đầu mối')).toEqual([])
    expect(await world.as('Chủ tịch phường', ctx => mayReadDelivered(ctx, fileId))).toBe(true)
    expect(await world.as('Đầu mối', ctx => mayReadDelivered(ctx, fileId))).toBe(false)
  })

  it('is sent again only to whom it surely could not be brought; where it is not known, it is not', async () => {
    const { prisma } = world.store
    const ends = async (name: string, state: 'SENT' | 'UNREACHABLE' | 'UNKNOWN') =>
      prisma.outbox.updateMany({
        where: { account: { externalId: name }, dedupeKey: { startsWith: 'paper:' }, state: { not: 'SENT' } },
        data: { state, sentAt: world.clock.now() },
      })
    await ends('Chủ tịch phường', 'SENT')
    await ends('Chủ tịch phường hai', 'UNREACHABLE')
    const page = await html(await ask('Cán bộ', plan(), null))
    expect(page).toContain('đã nhận (1)')
    expect(page).toContain('chưa nhận được (1)')
    expect(page).toContain('Gửi lại cho 1 người chưa nhận được')
    expect(await send({ lai: wards })).toMatchObject({ isGood: true })
    expect([(await told('Chủ tịch phường')).length, (await told('Chủ tịch phường hai')).length]).toEqual([1, 2])
    await ends('Chủ tịch phường hai', 'UNKNOWN')
    expect(await send({ lai: wards })).toMatchObject({ isGood: false })
    expect(await html(await ask('Cán bộ', plan(), null))).toContain('không rõ đã tới (1)')
  })

  it('went by the document system: that is noted with number and day, and nothing less is taken', async () => {
    const axis = { 'noi-nhan': [departments, 'Lưu: VT, NV'], cach: 'AXIS', so: '215', ngay: '2024-03-18' }
    for (const wrong of [{ so: '' }, { ngay: '' }, { ngay: '2024-03-21' }])
      expect(await send({ ...axis, ...wrong })).toMatchObject({ status: 422 })
    expect(await send({ cach: 'ELSEWHERE', 'ghi-chu': ' ' })).toMatchObject({ status: 422 })
    expect(await send({ 'noi-nhan': 'Không có nơi này' })).toMatchObject({ status: 422 })
    expect(await send(axis)).toMatchObject({ isGood: true })
    const page = await html(await ask('Cán bộ', plan(), null))
    expect(page).toContain('qua trục văn bản, số 215 ngày 18/03/2024')
    expect(await html(await ask('Cán bộ', '', null))).toContain('3/9 nơi nhận')
  })

  it('is a draft that a mail program reads: names, file and words whole', async () => {
    const report = 'Sở Nội vụ tỉnh Quảng Ninh'
    const answer = await send({ 'noi-nhan': report, cach: 'MAIL', 'dia-chi': 'van-thu@example.vn' })
    if (!answer || !('file' in answer)) throw new Error('no draft')
    const letter = await PostalMime.parse(answer.file.bytes)
    expect(letter.to?.map(({ address }) => address)).toEqual(['van-thu@example.vn'])
    expect(letter.subject).toBe('Kế hoạch số 114/KH-UBND')
    expect(letter.text).toContain(`Kính gửi:\n- ${report}`)
    const [file] = letter.attachments
    expect(file?.filename).toBe(fileName)
    expect(Buffer.from(file?.content as ArrayBuffer).equals(Buffer.from(bytes))).toBe(true)
    expect(Buffer.from(answer.file.bytes).toString('latin1')).toMatch(/^X-Unsent: 1\r$/m)
    // Bytes of seven bits, in lines that every mail program takes.
    const lines = Buffer.from(answer.file.bytes).toString('latin1').split('\r\n')
    expect(lines.every(line => line.length <= 998 && !/[^\t\x20-\x7E]/.test(line))).toBe(true)
    expect(await html(await ask('Cán bộ', plan(), null))).toContain('đã tải thư nháp gửi van-thu@example.vn')
  })
})

describe('a paper', () => {
  it('that was made here goes the same way as soon as it has its number, one of the library at once', async () => {
    const { prisma } = world.store
    const now = world.clock.now()
    const by = await prisma.person.findFirstOrThrow({ where: { fullName: 'Cán bộ' } })
    const [paperId, libraryId] = [newId(now), newId(now)]
    await inTransaction(prisma, async tx => {
      const made = await storeMade(tx, { name: 'DOC12.docx', bytes }, now)
      const loaded = await storeMade(tx, { name: 'Nghị quyết.pdf', bytes }, now)
      const of = { id: paperId, campaignId, code: 'DOC12', period: '2024', asOf: '2024-03-20', fileId: made }
      await tx.paper.create({ data: { ...of, figures: [], gaps: [], madeById: by.id, madeAt: now } })
      const kept = { id: libraryId, campaignId, basis: '', title: 'Nghị quyết 05', fileId: loaded }
      await tx.libraryPaper.create({ data: { ...kept, addedById: by.id, addedAt: now } })
    })
    const given = { 'noi-nhan': wards, cach: 'HERE' }
    expect(await ask('Cán bộ', `van-ban/${paperId}`, given)).toBeNull()
    await prisma.paper.update({ where: { id: paperId }, data: { number: '90/BC-UBND', issuedOn: '2024-03-20' } })
    for (const rest of [`van-ban/${paperId}`, `thu-vien/${libraryId}`])
      expect(await ask('Cán bộ', rest, given)).toMatchObject({ isGood: true })
    const texts = (await told('Chủ tịch phường')).map(({ text }) => text).join('\n')
    expect(texts).toContain('90/BC-UBND')
    expect(texts).toContain('Nghị quyết 05')
  })

  it('is of its campaign and of no other', async () => {
    expect(await ask('Cán bộ', `ke-hoach/${newId(world.clock.now())}`, null)).toBeNull()
    expect(await ask('Cán bộ', 'van-ban/khong-co', null).catch(() => null)).toBeNull()
  })
})
