import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCalendar } from '../../src/campaign/calendar-file.ts'
import { problemText } from '../../src/campaign/problem.ts'
import { loadTexts } from '../../src/texts.ts'
import { calendarFile } from './default-data.ts'

const text = readFileSync(calendarFile, 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'calendar-'))

function codes(change: (text: string) => string) {
  const changed = change(text)
  expect(changed).not.toBe(text)
  const file = join(folder, 'calendar.json')
  writeFileSync(file, changed)
  const read = readCalendar(file)
  if (read.ok) return []
  const t = loadTexts('vi')
  for (const problem of read.problems) expect(problemText(problem, t)).not.toContain('{{')
  const lines = changed.split('\n')
  return read.problems.map(({ code, line }) => [code, lines[(line ?? 0) - 1]?.trim()])
}

it('the default calendar holds', () => {
  const read = readCalendar(calendarFile)
  expect(read.ok && Object.keys(read.value.years)).toEqual(['2024', '2025', '2026', '2027', '2028'])
})

it('a day that does not exist is told with its line', () => {
  expect(codes(old => old.replace('2024-01-01', '2024-02-30'))).toEqual([
    ['wrongIsoDate', '{ "date": "2024-02-30", "name": "Tết Dương lịch" },'],
  ])
})

it('a day in the wrong year, a day twice and a swapped working day are told', () => {
  expect(codes(old => old.replace('"2024-04-18"', '"2025-04-18"'))).toEqual([
    ['dayOfOtherYear', '{ "date": "2025-04-18", "name": "Giỗ Tổ Hùng Vương" },'],
  ])
  expect(codes(old => old.replace('"2024-04-29"', '"2024-04-18"'))).toEqual([
    ['dayTwice', '{ "date": "2024-04-18", "name": "Hoán đổi ngày làm việc" },'],
  ])
  expect(codes(old => old.replace('["2024-05-04"]', '["2024-05-06"]'))).toEqual([
    ['notWeekend', '"workingWeekend": ["2024-05-06"]'],
  ])
})

it('an unknown time zone and broken JSON are told', () => {
  expect(codes(old => old.replace('Asia/Ho_Chi_Minh', 'Asia/Uong_Bi'))).toEqual([
    ['unknownTimeZone', '"timeZone": "Asia/Uong_Bi",'],
  ])
  expect(codes(old => old.slice(0, -2))[0]?.[0]).toBe('syntax')
})
