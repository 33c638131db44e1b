import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardOf } from '../../../src/features/board/matrix.ts'
import { lists } from '../../../src/features/lists/feature.ts'
import { settleObligations } from '../../../src/obligations/settle-obligations.ts'
import { decideRecord } from '../../../src/records/move.ts'
import { actionFor } from '../../../src/reminders/words/message-actions.ts'
import { subjectFor } from '../../../src/reminders/words/subject.ts'
import { newId } from '../../../src/store/new-id.ts'
import type { ChatWorld } from '../initiatives/chat-world.ts'
import { listWorld } from './list-world.ts'

let world: ChatWorld

beforeAll(async () => {
  world = await listWorld()
})
afterAll(() => world.close())

const decide = (name: string, action: string, reason = '') =>
  world.as(name, async ctx => {
    const { id } = await ctx.tx.record.findFirstOrThrow({ where: { kind: 'list', topic: 'C03' } })
    return decideRecord(ctx, lists.record, id, { action, reason, marks: [] })
  })
const cell = (code: string, period: string, day: string | null = null) =>
  world.as('Cán bộ', async ctx => {
    const board = await boardOf(ctx, { period, day: day === null ? null : Temporal.PlainDate.from(day) })
    const found = board.rows.find(({ unitCode }) => unitCode === 'P1')?.cells.find(one => one.target.code === code)
    const { numerator, denominator } = found?.figure ?? {}
    return `${found?.state} ${numerator ?? ''}/${denominator ?? ''}`
  })
const owed = async () =>
  (await world.store.prisma.obligation.findMany({ where: { dutyCode: 'D05' }, orderBy: { period: 'asc' } })).map(
    ({ period, dueOn, state, isLate, about }) => `${period} ${about} ${dueOn} ${state}${isLate ? ' late' : ''}`,
  )

describe('the list that a target is kept by', () => {
  it('is pasted in chat, said back as one table, and handed in: three messages', async () => {
    const asked = await world.talk('Đầu mối', 'thêm việc', '1')
    expect(asked.text).toContain('Xử lý kiến nghị về văn bản đúng hạn')
    const table = await world.say(
      'Đầu mối',
      [
        '1. Bãi bỏ quyết định 05, nhận 1/4, hạn 15/5, xong 10/5',
        '2. Sửa đổi quy chế, nhận 2/4, hạn 31/5',
        '3. Rà soát thủ tục, nhận 10/4, hạn 10/5',
        'câu gì đó có ngày xong 30/2',
      ].join('\n'),
    )
    expect(table.text).toContain('1. Bãi bỏ quyết định 05 – nhận 01/04/2024 – hạn 15/05/2024 – đã xong 10/05/2024')
    expect(table.text).toContain('3. Rà soát thủ tục – nhận 10/04/2024 – hạn 10/05/2024 – chưa xong, đã quá hạn')
    expect(table.text).toContain('câu gì đó có ngày xong 30/2 (chưa đọc được ngày)')
    const receipt = await world.say('Đầu mối', '1')
    expect(receipt.text).toContain('DM-001')
  })

  it('stands behind the wall of the head: nothing counts and nothing is owed before', async () => {
    expect(await cell('C03', '2024-Q2')).toBe('WITH_HEAD /')
    expect(await owed()).toEqual([])
    expect((await decide('Thủ trưởng', 'approve')).ok).toBe(true)
    // Done in time: one of three that were received.
    expect(await cell('C03', '2024-Q2')).toBe('BEHIND 1/3')
    expect(await cell('C03', '2024-Q1')).toBe('NOT_APPLICABLE 0/0')
  })

  it('each item reminds by itself, by its own day', async () => {
    expect(await owed()).toEqual([
      '#1 Bãi bỏ quyết định 05 2024-05-15 MET',
      '#2 Sửa đổi quy chế 2024-05-31 OPEN',
      '#3 Rà soát thủ tục 2024-05-10 OPEN',
    ])
    const tasks = await world.say('Đầu mối', '/viec')
    const lines = tasks.choices?.map(String) ?? []
    expect(JSON.stringify(tasks)).toContain('Xử lý kiến nghị trong thời hạn: Rà soát thủ tục')
    expect(lines.length).toBeGreaterThan(0)
  })

  it('a reminder names the item and leads to it', async () => {
    const [, , late] = await world.store.prisma.obligation.findMany({
      ...{ where: { dutyCode: 'D05' }, orderBy: { period: 'asc' as const } },
    })
    if (!late) throw new Error('nothing is owed')
    const subject = subjectFor({ campaign: world.campaign }, late)
    expect(subject.what).toBe('Xử lý kiến nghị trong thời hạn: Rà soát thủ tục')
    const item = { owedId: late.id, level: 'focalPoint' as const, isWithHead: false }
    expect(actionFor(item, subject).go).toEqual({ to: 'list.item', args: { obligation: late.id } })
  })

  it('one tap says that an item is done: with the head until the head approves, then met, late by its day', async () => {
    await world.say('Đầu mối', '1')
    const done = await world.say('Đầu mối', '1')
    expect(done.text).toContain('DM-001')
    expect((await owed())[2]).toBe('#3 Rà soát thủ tục 2024-05-10 WITH_HEAD')
    const { id: obligationId } = await world.store.prisma.obligation.findFirstOrThrow({ where: { period: '#3' } })
    const { id: personId } = await world.store.prisma.person.findFirstOrThrow({ where: { fullName: 'Thủ trưởng' } })
    await world.store.prisma.reminder.create({
      data: {
        ...{ id: newId(world.clock.now()), obligationId, personId, step: '+1', state: 'PLANNED' },
        ...{ plannedOn: '2024-05-21', at: world.clock.now() },
      },
    })
    await decide('Thủ trưởng', 'approve')
    // Its reminders end with it.
    expect(await world.store.prisma.reminder.findFirst({ where: { obligationId } })).toMatchObject({
      ...{ state: 'CANCELLED', why: 'met' },
    })
    expect((await owed())[2]).toBe('#3 Rà soát thủ tục 2024-05-10 MET late')
    expect(await cell('C03', '2024-Q2')).toBe('BEHIND 1/3')
  })

  it('what the head records counts at once; an earlier day that is recorded later betters the older period from then on', async () => {
    world.clock.advance(50 * 24 * 60 * 60 * 1_000)
    expect(await cell('C03', '2024-Q2')).toBe('BEHIND 1/3')
    await world.talk('Thủ trưởng', 'danh mục', '1', 'xong 2 30/5', '1')
    expect(await cell('C03', '2024-Q2')).toBe('ON_PACE 2/3')
    expect(await cell('C03', '2024-Q2', '2024-07-01')).toBe('BEHIND 1/3')
    expect((await owed())[1]).toBe('#2 Sửa đổi quy chế 2024-05-31 MET')
  })

  it('an item that is struck is owed no longer, one that is taken back is owed again', async () => {
    await world.talk('Thủ trưởng', 'danh mục', '1', 'chưa xong 2\nxóa 3', '1')
    expect(await owed()).toEqual([
      '#1 Bãi bỏ quyết định 05 2024-05-15 MET',
      '#2 Sửa đổi quy chế 2024-05-31 OPEN',
      '#3 Rà soát thủ tục 2024-05-10 WITHDRAWN late',
    ])
  })

  it('a plan that is loaded again leaves what is owed item by item alone, while the target applies', async () => {
    const settle = () =>
      world.as('Cán bộ', ctx =>
        settleObligations(
          ctx.tx,
          ctx.campaign.id,
          { ...ctx.campaign.plan, duties: ctx.campaign.plan.duties.filter(({ code }) => code === 'D05') },
          [],
          ctx.campaign.calendar,
          ctx.now,
        ),
      )
    await settle()
    expect((await owed())[1]).toContain('OPEN')
    await world.store.prisma.applicability.updateMany({
      where: { targetCode: 'C03' },
      data: { state: 'NOT_APPLICABLE' },
    })
    await settle()
    expect((await owed())[1]).toContain('WITHDRAWN')
    await world.store.prisma.applicability.updateMany({ where: { targetCode: 'C03' }, data: { state: 'APPLIES' } })
  })

  it('a return takes the figure away', async () => {
    expect((await decide('Cán bộ', 'return', 'Thiếu ngày nhận của kiến nghị')).ok).toBe(true)
    expect(await cell('C03', '2024-Q2')).toBe('NO_FIGURE /')
  })

  it('is never typed as a number: it is said where the figure comes from, and led there', async () => {
    const said = await world.as('Đầu mối', ctx => {
      const route = world.system.registry.route('report.target')
      return route?.(ctx, { unit: 'P1', code: 'C04n' }) ?? Promise.reject(new Error('no route'))
    })
    expect(said).toMatchObject({
      text: expect.stringContaining('Tính từ danh mục việc của đơn vị'),
      choices: expect.arrayContaining([
        expect.objectContaining({ go: { to: 'list', args: { unit: 'P1', target: 'C04' } } }),
      ]),
    })
  })

  it('a part of a target is counted from its list, and the words stand with what is done', async () => {
    await world.talk('Thủ trưởng', 'danh mục', '2', 'Quyết định 07, hạn 30/6, xong 20/5\nQuyết định 08, hạn 30/7', '1')
    expect(await cell('C04n', '2024-Q2')).toBe('REPORTED 1/')
    expect(await cell('C04', '2024-Q2')).toBe('REPORTED 1/2')
  })

  it('no other unit sees it', async () => {
    const detail = (name: string) =>
      world.as(name, async ctx => {
        const { id } = await ctx.tx.record.findFirstOrThrow({ where: { kind: 'list', topic: 'C04' } })
        return (await lists.page?.detail(ctx, id)) ?? null
      })
    expect(await detail('Người phường khác')).toBeNull()
    expect(await detail('Cán bộ')).not.toBeNull()
  })
})
