import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neededPace } from '../../../src/features/forecast/pace.ts'
import type { Milestone, Pilot } from '../../../src/features/forecast/pilot.ts'
import { forecast } from '../../../src/features/forecast/project.ts'
import { dayAfter, daysBetween, type Point, type ReportedSum, seriesOf } from '../../../src/features/forecast/series.ts'
import { type Asked, askOf, verdictOf } from '../../../src/features/forecast/verdict.ts'

const eighty: Milestone = { code: 'C13', percent: 80, dueOn: '2024-09-30', asksFrom: '2024-05-01' }
const all: Milestone = { code: 'C14', percent: 100, dueOn: '2024-12-31', asksFrom: '2024-05-01' }
const pilot: Pilot = {
  code: 'C13',
  codes: ['C13', 'C14'],
  countsFrom: '2024-01-01',
  yearEnd: { from: '2024-11-01', percentOfPace: 200 },
  milestones: [eighty, all],
}
const plan = 20_000_000_000n

/** Points at so many percent of the plan. */
const points = (...figures: [day: string, percent: number][]): Point[] =>
  figures.map(([day, percent]) => ({ day, done: (plan * BigInt(Math.round(percent * 100))) / 10_000n, plan }))

const bandAt = (series: readonly Point[], day: string, of: Pick<Pilot, 'countsFrom' | 'yearEnd'> = pilot) => {
  const ahead = forecast(series, of)
  if (ahead.is !== 'forecast') throw new Error(`no forecast: ${ahead.is}`)
  return ahead.at(day)
}

const anyDay = fc.integer({ min: 0, max: 365 }).map(days => dayAfter('2024-01-01', days))
const anyPlan = fc.bigInt({ min: 1n, max: 10n ** 15n })
const anyPoint = fc
  .record({ day: anyDay, plan: anyPlan, thousandths: fc.bigInt({ min: 0n, max: 1_000n }) })
  .map(({ day, plan: whole, thousandths }): Point => ({ day, plan: whole, done: (whole * thousandths) / 1_000n }))
const anySeries = fc
  .uniqueArray(anyPoint, { selector: point => point.day, maxLength: 14 })
  .map(series => series.toSorted((a, b) => (a.day < b.day ? -1 : 1)))

describe('the needed pace', () => {
  it('is told in whole đồng for a month and a week', () => {
    const pace = neededPace({ day: '2024-05-31', done: 6_000_000_000n, plan }, eighty, '2024-06-02')
    expect(pace).toEqual({
      is: 'needed',
      missing: 10_000_000_000n,
      daysLeft: 120,
      perMonth: 2_534_722_223n,
      perWeek: 583_333_334n,
    })
  })

  it('kept to the day, always reaches the milestone, and less than a đồng a day below it would not', () => {
    fc.assert(
      fc.property(anyPoint, anyDay, fc.constantFrom(eighty, all), (point, today, milestone) => {
        const pace = neededPace(point, milestone, today)
        if (pace.is !== 'needed') return
        const days = BigInt(pace.daysLeft)
        expect(pace.perMonth * 12n * days).toBeGreaterThanOrEqual(pace.missing * 365n)
        expect((pace.perMonth - 1n) * 12n * days).toBeLessThan(pace.missing * 365n)
        expect((point.done + pace.missing) * 100n).toBeGreaterThanOrEqual(BigInt(milestone.percent) * point.plan)
        expect((point.done + pace.missing - 1n) * 100n).toBeLessThan(BigInt(milestone.percent) * point.plan)
      }),
    )
  })

  it('grows from day to day while nothing is reported, and falls with every đồng paid out', () => {
    fc.assert(
      fc.property(
        anyPoint,
        fc.integer({ min: 1, max: 200 }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        (point, gone, more) => {
          const early = neededPace(point, all, '2024-02-01')
          const late = neededPace(point, all, dayAfter('2024-02-01', gone))
          const better = neededPace({ ...point, done: point.done + more }, all, '2024-02-01')
          if (early.is !== 'needed') return
          if (late.is === 'needed') expect(late.perMonth).toBeGreaterThanOrEqual(early.perMonth)
          if (better.is === 'needed') expect(better.perMonth).toBeLessThanOrEqual(early.perMonth)
        },
      ),
    )
  })

  it('says reached exactly from the threshold on, and over on the day itself', () => {
    const one = { day: '2024-05-31', plan: 1_000n }
    expect(neededPace({ ...one, done: 800n }, eighty, '2024-06-01').is).toBe('reached')
    expect(neededPace({ ...one, done: 799n }, eighty, '2024-06-01').is).toBe('needed')
    expect(neededPace({ ...one, done: 799n }, eighty, '2024-09-30')).toEqual({ is: 'over', missing: 1n })
  })
})

describe('the forecast', () => {
  it('is a number in its band, within 0 and 100 %, never below what is paid out, and never falls with time', () => {
    fc.assert(
      fc.property(anySeries, anyDay, fc.nat(200), (series, day, later) => {
        const ahead = forecast(series, pilot)
        if (ahead.is !== 'forecast') return
        const [band, after] = [ahead.at(day), ahead.at(dayAfter(day, later))]
        for (const { low, mid, high } of [band, after]) {
          for (const end of [low, mid, high]) expect(Number.isInteger(end)).toBe(true)
          expect(low).toBeGreaterThanOrEqual(0)
          expect(low).toBeLessThanOrEqual(mid)
          expect(mid).toBeLessThanOrEqual(high)
          expect(high).toBeLessThanOrEqual(10_000)
        }
        const latest = series.at(-1)
        if (latest)
          expect(band.low).toBeGreaterThanOrEqual(Math.floor((Number(latest.done) / Number(latest.plan)) * 10_000) - 1)
        for (const end of ['low', 'mid', 'high'] as const) expect(after[end]).toBeGreaterThanOrEqual(band[end])
      }),
    )
  })

  it('rises in all its ends when more is paid out in the end', () => {
    fc.assert(
      fc.property(anySeries, fc.bigInt({ min: 0n, max: 1_000n }), (series, thousandths) => {
        const latest = series.at(-1)
        if (!latest || forecast(series, pilot).is !== 'forecast') return
        const done = latest.done + ((latest.plan - latest.done) * thousandths) / 1_000n
        const before = bandAt(series, '2024-12-31')
        const after = bandAt(series.with(-1, { ...latest, done }), '2024-12-31')
        for (const end of ['low', 'mid', 'high'] as const) expect(after[end]).toBeGreaterThanOrEqual(before[end])
      }),
    )
  })

  it('does not ask in which order the reports came', () => {
    const sums = fc.array(
      fc.record({
        period: fc.integer({ min: 1, max: 12 }).map(month => `2024-${String(month).padStart(2, '0')}`),
        asOf: anyDay,
        numerator: fc.option(fc.bigInt({ min: 0n, max: 50n })),
        denominator: fc.option(fc.bigInt({ min: 0n, max: 50n })),
      }),
      { maxLength: 12 },
    )
    const shuffled = sums.chain(list =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, ([list, other]: [ReportedSum[], ReportedSum[]]) => {
        expect(seriesOf(other)).toEqual(seriesOf(list))
      }),
    )
  })

  it('says with no, one or hurried reports that it cannot tell', () => {
    expect(forecast([], pilot)).toEqual({ is: 'nothing' })
    expect(forecast(points(['2024-04-30', 20]), pilot)).toEqual({ is: 'tooFew', reports: 1 })
    expect(forecast(points(['2024-04-20', 20], ['2024-04-25', 21], ['2024-04-30', 22]), pilot)).toEqual({
      is: 'tooFew',
      reports: 3,
    })
  })

  it('is wide with two reports and narrower with many at the same pace', () => {
    const even = (months: number[]) =>
      points(...months.map((month): [string, number] => [dayAfter('2024-01-01', month * 30), month * 6]))
    const width = (series: Point[]) => {
      const { low, high } = bandAt(series, dayAfter(series.at(-1)?.day ?? '', 30))
      return high - low
    }
    expect(width(even([3, 4]))).toBeGreaterThan(width(even([1, 2, 3, 4])))
    expect(width(even([3, 4]))).toBeGreaterThan(300)
    expect(bandAt(even([1, 2, 3, 4]), dayAfter('2024-01-01', 150)).mid).toBeGreaterThanOrEqual(2_998)
  })

  it('does not take a correction downwards for a direction', () => {
    const fallen = points(['2024-03-31', 30], ['2024-04-30', 40], ['2024-05-31', 25])
    const band = bandAt(fallen, '2024-09-30')
    expect(band.low).toBe(2_500)
    expect(band.mid).toBeGreaterThanOrEqual(2_500)
  })

  it('of a sum that stands still stays near it, and its band does not close', () => {
    const still = points(
      ['2024-02-29', 12],
      ['2024-03-31', 12],
      ['2024-04-30', 12],
      ['2024-05-31', 12],
      ['2024-06-30', 12],
    )
    const { low, mid, high } = bandAt(still, '2024-09-30')
    expect([low, mid]).toEqual([1_200, 1_200])
    expect(high).toBeGreaterThan(1_400)
    const nothing = points(['2024-03-31', 0], ['2024-04-30', 0])
    expect(bandAt(nothing, '2024-12-31').mid).toBe(0)
    expect(bandAt(nothing, '2024-12-31').high).toBeGreaterThan(0)
  })

  it('lets one odd month move little', () => {
    const steady = points(
      ['2024-03-31', 15],
      ['2024-04-30', 20],
      ['2024-05-31', 25],
      ['2024-06-30', 30],
      ['2024-07-31', 35],
    )
    const odd = steady.with(-2, { ...steady[3], day: '2024-06-30', done: 0n, plan })
    const difference = bandAt(steady, '2024-09-30').mid - bandAt(odd, '2024-09-30').mid
    expect(Math.abs(difference)).toBeLessThan(200)
  })

  it('counts on the spurt at the end of the year in the hopeful end only', () => {
    const series = points(['2024-08-31', 40], ['2024-09-30', 46], ['2024-10-31', 52])
    const calm = bandAt(series, '2024-12-31', { ...pilot, yearEnd: null })
    const hopeful = bandAt(series, '2024-12-31')
    expect([hopeful.low, hopeful.mid]).toEqual([calm.low, calm.mid])
    expect(hopeful.high).toBeGreaterThan(calm.high)
    expect(bandAt(series, '2024-10-31')).toEqual(bandAt(series, '2024-10-31', { ...pilot, yearEnd: null }))
  })

  it('follows the present plan when it was changed on the way', () => {
    const series = points(['2024-03-31', 20], ['2024-04-30', 30])
    const [first, second] = series
    if (!first || !second) throw new Error('two points')
    const doubled = [first, { ...second, plan: plan * 2n }]
    expect(bandAt(doubled, '2024-04-30').mid).toBe(1_500)
  })
})

describe('the light', () => {
  const lightsOf = (series: Point[], today: string) =>
    verdictOf(series, pilot, today).outlooks.map(({ light }) => light)

  it('is red only when even the hopeful end misses', () => {
    const slow = points(['2024-03-31', 9], ['2024-04-30', 14], ['2024-05-31', 21], ['2024-06-30', 30])
    expect(lightsOf(slow, '2024-06-30')).toEqual(['MISS', 'AT_RISK'])
    expect(lightsOf(points(['2024-04-30', 24], ['2024-05-31', 36]), '2024-05-31')[0]).toBe('AT_RISK')
    expect(lightsOf(points(['2024-04-30', 40], ['2024-05-31', 55]), '2024-05-31')[0]).toBe('ON_TRACK')
    expect(lightsOf(points(['2024-04-30', 40], ['2024-05-31', 80]), '2024-05-31')[0]).toBe('REACHED')
    expect(lightsOf(points(['2024-08-31', 40], ['2024-09-30', 55]), '2024-10-01')[0]).toBe('OVER')
    expect(lightsOf(points(['2024-04-30', 2]), '2024-05-31')).toEqual(['TOO_FEW', 'TOO_FEW'])
    expect(lightsOf([], '2024-05-31')).toEqual(['NO_FIGURE', 'NO_FIGURE'])
  })
})

describe('asking for an explanation', () => {
  const slow = points(['2024-03-31', 9], ['2024-04-30', 14], ['2024-05-31', 18])
  const ask = (series: Point[], asked: Asked[], today: string) => askOf(verdictOf(series, pilot, today), asked, today)

  it('happens once for a figure, again for the next, and a month later while nobody explains', () => {
    const first = ask(slow, [], '2024-05-31')
    expect(first).toMatchObject({ step: '2024-05', milestone: { code: 'C13' } })
    const asked = { step: '2024-05', on: '2024-05-31', isExplained: false }
    expect(ask(slow, [asked], '2024-06-20')).toBeNull()
    expect(ask(slow, [asked], '2024-06-30')).toMatchObject({ step: '2024-05@2024-06-30' })
    expect(ask(slow, [{ ...asked, isExplained: true }], '2024-06-30')).toBeNull()
    const june = [...slow, ...points(['2024-06-30', 22])]
    expect(ask(june, [{ ...asked, isExplained: true }], '2024-06-30')).toMatchObject({ step: '2024-06' })
  })

  it('never happens before its day, on a stale figure, or when the figure is on track', () => {
    expect(ask(points(['2024-02-29', 1], ['2024-03-31', 2]), [], '2024-04-30')).toBeNull()
    expect(ask(slow, [], '2024-08-15')).toBeNull()
    expect(ask(points(['2024-04-30', 40], ['2024-05-31', 55]), [], '2024-05-31')).toBeNull()
  })

  it('is never repeated within two weeks, whatever comes in', () => {
    fc.assert(
      fc.property(anySeries, fc.array(anyDay, { maxLength: 6 }), anyDay, (series, days, today) => {
        const asked = days.map(on => ({ step: `${on.slice(0, 7)}@${on}`, on, isExplained: false }))
        const due = ask(series, asked, today)
        if (!due) return
        for (const { on } of asked.filter(one => one.on <= today))
          expect(daysBetween(on, today)).toBeGreaterThanOrEqual(14)
        expect(asked.map(({ step }) => step)).not.toContain(due.step)
        expect(due.milestone.dueOn > today).toBe(true)
      }),
    )
  })
})
