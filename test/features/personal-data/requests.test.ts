import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerRequest } from '../../../src/features/personal-data/answer-request.ts'
import { requestsWaiting } from '../../../src/features/personal-data/open-requests.ts'
import { remindOfRequests } from '../../../src/features/personal-data/remind-officers.ts'
import { requestsRoom } from '../../../src/features/personal-data/requests-room.tsx'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

/** Asks for a correction; what is told. */
async function ask(world: PlanWorld, name: string): Promise<string> {
  const lines = ['/dulieu', 'Đề nghị sửa', 'Chức vụ của tôi nay là Phó Chủ tịch', 'gửi']
  return (await world.talk(name, ...lines)).text ?? ''
}

async function remind(world: PlanWorld): Promise<number> {
  const campaign = await inTransaction(world.store.prisma, async tx => {
    const row = await tx.campaign.findFirstOrThrow({ where: { isActive: true } })
    return world.system.campaign(tx, row.planHash)
  })
  return remindOfRequests(world.system, campaign, world.clock.now())
}

describe('a request about personal data', () => {
  let world: PlanWorld
  beforeAll(async () => {
    // Wednesday 25/11/2026.
    world = await planWorld('2026-11-25T02:00:00Z')
    await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
    await world.join('Cán bộ', 'PNV', 'UB-NV')
    await world.join('Cán bộ hai', 'PNV', 'UB-NV')
  })
  afterAll(() => world.close())

  const only = () => world.store.prisma.dataRequest.findFirstOrThrow({ where: { person: { fullName: 'Đầu mối' } } })
  const notices = (name: string) =>
    world.store.prisma.outbox.findMany({
      select: { body: true },
      where: { kind: 'NOTICE', account: { externalId: name } },
      orderBy: { seq: 'asc' },
    })

  it('has the clocks of the law: a reply in two working days, ten days, ten more once', async () => {
    expect(await ask(world, 'Đầu mối')).toContain('chậm nhất ngày 05/12/2026')
    expect(await only()).toMatchObject({
      ...{ repliedAt: null, dueOn: '2026-12-05', extendableTo: '2026-12-15', doneAt: null },
    })
  })

  it('waits for the officers, who are told once that day, and again only before a day of it ends', async () => {
    const [waiting] = await world.as('Cán bộ', requestsWaiting)
    expect(waiting).toMatchObject({ page: requestsRoom.path })
    expect(waiting?.label).toContain('trả lời chậm nhất 27/11/2026, hoàn tất chậm nhất 05/12/2026')
    expect(await world.as('Đầu mối', requestsWaiting)).toEqual([])
    expect(await remind(world)).toBe(2)
    expect(await remind(world)).toBe(0)
    expect(JSON.stringify(await notices('Cán bộ'))).toContain(
      'Đề nghị sửa dữ liệu – Đầu mối: trả lời chậm nhất 27/11/2026',
    )
    world.clock.advance(24 * 3_600_000)
    expect(await remind(world)).toBe(2)
  })

  it('is replied to, extended once with a reason, and finished; the person is told each time', async () => {
    const { id } = await only()
    const step = (what: 'reply' | 'finish' | 'extend', words: string) =>
      world.as('Cán bộ', ctx => answerRequest(ctx, id, what, words))
    expect(await step('reply', '')).toMatchObject({ ok: false })
    expect(await step('reply', 'Chúng tôi đang kiểm tra')).toMatchObject({ ok: true })
    expect(await remind(world)).toBe(0)
    expect(await step('extend', 'Chờ đơn vị xác nhận')).toMatchObject({ ok: true })
    expect(await only()).toMatchObject({ dueOn: '2026-12-15', extendedWhy: 'Chờ đơn vị xác nhận', extendableTo: null })
    expect(await step('extend', 'Chờ thêm lần nữa')).toMatchObject({ ok: false })
    expect(await step('finish', 'Đã sửa chức vụ')).toMatchObject({ ok: true })
    expect(await step('finish', 'Đã sửa chức vụ')).toMatchObject({ ok: false })
    const told = JSON.stringify(await notices('Đầu mối'))
    for (const words of ['đang kiểm tra', 'gia hạn đến ngày 15/12/2026. Lý do: Chờ đơn vị xác nhận', 'đã hoàn tất'])
      expect(told).toContain(words)
    expect(await world.as('Cán bộ', requestsWaiting)).toEqual([])
    const audits = await world.store.prisma.audit.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } })
    expect(audits.map(({ action, actorRole }) => [action, actorRole])).toEqual([
      ['dataRequest.reply', 'PNV'],
      ['dataRequest.extend', 'PNV'],
      ['dataRequest.finish', 'PNV'],
    ])
  })

  it('of an officer is answered by another one, and by nobody who is no officer', async () => {
    await ask(world, 'Cán bộ')
    const { id } = await world.store.prisma.dataRequest.findFirstOrThrow({ where: { person: { fullName: 'Cán bộ' } } })
    const answer = (name: string) => world.as(name, ctx => answerRequest(ctx, id, 'finish', 'Đã sửa xong'))
    expect(await answer('Cán bộ')).toMatchObject({ ok: false })
    expect(await answer('Đầu mối')).toMatchObject({ ok: false })
    expect(await world.as('Cán bộ', requestsWaiting)).toEqual([])
    expect(await answer('Cán bộ hai')).toMatchObject({ ok: true })
  })

  it('stands on the desk with its words and what may be done', async () => {
    await ask(world, 'Đầu mối')
    const request = { rest: '', search: new URLSearchParams(), form: null, address: '/desk/x', csrf: '' }
    const html = await world.as('Cán bộ', async ctx => {
      const page = await requestsRoom.answer(ctx, request)
      return page !== null && 'body' in page ? String(await page.body()) : ''
    })
    expect(html).toContain('Chức vụ của tôi nay là Phó Chủ tịch')
    expect(html).toContain('Gia hạn đến')
  })
})

it('across 01/01/2026 no rule is held: the request is taken, and why no day is named is told', async () => {
  const world = await planWorld('2025-12-30T02:00:00Z')
  await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
  expect(await ask(world, 'Đầu mối')).toContain('chưa nêu được ngày: Quy định thay đổi từ ngày 01/01/2026')
  expect(await world.store.prisma.dataRequest.findFirstOrThrow()).toMatchObject({ dueOn: null, extendableTo: null })
  await world.close()
})
