import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/campaign/plan.ts'
import { dayOf } from '../../../src/clock.ts'
import type { Ctx } from '../../../src/contract/feature.ts'
import { boardOf } from '../../../src/features/board/matrix.ts'
import { progress } from '../../../src/features/progress/feature.ts'
import { decideRecord } from '../../../src/records/move.ts'
import { newId } from '../../../src/store/new-id.ts'
import { seedsFrom } from '../../support/runs.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'
import { recount } from './recount.ts'

const targets = ['C09', 'C16'] as const
const units = ['P1', 'P2'] as const

const group = { code: 'G5', name: 'Phường, xã', unitKinds: ['ward' as const], isInvited: false, owingUnits: [] }
const competing: Partial<Plan> = {
  ...{ startsOn: '2024-03-15', endsOn: '2024-12-31' },
  participants: { collectives: [group], people: [] },
}

/** Numbers that look random and are always the same. */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const seeds = seedsFrom(1, { step: 7, runs: 30 })

describe.each(seeds)('the board over a history of deeds, seed %i', seed => {
  let world: ChatWorld
  const pick = random(seed)
  /** What the board said at the end of a day, by day and period. */
  const seen = new Map<string, ReadonlyMap<string, string>>()

  const look = (period: string, day: string | null) =>
    world.as('Cán bộ', async ctx => {
      const board = await boardOf(ctx, { period, day: day === null ? null : Temporal.PlainDate.from(day) })
      const cells = board.rows.flatMap(({ unitCode, cells: all }) =>
        all.map(({ target, state }) => [`${unitCode} ${target.code}`, state] as const),
      )
      return new Map(cells.filter(([key]) => targets.some(code => key.endsWith(code)) && /^P[12] /.test(key)))
    })

  async function handIn(who: string, unit: string, target: string, period: string) {
    await world.as(who, async ctx => {
      const record = await ctx.tx.record.findFirst({ where: { kind: 'report', key: `${unit}:${target}:${period}` } })
      const isYesNo = target === 'C16'
      const entry = progress.forms?.find(({ form }) => form.id === (isYesNo ? 'progress.yesNo' : 'progress.percent'))
      const denominator = pick(5) === 0 ? 0 : 20
      const figure = { numerator: denominator === 0 ? 0 : pick(21), denominator }
      await entry?.submit(ctx, {
        answers: isYesNo ? { isDone: pick(2) === 0, evidence: null } : { figure, evidence: null },
        params: {
          ...{ unit, target, serves: [target], period, record: record?.id ?? null, basedOn: record?.version ?? 0 },
          ...{ code: '', name: '', numeratorLabel: '', denominatorLabel: '', standing: '', lead: '' },
          ...{ lastNumerator: null, lastDenominator: null, lastIsDone: null, needsReason: false },
          ...{ quick: false, quickPeriod: null, skip: [] },
        },
        draftId: newId(ctx.now),
      })
    })
  }

  async function decide(who: string, action: string) {
    await world.as(who, async (ctx: Ctx) => {
      const records = await ctx.tx.record.findMany({ where: { kind: 'report' }, orderBy: { number: 'asc' } })
      const record = records[pick(Math.max(1, records.length))]
      const decision = { action, reason: 'Lý do để thử', marks: [] }
      if (record) await decideRecord(ctx, progress.record, record.id, decision)
    })
  }

  beforeAll(async () => {
    world = await chatWorld('2024-03-25T02:00:00Z', { plan: competing })
    for (const unit of units) {
      await world.join(`Đầu mối ${unit}`, 'CLERK', unit)
      await world.join(`Thủ trưởng ${unit}`, 'HEAD', unit)
    }
    await world.join('Cán bộ', 'PNV', 'NV')
    await world.applies('P1', ...targets)
    await world.applies('P2', 'C09')
    for (let deed = 0; deed < 60; deed++) {
      const unit = units[pick(2)] ?? 'P1'
      const target = targets[pick(unit === 'P1' ? 2 : 1)] ?? 'C09'
      const period = pick(2) === 0 ? '2024-Q1' : '2024-Q2'
      const kind = pick(8)
      if (kind < 2) await handIn(`Đầu mối ${unit}`, unit, target, period)
      else if (kind === 2) await handIn(`Thủ trưởng ${unit}`, unit, target, period)
      else if (kind === 3) await decide(`Thủ trưởng ${unit}`, pick(3) === 0 ? 'sendBack' : 'approve')
      else if (kind === 4) await decide('Cán bộ', 'verify')
      else if (kind === 5) await decide('Cán bộ', 'return')
      else if (kind === 6) await decide(pick(2) === 0 ? 'Cán bộ' : `Thủ trưởng ${unit}`, 'reopen')
      if (deed % 5 === 4) {
        const day = dayOf(world.clock.now(), 'Asia/Ho_Chi_Minh').toString()
        for (const one of ['2024-Q1', '2024-Q2']) seen.set(`${day} ${one}`, await look(one, null))
        world.clock.advance((1 + pick(12)) * 24 * 60 * 60 * 1_000)
      }
    }
  })
  afterAll(() => world.close())

  it('is what a slow count of the raw rows gives, now', async () => {
    const today = dayOf(world.clock.now(), 'Asia/Ho_Chi_Minh').toString()
    for (const [period, from, to] of [
      ['2024-Q1', '2024-01-01', '2024-03-31'],
      ['2024-Q2', '2024-04-01', '2024-06-30'],
    ] as const) {
      const of = { units, targets, from, to, until: world.clock.now(), today }
      const counted = await recount(world.store.prisma, world.campaign.plan, of)
      expect([period, Object.fromEntries(await look(period, null))]).toEqual([period, Object.fromEntries(counted)])
    }
  })

  it('as of any past day is the board that was shown on that day', async () => {
    expect(seen.size).toBe(24)
    for (const [at, cells] of seen) {
      const [day = '', period = ''] = at.split(' ')
      expect([at, Object.fromEntries(await look(period, day))]).toEqual([at, Object.fromEntries(cells)])
    }
    // The history says something: cells have changed from day to day.
    expect(new Set([...seen.values()].map(cells => JSON.stringify([...cells]))).size).toBeGreaterThan(2)
  })
})
