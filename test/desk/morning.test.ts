import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MorningLine } from '../../src/contract/morning.ts'
import { conditions } from '../../src/features/initiatives/classification.ts'
import { initiatives } from '../../src/features/initiatives/feature.ts'
import { features } from '../../src/features/list.ts'
import { handInRecord } from '../../src/records/hand-in.ts'
import { newId } from '../../src/store/new-id.ts'
import { sampleAnswers } from '../records/sample-answers.ts'
import { type PlanWorld, planWorld } from '../support/plan-world.ts'

let world: PlanWorld

// Wednesday: the launch documents were due on 31/3.
beforeAll(async () => {
  world = await planWorld('2024-04-10T01:30:00Z')
  await world.join('Cán bộ', 'PNV', 'UB-NV')
  await world.join('Thủ trưởng', 'WARD_CHAIR', 'UB-P-QT')
  await world.join('Chủ tịch', 'CHAIR', 'UB-UBND')
  await world.join('Người gửi', 'OFFICIAL', 'UB-P-QT')
  for (const day of ['2024-04-05T03:00:00Z', '2024-04-08T16:59:00Z', '2024-04-09T01:00:00Z', '2024-04-10T01:00:00Z'])
    await registered(day)
  world.clock.set('2024-04-10T01:30:00Z')
})
afterAll(() => world.close())

async function registered(at: string): Promise<void> {
  world.clock.set(at)
  await world.as('Người gửi', async ctx => {
    const { record: kind } = initiatives
    const params = { unit: 'UB-P-QT', unitName: 'UB-P-QT', today: ctx.today.toString(), record: null, basedOn: 0 }
    const answers = {
      ...(await sampleAnswers(ctx, kind.form, 0, params)),
      selfCheck: conditions,
      title: `Bản thử ${at}`,
    }
    await handInRecord(ctx, kind, kind.form, { answers, params, draftId: newId(ctx.now) })
  })
}

function morningOf(name: string): Promise<MorningLine[]> {
  return world.as(name, async ctx => {
    const lines: MorningLine[] = []
    for (const { morning } of features) lines.push(...((await morning?.(ctx)) ?? []))
    return lines
  })
}

test('every count of the officer’s morning is the number of rows of the list that it opens', async () => {
  const lines = await morningOf('Cán bộ')
  expect(new Set(lines.map(({ part }) => part))).toEqual(new Set(['late', 'fresh']))
  for (const { page: address, count, words } of lines) {
    const [path, search = ''] = address.split('?')
    if (count === null) {
      expect(features.some(({ rooms = [] }) => rooms.some(room => room.path === path))).toBe(true)
      continue
    }
    const page = features.flatMap(feature => feature.page ?? []).find(one => one.path === path)
    const filters = Object.fromEntries(new URLSearchParams(search))
    const offered = await world.as('Cán bộ', async ctx => page?.filters(ctx))
    for (const [name, value] of Object.entries(filters))
      expect([
        words,
        offered?.some(one => one.name === name && one.options.some(option => option.value === value)),
      ]).toEqual([words, true])
    const found = await world.as('Cán bộ', async ctx => page?.rows(ctx, { q: '', filters, page: 1, size: 1 }))
    expect([words, found?.total]).toEqual([words, count])
  }
})

test('new is what was sent since the working day before, by the days of the place', async () => {
  const fresh = (await morningOf('Cán bộ')).filter(({ part }) => part === 'fresh')
  expect(fresh.map(({ words, count }) => [words, count])).toEqual([['Sáng kiến, gửi từ 09/04/2024', 2]])
})

test('late is told by duty, with how many were asked and the way to nudge them', async () => {
  const [late] = (await morningOf('Cán bộ')).filter(({ page }) => page.includes('D02'))
  expect(late?.words).toMatch(/\(hạn 31\/03\/2024\): đã nhắc 0, chưa nhắc \d+$/)
  expect(late?.nudge).toBe('gui-tin/moi?toi=duty%3AD02%3A')
  const [owed] = await world.store.prisma.obligation.findMany({ where: { dutyCode: 'D02', state: 'OPEN' }, take: 1 })
  const officer = await world.store.prisma.person.findFirstOrThrow({ where: { fullName: 'Thủ trưởng' } })
  await world.store.prisma.reminder.create({
    data: {
      ...{ id: newId(world.clock.now()), obligationId: owed?.id ?? '', personId: officer.id, step: 'x', state: 'SENT' },
      ...{ plannedOn: '2024-03-22', at: world.clock.now() },
    },
  })
  const [after] = (await morningOf('Cán bộ')).filter(({ page }) => page.includes('D02'))
  expect(after?.words).toContain('đã nhắc 1')
})

test('the head of a unit reads what the own unit owes, the chairman five lines, each with its page', async () => {
  const own = await morningOf('Thủ trưởng')
  const due = {
    unitCode: 'UB-P-QT',
    state: { in: ['OPEN' as const, 'WITH_HEAD' as const] },
    dueOn: { lt: '2024-04-10' },
  }
  expect(own.filter(({ part }) => part === 'late')).toMatchObject([{ page: 'bang-so-lieu/don-vi/UB-P-QT' }])
  expect(own.find(({ part }) => part === 'late')?.count).toBeLessThanOrEqual(
    await world.store.prisma.obligation.count({ where: due }),
  )
  const chairman = (await morningOf('Chủ tịch')).filter(({ part }) => part === 'overview')
  expect(chairman).toHaveLength(5)
  for (const { page, count } of chairman) expect([page !== '', count]).toEqual([true, null])
})
