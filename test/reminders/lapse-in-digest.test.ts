import { expect, it } from 'vitest'
import { officerDigest } from '../../src/reminders/words/digest.ts'
import type { Wording } from '../../src/reminders/words/wording.ts'
import { loadTexts } from '../../src/texts.ts'
import { season2024 } from './season-2024.ts'

const { world } = season2024()
const quiet = { submitted: 0, waiting: 0, unreachable: 0, promised: 0, nobody: 0 }
const t = loadTexts('vi')

const wordingOn = (today: string): Wording => ({
  ...{ t, today, calendar: world.calendar, office: 'Phòng Nội vụ', nameOf: () => '' },
  subject: () => {
    throw new Error('nothing is owed')
  },
})
const told = (today: string, waiting: number, isWeekStart: boolean) =>
  officerDigest([], { ...quiet, waiting }, wordingOn(today), isWeekStart)

it('from 90 days before, the officers’ overview tells of the decree that lapses on 1/3/2027', () => {
  const lapse = expect.stringContaining('152/2025/NĐ-CP')
  const before = told('2026-11-30', 2, false)
  expect(before?.join()).not.toContain('152/2025')
  expect(told('2026-12-01', 2, false)).toEqual(expect.arrayContaining([lapse]))
  expect(told('2027-03-02', 2, false)).toEqual(expect.arrayContaining([lapse]))
})

it('where nothing else is to be said, once a week and not each morning', () => {
  expect(told('2026-12-08', 0, false)).toBeNull()
  expect(told('2026-12-07', 0, true)?.[0]).toContain('152/2025/NĐ-CP')
  expect(told('2026-11-23', 0, true)).toBeNull()
})
