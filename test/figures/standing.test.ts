import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spanOf } from '../../src/campaign/report-period.ts'
import { countingStates } from '../../src/figures/counted.ts'
import { reportStandings, type Standings } from '../../src/figures/standing.ts'
import { newId } from '../../src/store/new-id.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'

const periods = ['2024-Q2', '2024-04', '2024-05', '2024-06'] as const
const targets = ['C07', 'C09'] as const
const units = ['P1', 'P2'] as const
const states = ['SUBMITTED', 'VERIFIED', 'RETURNED'] as const

/** Which ends last, and of those that do which is longest. */
const speaking = ['2024-Q2', '2024-06', '2024-05', '2024-04']

/** Signs that part what is read at once stand within them. */
const words = 'một | hai\n«ba» "bốn" \\ năm'

interface Stored {
  id: string
  unit: string
  target: string
  period: string
  state: string
  atHead: boolean
  done: number
}

describe('the report that speaks for a unit and a target', () => {
  let world: ChatWorld
  beforeAll(async () => {
    world = await chatWorld('2024-07-25T02:00:00Z')
    await world.join('Đầu mối', 'CLERK', 'P1')
  })
  afterAll(() => world.close())

  /** Every report that the bits of a number choose. */
  async function store(seed: number): Promise<Stored[]> {
    let random = seed
    const pick = (below: number) => {
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((random / 2_147_483_648) * below)
    }
    const { prisma } = world.store
    await prisma.reportFigure.deleteMany()
    await prisma.recordVersion.deleteMany()
    await prisma.record.deleteMany()
    const { id: authorId } = await prisma.person.findFirstOrThrow()
    const [now, stored] = [world.clock.now(), [] as Stored[]]
    for (const unit of units)
      for (const target of targets)
        for (const period of periods) {
          if (pick(2) === 0) continue
          const atHead = pick(4) === 0
          const one = { id: newId(now), unit, target, period, state: states[pick(3)] ?? 'SUBMITTED', atHead }
          stored.push({ ...one, done: pick(20) })
          const times = { sentAt: now, receivedAt: now }
          await prisma.record.create({
            data: {
              ...{ id: one.id, kind: 'report', campaignId: world.campaign.id, unitCode: unit, number: stored.length },
              ...{
                code: `BC-${stored.length}`,
                topic: target,
                period,
                state: one.state,
                authorId,
                title: '',
                ...times,
              },
              ...{ waitsFor: atHead ? 'report.approve' : null, version: 1, passedVersion: 1, searchText: '' },
            },
          })
          await prisma.recordVersion.create({
            data: {
              ...{ recordId: one.id, version: 1, form: 'progress.percent', formVersion: 1, answers: {}, fileIds: [] },
              ...{ authorId, role: 'CLERK', draftId: newId(now), ...times },
            },
          })
          const figure = {
            numerator: BigInt(stored.at(-1)?.done ?? 0),
            denominator: 20n,
            text: words,
            asOf: '2024-07-01',
          }
          await prisma.reportFigure.create({ data: { recordId: one.id, version: 1, targetCode: target, ...figure } })
        }
    return stored
  }

  const counts = ({ state }: Stored) => countingStates.some(one => one === state)

  function slowly(stored: readonly Stored[], unit: string, target: string): string {
    const of = stored.filter(one => one.unit === unit && one.target === target)
    const by = (some: readonly Stored[]) => speaking.flatMap(period => some.find(one => one.period === period) ?? [])[0]
    const one = by(of.filter(counts)) ?? by(of)
    if (!one) return 'nothing'
    return `${one.period} ${counts(one) ? one.done : 'no figure'} ${of.some(({ atHead }) => atHead) ? 'at head' : ''}`
  }

  function said(found: Standings, unit: string, target: string): string {
    const one = found.get(unit)?.get(target)
    if (!one) return 'nothing'
    return `${one.period} ${one.figure ? one.figure.numerator : 'no figure'} ${one.isWithHead ? 'at head' : ''}`
  }

  it('is the one that ends last and counts, whatever was read of earlier periods', async () => {
    expect(periods.map(period => spanOf(period)?.to)).toEqual(['2024-06-30', '2024-04-30', '2024-05-31', '2024-06-30'])
    const about = { campaignId: world.campaign.id, periods, before: null }
    const all = new Map(units.map(unit => [unit, new Set<string>(targets)]))
    const one = new Map([['P2', new Set(['C09'])]])
    let differing = 0
    for (let seed = 1; seed <= 25; seed += 1) {
      const stored = await store(seed * 7_919)
      const [unasked, wanted, narrow] = [
        await reportStandings(world.store.prisma, about),
        await reportStandings(world.store.prisma, { ...about, wanted: all }),
        await reportStandings(world.store.prisma, { ...about, wanted: one }),
      ]
      for (const unit of units)
        for (const target of targets) {
          const expected = slowly(stored, unit, target)
          if (expected !== 'nothing' && !expected.startsWith('2024-Q2')) differing += 1
          expect([seed, said(unasked, unit, target)]).toEqual([seed, expected])
          expect([seed, said(wanted, unit, target)]).toEqual([seed, expected])
          const { figure } = unasked.get(unit)?.get(target) ?? {}
          if (figure) expect(figure).toEqual({ ...figure, denominator: 20n, isDone: null, text: words })
          if (unit === 'P2' && target === 'C09') expect([seed, said(narrow, unit, target)]).toEqual([seed, expected])
        }
    }
    expect(differing).toBeGreaterThan(20)
  })
})
