import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { type CalendarData, workingCalendar } from '../../src/campaign/calendar.ts'
import { dueBy } from '../../src/law/due-by.ts'
import { runs } from '../support/runs.ts'

const year = (): CalendarData['years'][string] => ({ status: 'official', off: [], workingWeekend: [] })
const calendarWith = (...off: string[]) =>
  workingCalendar({
    timeZone: 'Asia/Ho_Chi_Minh',
    weekend: ['SAT', 'SUN'],
    years: { 2025: year(), 2026: { ...year(), off: off.map(date => ({ date, name: 'Nghỉ' })) }, 2027: year() },
  })

const dayOf2026 = fc.integer({ min: 0, max: 250 }).map(days => Temporal.PlainDate.from('2026-01-02').add({ days }))

it('a changed day off moves a limit counted in working days over it, by one working day, and no other', () => {
  fc.assert(
    fc.property(
      dayOf2026,
      dayOf2026,
      fc.constantFrom(
        'appraisal',
        'returnDossier',
        'tellDecision',
        'beforeConference',
        'data.reply',
        'data.access',
        'statistics',
      ),
      (from, holiday, rule) => {
        const plain = calendarWith()
        const before = dueBy(rule, from.toString(), plain)
        const after = dueBy(rule, from.toString(), calendarWith(holiday.toString()))
        if (!before.held || !after.held) throw new Error('all of these days are held')
        const isCounted = ['appraisal', 'returnDossier', 'tellDecision', 'beforeConference', 'data.reply'].includes(
          rule,
        )
        const isBack = rule === 'beforeConference'
        const [first, last] = isBack ? [before.dueOn, from.toString()] : [from.toString(), before.dueOn]
        const day = holiday.toString()
        // The first day does not count: a holiday there changes nothing.
        const isWithin = isBack ? first <= day && day < last : first < day && day <= last
        const isHit = isCounted && isWithin && holiday.dayOfWeek <= 5
        const due = Temporal.PlainDate.from(before.dueOn)
        const expected = isHit ? plain.addWorkingDays(due, isBack ? -1 : 1).toString() : before.dueOn
        expect(after.dueOn).toBe(expected)
      },
    ),
    { numRuns: runs(2_000) },
  )
})
