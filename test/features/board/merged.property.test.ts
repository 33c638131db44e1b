import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CampaignUnit } from '../../../src/campaign/active.ts'
import type { Plan } from '../../../src/campaign/plan.ts'
import { dayOf } from '../../../src/clock.ts'
import { decidePairs } from '../../../src/features/applicability/decide-pairs.ts'
import { boardOf } from '../../../src/features/board/matrix.ts'
import { progress } from '../../../src/features/progress/feature.ts'
import { anyKind } from '../../../src/records/kind.ts'
import { decideRecord } from '../../../src/records/move.ts'
import { recordsGoOn } from '../../../src/records/succession.ts'
import { newId } from '../../../src/store/new-id.ts'
import { seedsFrom } from '../../support/runs.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'
import { recount } from './recount.ts'

const group = { code: 'G5', name: 'Phường, xã', unitKinds: ['ward' as const], isInvited: false, owingUnits: [] }
const competing: Partial<Plan> = {
  ...{ startsOn: '2024-03-15', endsOn: '2024-12-31' },
  participants: { collectives: [group], people: [] },
  ...{ traits: [], managingOffices: ['NV'], duties: [] },
}
const targets = ['C09', 'C16'] as const
const units = ['P1', 'P2', 'P3']
const periods = [
  ['2024-Q1', '2024-01-01', '2024-03-31'],
  ['2024-Q2', '2024-04-01', '2024-06-30'],
] as const
/** Two wards end on this day and the third takes their place: in the middle of the second quarter. */
const lastDay = '2024-05-10'
const merged = { units: ['P1', 'P2'], into: 'P3', lastDay }

/** Numbers that look random and are always the same. */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const seeds = seedsFrom(3, { step: 39, runs: 20 })

describe.each(seeds)('the board over a history with a merger and changes of what applies, seed %i', seed => {
  let world: ChatWorld
  const pick = random(seed)
  const seen = new Map<string, ReadonlyMap<string, string>>()
  const today = () => dayOf(world.clock.now(), 'Asia/Ho_Chi_Minh').toString()

  const look = (period: string, day: string | null) =>
    world.as('Cán bộ', async ctx => {
      const { rows } = await boardOf(ctx, { period, day: day === null ? null : Temporal.PlainDate.from(day) })
      const cells = rows.flatMap(({ unitCode, cells: all }) =>
        all.map(({ target, state }) => [`${unitCode} ${target.code}`, state] as const),
      )
      const shown = new Map(cells)
      // A unit that is not there in the period has no row.
      return new Map(
        units.flatMap(unit =>
          targets.map(code => [`${unit} ${code}`, shown.get(`${unit} ${code}`) ?? 'NOT_APPLICABLE'] as const),
        ),
      )
    })

  async function handIn(who: string, unit: string, target: string, period: string) {
    await world.as(who, async ctx => {
      const record = await ctx.tx.record.findFirst({ where: { kind: 'report', key: `${unit}:${target}:${period}` } })
      const isYesNo = target === 'C16'
      const entry = progress.forms?.find(({ form }) => form.id === (isYesNo ? 'progress.yesNo' : 'progress.percent'))
      await entry?.submit(ctx, {
        answers: isYesNo
          ? { isDone: pick(2) === 0, evidence: null }
          : { figure: { numerator: pick(21), denominator: 20 }, evidence: null },
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
    await world.as(who, async ctx => {
      const records = await ctx.tx.record.findMany({ where: { kind: 'report' }, orderBy: { number: 'asc' } })
      const record = records[pick(Math.max(1, records.length))]
      const decision = { action, reason: 'Lý do để thử', marks: [] }
      if (record) await decideRecord(ctx, progress.record, record.id, decision)
    })
  }

  beforeAll(async () => {
    world = await chatWorld('2024-03-25T02:00:00Z', { plan: competing })
    await world.store.prisma.unit.create({ data: { code: 'P3', name: 'Phường Ba', nameFolded: 'p', kind: 'ward' } })
    const known = world.campaign.units as Map<string, CampaignUnit>
    known.set('P3', { ...must(known.get('P1')), code: 'P3', name: 'Phường Ba', validFrom: '2024-05-11' })
    for (const code of merged.units) known.set(code, { ...must(known.get(code)), validTo: lastDay, successors: ['P3'] })
    for (const unit of units) {
      await world.join(`Đầu mối ${unit}`, 'CLERK', unit)
      await world.join(`Thủ trưởng ${unit}`, 'HEAD', unit)
    }
    await world.join('Cán bộ', 'PNV', 'NV')
    for (const unit of units) await world.applies(unit, ...targets)
    let hasGoneOn = false
    for (let deed = 0; deed < 70; deed++) {
      const isOver = today() > lastDay
      if (isOver && !hasGoneOn) {
        hasGoneOn = true
        await world.as('Cán bộ', async ctx => {
          for (const from of merged.units) await recordsGoOn(ctx, [anyKind(progress.record)], { from, to: 'P3' })
        })
      }
      const unit = isOver ? 'P3' : (merged.units[pick(2)] ?? 'P1')
      const target = targets[pick(2)] ?? 'C09'
      const period = pick(3) === 0 && !isOver ? '2024-Q1' : '2024-Q2'
      const kind = pick(9)
      if (kind < 3 && (!isOver || deed > 60)) await handIn(`Đầu mối ${unit}`, unit, target, period)
      else if (kind === 3 && !isOver) await handIn(`Thủ trưởng ${unit}`, unit, target, period)
      else if (kind < 6) await decide(`Thủ trưởng ${unit}`, pick(3) === 0 ? 'sendBack' : 'approve')
      else if (kind === 6) await decide('Cán bộ', pick(3) === 0 ? 'return' : 'verify')
      else if (kind === 7) {
        const pair = { unitCode: units[pick(3)] ?? 'P1', targetCode: target }
        const state = pick(2) === 0 ? 'APPLIES' : 'NOT_APPLICABLE'
        await world.as('Cán bộ', ctx => decidePairs(ctx, [pair], state, 'Theo chức năng'))
      }
      if (deed % 5 === 4) {
        for (const [period] of periods) seen.set(`${today()} ${period}`, await look(period, null))
        world.clock.advance((1 + pick(9)) * 24 * 60 * 60 * 1_000)
      }
    }
  })
  afterAll(() => world.close())

  it('is what a slow count of the raw rows gives: the old wards in their periods, the new one with the sum', async () => {
    for (const [period, from, to] of periods) {
      const of = { units, targets, from, to, until: world.clock.now(), today: today(), merged }
      const counted = await recount(world.store.prisma, world.campaign.plan, of)
      expect([period, Object.fromEntries(await look(period, null))]).toEqual([period, Object.fromEntries(counted)])
    }
    const [past, present] = [await look('2024-Q1', null), await look('2024-Q2', null)]
    expect([past.get('P3 C09'), present.get('P1 C09'), present.get('P2 C09')]).toEqual(Array(3).fill('NOT_APPLICABLE'))
  })

  it('as of any past day is the board that was shown on that day, whatever was decided on since', async () => {
    expect(seen.size).toBe(28)
    for (const [at, cells] of seen) {
      const [day = '', period = ''] = at.split(' ')
      expect([at, Object.fromEntries(await look(period, day))]).toEqual([at, Object.fromEntries(cells)])
    }
    expect(new Set([...seen.values()].map(cells => JSON.stringify([...cells]))).size).toBeGreaterThan(2)
  })
})

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('is not there')
  return value
}
