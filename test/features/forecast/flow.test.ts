import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mayReadFile } from '../../../src/contract/may-read-file.ts'
import { explanationForm } from '../../../src/features/forecast/form.ts'
import { explanation } from '../../../src/features/forecast/kind.ts'
import { forecastPage } from '../../../src/features/forecast/page.ts'
import { features } from '../../../src/features/list.ts'
import { receive } from '../../../src/intake/receive.ts'
import { anyKind } from '../../../src/records/kind.ts'
import { takeIn } from '../../../src/records/take-in.ts'
import { newId } from '../../../src/store/new-id.ts'
import { asked, type ForecastWorld, forecastWorld } from './forecast-world.ts'

let world: ForecastWorld
beforeAll(async () => {
  world = await forecastWorld()
})
beforeEach(() => world.forget())
afterAll(() => world.close())

/** The ward is slow: 5, 14, 18 % at the ends of March, April and May. */
async function slowSpring(): Promise<void> {
  await world.reported('2024-03-29', 1)
  await world.reported('2024-04-26', 2.8)
  await world.report('2024-05-31T09:00', '3,6 tỷ')
}

async function press(name: string, number: number) {
  const last = (await asked(world, name)).at(-1)
  if (!last) throw new Error(`${name} was asked nothing`)
  world.clock.advance(1_000)
  const content = { type: 'choice' as const, prompt: `n${last.seq}`, number }
  await receive(world.system, {
    ...{
      channel: 'web',
      eventId: `press-${last.seq}-${number}-${world.clock.now().getTime()}`,
      account: name,
      content,
    },
    at: world.clock.now(),
  })
  const row = await world.store.prisma.outbox.findFirstOrThrow({
    where: { account: { externalId: name }, kind: 'REPLY' },
    orderBy: { seq: 'desc' },
  })
  return (row.body as unknown as { message: Awaited<ReturnType<ForecastWorld['say']>> }).message
}

const query = { q: '', filters: {}, page: 1, size: 20 }

describe('from a report to the explanation on the desk', () => {
  it('tells the pace in the receipt, asks the focal point, keeps the answer, and shows it to the officer with the chart', async () => {
    const first = await world.report('2024-03-29T09:00', '1 tỷ')
    expect(first).toContain('cần giải ngân')
    expect(first).toContain('Mới có 1 lần báo cáo, chưa đủ để dự báo.')
    await world.reported('2024-04-26', 2.8)
    const third = await world.report('2024-05-31T09:00', '3,6 tỷ')
    expect(third).toMatch(/Để đạt 80% đến ngày 30\/09\/2024 cần giải ngân 3,\d+ tỷ đồng mỗi tháng\./)
    expect(third).toMatch(/Nếu giữ nhịp vừa qua, dự báo đạt khoảng \d\d% \(\d\d–\d\d%\)\./)

    expect(await world.beat()).toBe(1)
    const [told, ...rest] = await asked(world, 'Đầu mối')
    expect(rest).toEqual([])
    expect(await asked(world, 'Thủ trưởng')).toEqual([])
    expect(told?.message.text.length).toBeLessThan(500)
    expect(told?.message.text).toContain('thấp hơn mốc 80%')
    expect(told?.message.words).toEqual(['Giải trình', 'Gửi số liệu mới', 'Xem biểu đồ'])
    expect(told?.message.links?.[0]?.url).toBe('http://desk.test/desk/du-bao/P1.C13')
    const [picture] = told?.message.attachments ?? []
    expect(picture).toMatchObject({ isPicture: true, name: 'Biểu đồ giải ngân UBND phường Một 2024-05-31.png' })

    expect((await press('Đầu mối', 2)).text).toContain('giải ngân đạt tối thiểu 80%')
    await world.say('Đầu mối', 'để sau')
    expect((await press('Đầu mối', 1)).text).toContain('Nguyên nhân chính')
    const kept = await world.talk(
      'Đầu mối',
      'Vướng giải phóng mặt bằng đường Trần Nhân Tông (mẫu)',
      'Bàn giao mặt bằng trước 15/7',
      '1',
    )
    expect(kept.text).toContain('Đã gửi giải trình GT-001')
    expect(await world.requests()).toEqual([{ step: '2024-05', state: 'EXPLAINED', cancelledWhy: null }])

    const waiting = await world.say('Cán bộ', '/duyet')
    expect(waiting.choices?.join()).toContain('GT-001 – giải trình Vướng giải phóng')
    const { rows } = await world.as('Cán bộ', ctx => forecastPage.rows(ctx, query))
    expect(rows).toMatchObject([{ id: 'P1.C13', state: { label: 'Dự báo không đạt', tone: 'bad' } }])
    const detail = await world.as('Cán bộ', ctx => forecastPage.detail(ctx, 'P1.C13'))
    expect(detail?.pictures).toEqual([{ fileId: picture?.fileId, words: expect.stringContaining('UBND phường Một') }])
    expect(detail?.fields.map(({ value }) => value).join('\n')).toContain('Vướng giải phóng mặt bằng')
    expect(detail?.history.map(({ what }) => what)).toEqual([audit('explanation.ask'), 'Đã gửi (bản 1)'])
    expect(detail?.actions).toMatchObject([{ name: 'see' }])
    expect((await world.as('Cán bộ', ctx => forecastPage.act(ctx, 'P1.C13', 'see', ''))).ok).toBe(true)
    expect((await world.as('Cán bộ', ctx => forecastPage.act(ctx, 'P1.C13', 'see', ''))).ok).toBe(false)
    expect(await world.store.prisma.record.findFirst({ where: { kind: 'explanation' } })).toMatchObject({
      state: 'SEEN',
    })
    expect((await press('Đầu mối', 1)).title).toBe('GT-001 · Đã xem')
  })

  it('tells the unit of all that one reading has taken note of in one message', async () => {
    await slowSpring()
    await world.beat()
    const { prisma } = world.store
    const first = await prisma.explanationRequest.findFirstOrThrow()
    const second = { ...first, id: newId(world.clock.now()), step: '2024-04', targetCode: 'C14' }
    await prisma.explanationRequest.create({ data: second })
    const given = [first, second].map(({ id, targetCode }) => ({
      form: explanationForm,
      typed: new Map<string, string>(),
      answers: { cause: `Vướng giải phóng mặt bằng của ${targetCode}`, remedy: 'Bàn giao mặt bằng trước 15/7' },
      params: { unit: 'P1', request: id, target: targetCode, record: null, basedOn: 0 },
      draftId: newId(world.clock.now()),
    }))
    await world.as('Đầu mối', ctx => takeIn(ctx, anyKind(explanation), given))
    const before = (await world.notices('Đầu mối')).length
    expect((await world.as('Cán bộ', ctx => forecastPage.act(ctx, 'P1.C13', 'see', ''))).ok).toBe(true)
    const told = (await world.notices('Đầu mối')).slice(before).map(({ message }) => message.text)
    expect(told).toEqual([expect.stringMatching(/GT-00[12] [\s\S]*GT-00[12] /)])
  })

  it('shows a unit to nobody of another unit, neither in words nor as a picture', async () => {
    await slowSpring()
    await world.beat()
    const [told] = await asked(world, 'Đầu mối')
    const fileId = told?.message.attachments?.[0]?.fileId ?? ''
    const reads = (name: string) => world.as(name, ctx => mayReadFile(ctx, features, fileId))
    expect([await reads('Đầu mối'), await reads('Cán bộ'), await reads('Người ngoài')]).toEqual([true, true, false])
    expect(await world.as('Người ngoài', ctx => forecastPage.detail(ctx, 'P1.C13'))).toBeNull()
    const { total } = await world.as('Người ngoài', ctx => forecastPage.rows(ctx, query))
    expect(total).toBe(0)
    const own = await world.as('Đầu mối', ctx => forecastPage.act(ctx, 'P1.C13', 'see', ''))
    expect(own.ok).toBe(false)
  })
})

describe('when somebody is asked', () => {
  it('waits for sending hours, and beats once or many times say it once', async () => {
    await world.reported('2024-03-29', 1)
    await world.reported('2024-04-26', 2.8)
    await world.report('2024-05-31T17:10', '3,6 tỷ')
    expect(await world.beat()).toBe(0)
    world.at('2024-06-01T09:00')
    expect(await world.beat(), 'a Saturday').toBe(0)
    world.at('2024-06-03T08:00')
    expect([await world.beat(), await world.beat()]).toEqual([1, 0])
    expect((await asked(world, 'Đầu mối'))[0]?.expiresAt?.toISOString()).toBe('2024-06-03T09:30:00.000Z')
  })

  it('leaves a person in peace in quiet hours and when the day’s budget is used up', async () => {
    await slowSpring()
    const { prisma } = world.store
    await prisma.person.updateMany({ where: { fullName: 'Đầu mối' }, data: { quietFrom: '07:00', quietTo: '10:00' } })
    expect(await world.beat()).toBe(0)
    world.at('2024-05-31T10:00')
    const account = await prisma.account.findFirstOrThrow({ where: { externalId: 'Đầu mối' } })
    const row = {
      accountId: account.id,
      channel: 'web',
      kind: 'REMINDER' as const,
      body: {},
      notBefore: world.clock.now(),
    }
    await prisma.outbox.createMany({
      data: ['a', 'b'].map(dedupeKey => ({ ...row, dedupeKey, state: 'SENT' as const, createdAt: world.clock.now() })),
    })
    expect(await world.beat()).toBe(0)
    world.at('2024-06-03T10:00')
    expect(await world.beat()).toBe(1)
  })

  it('comes back on another day when no channel took it in its time', async () => {
    await slowSpring()
    await world.beat()
    await world.store.prisma.outbox.updateMany({
      where: { dedupeKey: { startsWith: 'explain:' } },
      data: { state: 'EXPIRED', why: 'expired' },
    })
    expect(await world.beat()).toBe(0)
    world.at('2024-06-03T08:00')
    expect(await world.beat()).toBe(1)
    expect(await asked(world, 'Đầu mối')).toMatchObject([{ state: 'QUEUED' }])
  })

  it('takes the message back when a newer figure is on track', async () => {
    await slowSpring()
    await world.beat()
    await world.report('2024-05-31T09:20', '13 tỷ')
    expect(await world.requests()).toEqual([{ step: '2024-05', state: 'CANCELLED', cancelledWhy: 'onTrack' }])
    expect(await asked(world, 'Đầu mối')).toMatchObject([{ state: 'EXPIRED', why: 'onTrack' }])
    world.at('2024-06-03T08:00')
    expect(await world.beat()).toBe(0)
    expect((await press('Đầu mối', 1)).text).toContain('không còn hiệu lực')
  })

  it('tells the head too when a month has passed without an answer', async () => {
    await slowSpring()
    await world.beat()
    await world.store.prisma.outbox.updateMany({ data: { state: 'SENT' } })
    world.at('2024-06-28T08:00')
    expect(await world.beat()).toBe(0)
    world.at('2024-07-01T08:00')
    expect(await world.beat()).toBe(2)
    const [head] = await asked(world, 'Thủ trưởng')
    expect(head?.message.text).toContain('đã được đề nghị giải trình ngày 31/05/2024 nhưng chưa trả lời')
    expect(head?.message.text.length).toBeLessThan(500)
    expect(await world.requests()).toEqual([
      { step: '2024-05', state: 'CANCELLED', cancelledWhy: 'newer' },
      { step: '2024-05@2024-07-01', state: 'OPEN', cancelledWhy: null },
    ])
  })

  it('asks nobody for a figure that only waits for the head, nor a unit that never reported', async () => {
    await slowSpring()
    world.at('2024-05-31T09:30')
    await world.store.prisma.record.updateMany({
      data: { state: 'DRAFT', waitsFor: 'report.approve', passedVersion: 0 },
    })
    await world.store.prisma.explanationRequest.deleteMany()
    expect(await world.beat()).toBe(0)
    expect(await world.requests()).toEqual([])
  })
})

/** The world tells actions by their code. */
const audit = (action: string) => `audit.actions.${action}`
