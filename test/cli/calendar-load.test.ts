import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarNotes } from '../../src/campaign/calendar-notes.ts'
import { calendarLoadWork } from '../../src/cli/calendar-load.ts'
import { presentCampaign } from '../../src/cli/present-campaign.ts'
import { previewWork } from '../../src/cli/preview.ts'
import { Complaint } from '../../src/complaint.ts'
import type { System } from '../../src/intake/system.ts'
import { storedCalendar } from '../../src/loading/load-calendar.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'

let store: Store
let system: System
let folder: string
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store)
  folder = await mkdtemp(join(tmpdir(), 'calendar-load-'))
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function load(name: string, text: string): Promise<string[]> {
  const file = join(folder, name)
  await writeFile(file, text)
  return String((await calendarLoadWork(system, { file })).output)
    .trim()
    .split('\n')
}

const days2024 = [
  ...[
    '01/01',
    '08/02',
    '09/02',
    '10/02',
    '11/02',
    '12/02',
    '13/02',
    '14/02',
    '18/04',
    '29/04',
    '30/04',
    '01/05',
    '02/09',
    '03/09',
  ],
].map(day => `${day}/2024;nghỉ;Ngày nghỉ`)

it('a year is entered into a running installation; the others stay, what is owed follows, the campaign uses it at once', async () => {
  const before = await storedCalendar(store.prisma)
  const withHead = await presentCampaign(system, store.prisma)
  const goodFriday = Temporal.PlainDate.from('2024-03-29')
  expect(withHead.calendar.isWorkingDay(goodFriday)).toBe(true)
  const owed = () => store.prisma.obligation.count({ where: { dueOn: '2024-03-31', remindBy: '2024-03-28' } })
  expect(await owed()).toBe(0)

  const lines = await load(
    'lich.csv',
    ['Ngày;Loại;Tên', ...days2024, '29/3/2024;nghỉ;Hoán đổi ngày làm việc', '04/05/2024;làm bù;', ''].join('\n'),
  )
  expect(lines).toContain('+ 29/03/2024: nghỉ – Hoán đổi ngày làm việc')
  const moved = lines.filter(line => line.startsWith('→'))
  // The day off is the last working day before 31/03: what is due then is reminded of a day earlier, and nothing else moves.
  expect(moved.length).toBeGreaterThan(0)
  expect(
    moved.filter(
      line =>
        !line.endsWith(
          ' đơn vị: hạn 31/03/2024, ngày làm việc cuối 29/03/2024 → hạn 31/03/2024, ngày làm việc cuối 28/03/2024',
        ),
    ),
  ).toEqual([])
  const counted = moved.map(line => Number(/(\d+) đơn vị:/.exec(line)?.[1]))
  expect(counted.reduce((sum, units) => sum + units, 0)).toBe(await owed())
  expect(lines.at(-1)).toMatch(/^Đã nạp lịch năm 2024: [1-9]\d* việc đổi ngày nhắc hoặc hạn\.$/)
  expect((await presentCampaign(system, store.prisma)).calendar.isWorkingDay(goodFriday)).toBe(false)
  expect(await owed()).toBeGreaterThan(0)
  const after = await storedCalendar(store.prisma)
  expect({ ...after.years, 2024: null }).toEqual({ ...before.years, 2024: null })
  expect(after.years['2024']).toMatchObject({ status: 'official', workingWeekend: ['2024-05-04'] })
})

const told = (year: number) =>
  `Lịch nghỉ năm ${year} là dự kiến, chưa có thông báo chính thức. Khi có, quản trị nạp bằng lệnh calendar load.`

it('a provisional year is told as such when it is loaded and where it is used', async () => {
  const lines = await load('lich.csv', 'Ngày,Loại,Tên,Tình trạng\n01/01/2029,nghỉ,Tết Dương lịch,dự kiến\n')
  expect(lines).toEqual([
    '~ năm 2029: chưa có → dự kiến',
    '+ 01/01/2029: nghỉ – Tết Dương lịch',
    'Đã nạp lịch năm 2029: 0 việc đổi ngày nhắc hoặc hạn.',
    told(2029),
  ])
  // A short time ahead: the preview lives every day up to it.
  expect(await load('lich.csv', 'Ngày,Loại,Tên,Tình trạng\n01/01/2024,nghỉ,Tết Dương lịch,dự kiến\n')).toContain(
    told(2024),
  )
  const preview = await previewWork(system, { from: '2024-03-21', to: '2024-03-21' })
  expect(String(preview.output)).toContain(told(2024))
  const { calendar } = await presentCampaign(system, store.prisma)
  expect(calendarNotes(calendar, [2025, 2031], system.texts('vi'))).toEqual([
    'Chưa có lịch nghỉ năm 2031: chỉ tính ngày nghỉ hằng tuần. Quản trị nạp bằng lệnh calendar load.',
  ])
})

it('a calendar file like the one of the program is taken too, for the years that it names', async () => {
  const year = { status: 'official', off: [{ date: '2029-01-01', name: 'Tết Dương lịch' }], workingWeekend: [] }
  const lines = await load(
    'lich.json',
    JSON.stringify({ timeZone: 'Asia/Ho_Chi_Minh', weekend: ['SAT', 'SUN'], years: { 2029: year } }),
  )
  expect(lines[0]).toBe('~ năm 2029: dự kiến → chính thức')
  expect(
    await load(
      'lich.json',
      JSON.stringify({ timeZone: 'Asia/Ho_Chi_Minh', weekend: ['SAT', 'SUN'], years: { 2029: year } }),
    ),
  ).toEqual(['Lịch năm 2029 không có gì thay đổi.'])
})

it('what is wrong is told by its cell, and nothing is written', async () => {
  const before = await storedCalendar(store.prisma)
  const refused = await load(
    'lich.csv',
    'Ngày,Loại,Tên\n31/02/2030,nghỉ,Tết\n01/01/2030,nghỉ,\n01/01/2030,nghỉ,Tết\n02/01/2030,làm bù,\n03/01/2030,chơi,Vui\n,nghỉ,Tết\n',
  ).catch(error => error)
  expect(refused).toBeInstanceOf(Complaint)
  expect(refused.lines.slice(1).map((line: string) => line.split(':')[0])).toEqual([
    'Ô A2',
    'Ô C3',
    'Ô A4',
    'Ô A5',
    'Ô B6',
    'Ô A7',
  ])
  expect(await storedCalendar(store.prisma)).toEqual(before)
})

it('an open request about personal data gets another day for its reply, and it is listed', async () => {
  const person = { id: '00000000-0000-7000-8000-0000000000d1', fullName: 'Người hỏi', givenName: 'hỏi' }
  const requestedAt = new Date('2026-03-11T02:00:00Z')
  await store.prisma.person.create({ data: { ...person, createdAt: requestedAt } })
  await store.prisma.dataRequest.create({
    data: { id: '00000000-0000-7000-8000-0000000000d2', personId: person.id, kind: 'CORRECT', requestedAt },
  })
  const stored = await storedCalendar(store.prisma)
  const days = (stored.years['2026']?.off ?? []).map(
    ({ date, name }) => `${date.split('-').reverse().join('/')};nghỉ;${name}`,
  )
  const lines = await load(
    'lich.csv',
    ['Ngày;Loại;Tên', ...days, '13/03/2026;nghỉ;Ngày nghỉ', '22/08/2026;làm bù;', ''].join('\n'),
  )
  expect(lines.filter(line => line.startsWith('→'))).toEqual([
    '→ Đề nghị sửa dữ liệu gửi ngày 11/03/2026: hạn trả lời 13/03/2026 → 16/03/2026',
  ])
  await store.prisma.dataRequest.deleteMany()
  await store.prisma.person.delete({ where: { id: person.id } })
})
