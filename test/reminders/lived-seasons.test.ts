import { describe, expect, test } from 'vitest'
import type { Level } from '../../src/reminders/plan/recipients.ts'
import { addDays } from '../../src/reminders/plan/working-days.ts'
import { type PreviewedMessage, preview } from '../../src/reminders/round/preview.ts'
import { type Habit, type PlayedSeason, season } from './season-2024.ts'

/** Units hand in on days that a seed chooses: some long before the deadline, some long after, one in eight never. */
function habitsOf(seed: number): Habit {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return () => {
    if (random() < 0.125) return { metAfter: null, headBefore: null }
    const metAfter = random() < 0.6 ? -Math.floor(random() * 35) : Math.floor(random() * random() * 60)
    return { metAfter, headBefore: random() < 0.5 ? 1 + Math.floor(random() * 5) : null }
  }
}

function holdsTheRules({ world, metOn, withHeadOn }: PlayedSeason, messages: readonly PreviewedMessage[]): void {
  const told = new Map<string, Level[]>()
  const perDay = new Set<string>()
  for (const { day, hour, personId, content } of messages) {
    expect(world.calendar.isWorking(day), day).toBe(true)
    expect(world.rules.windows.some(({ from, to }) => from <= hour && hour < to)).toBe(true)
    expect(perDay, `a second message to ${personId} on ${day}`).not.toContain(`${day} ${personId}`)
    perDay.add(`${day} ${personId}`)
    for (const { owedId, level, step, isWithHead } of content.items) {
      expect((metOn.get(owedId) ?? '9') > day, `${owedId} told on ${day}, after it was met`).toBe(true)
      expect(isWithHead).toBe((withHeadOn.get(owedId) ?? '9') <= day)
      // The focal point has done their part when the head decides.
      if (isWithHead) expect(level).not.toBe('focalPoint')
      const before = told.get(owedId) ?? []
      if (level === 'officer') expect(before, `officers before the unit: ${owedId} ${step}`).toContain('head')
      told.set(owedId, [...before, level])
    }
  }
}

test.each([1, 2, 3])(
  'a season in which units hand in as seed %i has it: nobody is told of what is met, officers last',
  seed => {
    const lived = season(2024, habitsOf(seed), 4)
    const messages = preview(lived.world, '2024-03-15', '2025-01-31', lived.onMorning)
    expect(messages.length).toBeGreaterThan(500)
    holdsTheRules(lived, messages)
  },
)

describe('the plan moved to', () => {
  /** Who hands nothing in hears the whole of every ladder. */
  const stepsOf = (messages: readonly PreviewedMessage[], unit: string, duty: string): string[] => [
    ...new Set(
      messages.flatMap(({ day, content }) =>
        content.items
          .filter(
            ({ owedId, level }) => owedId.startsWith(`${duty}:`) && owedId.includes(unit) && level === 'focalPoint',
          )
          .map(({ step }) => `${day} ${step}`),
      ),
    ),
  ]
  test.each([
    [2026, '2026-03-31', '2026-08-22', ['2026-04-27', '2026-04-30', '2026-08-31', '2026-09-02']],
    [2027, '2027-03-31', null, ['2027-04-16', '2027-04-30', '2027-05-03', '2027-09-02', '2027-09-03']],
    [2028, '2028-03-31', null, ['2028-04-04', '2028-05-01', '2028-05-02', '2028-09-04']],
  ])('%i', (year, lastDay, workedSaturday, daysOff) => {
    const moved = season(year, habitsOf(year), 5)
    const messages = preview(moved.world, `${year}-03-15`, `${year}-12-31`, moved.onMorning)
    holdsTheRules(moved, messages)
    const days = new Set(messages.map(({ day }) => day))
    for (const day of daysOff) expect(days).not.toContain(day)
    if (workedSaturday) expect(days).toContain(workedSaturday)
    const onLastDay = messages.filter(({ day }) => day === lastDay)
    expect(onLastDay.some(({ content }) => content.items.some(({ step }) => step === `0@${lastDay}`))).toBe(true)
  })

  test('2028: the ends of September and of the year are days off and are reminded for the Friday before', () => {
    const moved = season(2028, () => ({ metAfter: null, headBefore: null }), 4)
    const messages = preview(moved.world, '2028-09-25', '2028-12-31')
    expect(stepsOf(messages, '', 'D03')).toContain('2028-09-29 0@2028-09-30')
    expect(stepsOf(messages, '', 'D04')).toContain('2028-12-29 0@2028-12-31')
  })

  test('2027, reminded until March 2028: over Tết and over the leap day', () => {
    const moved = season(2027, () => ({ metAfter: null, headBefore: null }), 20)
    const messages = preview(moved.world, '2028-01-03', '2028-03-31')
    const steps = stepsOf(messages, '', 'D10').filter(step => step >= '2028-01')
    // 28/01 is the last day of Tết, a Friday; 29/02 is a day like any other.
    expect(steps.at(-1)).toBe('2028-03-03 +63@2027-12-31')
    for (const step of steps) expect(moved.world.calendar.isWorking(step.slice(0, 10))).toBe(true)
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  })
})
