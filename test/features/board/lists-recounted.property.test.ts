import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf, instantOf } from '../../../src/clock.ts'
import { boardOf } from '../../../src/features/board/matrix.ts'
import { initiatives } from '../../../src/features/initiatives/feature.ts'
import { lists } from '../../../src/features/lists/feature.ts'
import { handInItems } from '../../../src/features/lists/hand-in.ts'
import type { Item } from '../../../src/features/lists/item.ts'
import { itemsAt } from '../../../src/figures/items.ts'
import { decideRecord } from '../../../src/records/move.ts'
import { newId } from '../../../src/store/new-id.ts'
import { sampleAnswers } from '../../records/sample-answers.ts'
import { seedsFrom } from '../../support/runs.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'
import { listPlan } from '../lists/list-world.ts'
import { recountList, recountRegister } from './recount-lists.ts'

const effective = (listPlan.targets ?? []).map(target =>
  target.code === 'C19'
    ? { ...target, code: 'C20', computed: 'initiativesEffective' as const, measure: tenth(target.measure) }
    : target,
)

function tenth(measure: NonNullable<typeof listPlan.targets>[number]['measure']) {
  return measure.kind === 'PERCENT' ? { ...measure, threshold: 10 } : measure
}

const periods = [
  ['2024-Q1', '2024-01-01', '2024-03-31'],
  ['2024-Q2', '2024-04-01', '2024-06-30'],
] as const

/** Numbers that look random and are always the same. */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const seeds = seedsFrom(5, { step: 109, runs: 20 })

describe.each(seeds)('lists and the register over a history of deeds, seed %i', seed => {
  let world: ChatWorld
  const pick = random(seed)
  const seen = new Map<string, readonly string[]>()
  const today = () => dayOf(world.clock.now(), 'Asia/Ho_Chi_Minh').toString()

  const look = (period: string, day: string | null) =>
    world.as('Cán bộ', async ctx => {
      const board = await boardOf(ctx, { period, day: day === null ? null : Temporal.PlainDate.from(day) })
      const row = board.rows.find(({ unitCode }) => unitCode === 'P1')
      return ['C03', 'C20'].map(code => {
        const cell = row?.cells.find(({ target }) => target.code === code)
        const { numerator, denominator } = cell?.figure ?? {}
        return cell?.figure ? `${cell.state} ${numerator}/${denominator}` : String(cell?.state)
      })
    })

  const somewhere = () => `2024-0${3 + pick(4)}-${String(1 + pick(28)).padStart(2, '0')}`

  async function changeList(who: string) {
    await world.as(who, async ctx => {
      const place = { unit: 'P1', target: 'C03' }
      const record = await ctx.tx.record.findFirst({ where: { kind: 'list', key: 'P1:C03' } })
      const items: Item[] = record ? await itemsAt(ctx.tx, record.id, record.version) : []
      const changed = items.map(item =>
        pick(3) === 0 ? { ...item, doneOn: pick(4) === 0 ? null : somewhere() } : item,
      )
      const left = pick(6) === 0 ? changed.slice(1) : changed
      const fresh = { n: 900, text: `Việc ${pick(10_000)}`, receivedOn: pick(4) === 0 ? null : somewhere(), result: '' }
      const more = pick(3) === 0 ? [] : [{ ...fresh, dueOn: pick(3) === 0 ? null : somewhere(), doneOn: null }]
      await handInItems(ctx, place, { record, basedOn: record?.version ?? 0, items: [...left, ...more] })
    })
  }

  async function register() {
    await world.as('Công chức', async ctx => {
      const form = initiatives.record.form
      const entry = initiatives.forms?.find(one => one.form.id === form.id)
      const answers = await sampleAnswers(ctx, form, 0)
      await entry?.submit(ctx, { answers, params: { unit: 'P1', record: null, basedOn: 0 }, draftId: newId(ctx.now) })
    })
  }

  async function decide(who: string, feature: typeof lists, action: string) {
    await world.as(who, async ctx => {
      const of = await ctx.tx.record.findMany({ where: { kind: feature.record.name }, orderBy: { number: 'asc' } })
      const record = of[pick(Math.max(1, of.length))]
      const decision = { action, reason: 'Lý do để thử', marks: [] }
      if (record) await decideRecord(ctx, feature.record, record.id, decision)
    })
  }

  const oneOf = <T>(...all: readonly T[]): T => {
    const [first] = all
    const chosen = all[pick(all.length)] ?? first
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }

  beforeAll(async () => {
    world = await chatWorld('2024-03-25T02:00:00Z', { plan: { ...listPlan, targets: effective }, features: [lists] })
    await world.join('Đầu mối', 'CLERK', 'P1')
    await world.join('Thủ trưởng', 'HEAD', 'P1')
    await world.join('Công chức', 'OFFICIAL', 'P1')
    await world.join('Cán bộ', 'PNV', 'NV')
    await world.applies('P1', 'C03', 'C20')
    for (let deed = 0; deed < 70; deed++) {
      const kind = pick(9)
      if (kind < 2) await changeList('Đầu mối')
      else if (kind === 2) await changeList('Thủ trưởng')
      else if (kind === 3) await decide('Thủ trưởng', lists, oneOf('approve', 'approve', 'sendBack'))
      else if (kind === 4) await decide('Cán bộ', lists, oneOf('verify', 'return', 'reopen'))
      else if (kind === 5) await register()
      else if (kind < 8)
        await decide('Thủ trưởng', initiatives, oneOf('recognise', 'apply', 'confirmEffect', 'reject', 'reopen'))
      else await decide('Công chức', initiatives, 'withdraw')
      if (deed % 5 === 4) {
        for (const [period] of periods) seen.set(`${today()} ${period}`, await look(period, null))
        world.clock.advance((1 + pick(10)) * 24 * 60 * 60 * 1_000)
      }
    }
  })
  afterAll(() => world.close())

  it('are what a slow count of what was answered and decided gives, now', async () => {
    const { prisma } = world.store
    for (const [period, from, to] of periods) {
      const end = instantOf(`${Temporal.PlainDate.from(to).add({ days: 1 })}T00:00:00+07:00`)
      const of = { unit: 'P1', from, to, until: world.clock.now(), today: today(), end }
      const register = (await recountRegister(prisma, of)).replace('BELOW', '(ON_PACE|BEHIND)')
      const [list, effect] = await look(period, null)
      expect([period, list]).toEqual([period, await recountList(prisma, 'C03', of)])
      expect(effect).toMatch(new RegExp(`^${register}$`))
    }
  })

  it('as of any past day are what was shown on that day', async () => {
    expect(seen.size).toBe(28)
    for (const [at, cells] of seen) {
      const [day = '', period = ''] = at.split(' ')
      expect([at, await look(period, day)]).toEqual([at, cells])
    }
    expect(new Set([...seen.values()].map(cells => cells.join())).size).toBeGreaterThan(2)
  })
})
