import { describe, expect, it } from 'vitest'
import { firstSendingTime } from '../../../src/reminders/plan/first-sending-time.ts'
import {
  closingTime,
  dayAndHour,
  instantAt,
  isInWindow,
  isQuiet,
  isSendingTime,
  nextMorning,
} from '../../../src/reminders/plan/sending-hours.ts'
import { timeZone } from '../a-world.ts'
import { calendar2024 } from '../calendar-2024.ts'
import { defaultRules } from '../default-ladder.ts'

const calendar = calendar2024()
const noWindows = { ...defaultRules, windows: [] }

describe('the hours of the office', () => {
  it('begin with the first minute of a window and end before its last', () => {
    const open = (hour: string) => isInWindow(hour, defaultRules)
    expect(['07:59', '08:00', '11:29', '11:30', '13:29', '13:30', '16:29', '16:30'].map(open)).toEqual([
      ...[false, true, true, false, false, true, true, false],
    ])
  })

  it('are those of a working day', () => {
    expect(isSendingTime({ day: '2024-03-22', hour: '09:00' }, defaultRules, calendar)).toBe(true)
    expect(isSendingTime({ day: '2024-03-22', hour: '12:00' }, defaultRules, calendar)).toBe(false)
    expect(isSendingTime({ day: '2024-03-23', hour: '09:00' }, defaultRules, calendar)).toBe(false)
  })

  it('close with the last window, whatever the order in which the plan names them', () => {
    const turned = { ...defaultRules, windows: defaultRules.windows.toReversed() }
    expect(closingTime('2024-03-22', turned, timeZone)).toEqual(new Date('2024-03-22T09:30:00Z'))
    expect(closingTime('2024-03-22', defaultRules, timeZone)).toEqual(new Date('2024-03-22T09:30:00Z'))
    const one = { ...defaultRules, windows: [{ from: '09:15', to: '10:00' }] }
    expect(closingTime('2024-03-22', one, timeZone)).toEqual(new Date('2024-03-22T03:00:00Z'))
    expect(closingTime('2024-03-22', noWindows, timeZone)).toEqual(new Date('2024-03-22T16:59:00Z'))
  })

  it('open again on the next working day, not on the same one', () => {
    expect(nextMorning('2024-03-20', defaultRules, calendar, timeZone)).toEqual(new Date('2024-03-21T01:00:00Z'))
    // Friday: over the weekend.
    expect(nextMorning('2024-03-22', defaultRules, calendar, timeZone)).toEqual(new Date('2024-03-25T01:00:00Z'))
    const later = { ...defaultRules, windows: [{ from: '09:15', to: '10:00' }] }
    expect(nextMorning('2024-03-20', later, calendar, timeZone)).toEqual(new Date('2024-03-21T02:15:00Z'))
    expect(nextMorning('2024-03-20', noWindows, calendar, timeZone)).toEqual(new Date('2024-03-21T01:00:00Z'))
  })

  it('are told in the time of the campaign', () => {
    expect(dayAndHour(new Date('2024-03-21T17:05:59Z'), timeZone)).toEqual({ day: '2024-03-22', hour: '00:05' })
    expect(instantAt('2024-03-22', '00:05', timeZone)).toEqual(new Date('2024-03-21T17:05:00Z'))
  })
})

describe('the quiet hours of a person', () => {
  const quiet = (hour: string, quietFrom: string | null, quietTo: string | null) =>
    isQuiet(hour, { quietFrom, quietTo })

  it('hold from their first minute to before their last', () => {
    expect(['08:59', '09:00', '09:59', '10:00'].map(hour => quiet(hour, '09:00', '10:00'))).toEqual([
      ...[false, true, true, false],
    ])
  })

  it('may pass midnight', () => {
    expect(
      ['20:59', '21:00', '23:59', '00:00', '07:59', '08:00', '12:00'].map(h => quiet(h, '21:00', '08:00')),
    ).toEqual([...[false, true, true, true, true, false, false]])
  })

  it('are none when a bound is missing or both are the same', () => {
    expect(quiet('09:00', null, '10:00')).toBe(false)
    expect(quiet('09:00', '08:00', null)).toBe(false)
    expect(quiet('09:00', '09:00', '09:00')).toBe(false)
  })
})

describe('the first hour at which a person can be written to', () => {
  const first = (day: string, hour: string, quietFrom: string | null = null, quietTo: string | null = null) =>
    firstSendingTime({ day, hour }, defaultRules, calendar, { quietFrom, quietTo })

  it('is now while the office is open', () => {
    expect(first('2024-03-22', '09:41')).toEqual({ day: '2024-03-22', hour: '09:41' })
    expect(firstSendingTime({ day: '2024-03-22', hour: '09:41' }, defaultRules, calendar)).toEqual({
      ...{ day: '2024-03-22', hour: '09:41' },
    })
  })

  it('is the next opening: in the morning, after lunch, on the next working day', () => {
    expect(first('2024-03-22', '06:00')).toEqual({ day: '2024-03-22', hour: '08:00' })
    expect(first('2024-03-22', '11:30')).toEqual({ day: '2024-03-22', hour: '13:30' })
    expect(first('2024-03-22', '16:30')).toEqual({ day: '2024-03-25', hour: '08:00' })
    expect(first('2024-03-23', '09:00')).toEqual({ day: '2024-03-25', hour: '08:00' })
  })

  it('is the end of the quiet hours where these last longer', () => {
    expect(first('2024-03-22', '09:00', '08:30', '10:15')).toEqual({ day: '2024-03-22', hour: '10:15' })
    expect(first('2024-03-22', '07:00', '21:00', '08:20')).toEqual({ day: '2024-03-22', hour: '08:20' })
    expect(first('2024-03-22', '09:00', '08:30', '12:00')).toEqual({ day: '2024-03-22', hour: '13:30' })
    // The hour that ends the peace lies behind: it is the morrow's.
    expect(first('2024-03-21', '14:00', '13:00', '08:10')).toEqual({ day: '2024-03-22', hour: '08:10' })
  })

  it('is none where the quiet hours cover the whole office day', () => {
    expect(first('2024-03-22', '09:00', '07:00', '17:00')).toBeNull()
  })

  it('is looked for two months ahead, not for ever', () => {
    const closed = (until: string) => ({ isWorking: (day: string) => day >= until })
    const at = { day: '2024-01-01', hour: '09:00' }
    expect(firstSendingTime(at, defaultRules, closed('2024-03-01'))).toEqual({ day: '2024-03-01', hour: '08:00' })
    expect(firstSendingTime(at, defaultRules, closed('2024-03-02'))).toBeNull()
  })
})
