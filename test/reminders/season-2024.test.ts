import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { projectRoot } from '../../src/project-root.ts'
import { addDays } from '../../src/reminders/plan/working-days.ts'
import { type PreviewedMessage, preview } from '../../src/reminders/round/preview.ts'
import { season2024 } from './season-2024.ts'

const season = season2024()
// What is due on 31/12/2024 is reminded of until March, over Tết of 2025.
const messages = preview(season.world, '2024-03-15', '2025-03-06', season.onMorning)
const golden = join(projectRoot, 'test', 'golden', 'season-2024.txt')

test('the season 2024 of plan 114 reads as it was reviewed', async () => {
  await expect(`${overview()}\n\n${samples()}\n`).toMatchFileSnapshot(golden)
})

test('no message leaves on a day off or outside the hours of the office', () => {
  for (const { day, hour } of messages) {
    expect(season.world.calendar.isWorking(day), day).toBe(true)
    expect(
      season.world.rules.windows.some(({ from, to }) => from <= hour && hour < to),
      hour,
    ).toBe(true)
  }
})

test('nobody is reminded of what the unit has handed in', () => {
  for (const { day, content } of messages) {
    for (const item of content.items) expect((season.metOn.get(item.owedId) ?? '9') > day).toBe(true)
  }
})

test('the launch document due on Sunday 31/03 is reminded for Friday 29/03', () => {
  const launch = messages.filter(({ content }) => content.items.some(item => item.owedId.startsWith('D02:')))
  const friday = launch.filter(({ day }) => day === '2024-03-29')
  expect(friday.length).toBeGreaterThan(10)
  for (const { message } of friday) expect(message.text).not.toContain('quá')
  expect(launch.some(({ day }) => day === '2024-03-30' || day === '2024-03-31')).toBe(false)
})

test('holidays are quiet: 30/4–1/5, 2/9, Tết; on the swapped Saturday the office works', () => {
  const days = new Set(messages.map(({ day }) => day))
  for (const off of ['2024-04-18', '2024-04-29', '2024-04-30', '2024-05-01', '2024-09-02', '2024-09-03', '2025-01-01'])
    expect(days).not.toContain(off)
  expect([...days].filter(day => day >= '2025-01-25' && day <= '2025-02-02')).toEqual([])
  expect(days).toContain('2024-05-04')
  // The week of 2/9 begins on Wednesday.
  expect(messages.filter(({ day, content }) => day === '2024-09-04' && content.weekly).length).toBeGreaterThan(0)
})

test('after Tết nobody is told of the same thing twice within two days', () => {
  const told = new Map<string, string>()
  for (const { day, personId, content } of messages) {
    for (const item of content.items.filter(({ deadline }) => day > addDays(deadline.dueOn, 7))) {
      const key = `${personId} ${item.owedId}`
      expect((told.get(key) ?? '') < addDays(day, -2), `${key} ${day}`).toBe(true)
      told.set(key, day)
    }
  }
})

test('nobody gets more than one message on a day of this season', () => {
  const keys = messages.map(({ day, personId }) => `${day} ${personId}`)
  expect(new Set(keys).size).toBe(keys.length)
})

test('a unit’s people hear at most four times a week, in the last week before a deadline, and a follower of a field once', () => {
  const weeks = new Map<string, number>()
  for (const { day, personId } of messages) {
    const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(day)
    const key = `${personId} ${yearOfWeek}-${weekOfYear}`
    weeks.set(key, (weeks.get(key) ?? 0) + 1)
  }
  const most = { clerk: 4, head: 4, officer: 5, finance: 1 }
  for (const [key, count] of weeks)
    expect(count, key).toBeLessThanOrEqual(Object.entries(most).find(([who]) => key.startsWith(who))?.[1] ?? 0)
  // What the season took when it was last read through as a whole.
  expect(messages.length).toBeLessThanOrEqual(1_669)
})

test('every reminder says what, for whom, by when and how, in fewer than 500 characters', () => {
  for (const { content, message } of messages) {
    if (content.items.length === 0 || content.digest || content.weekly) continue
    expect(message.text.length, message.text).toBeLessThan(500)
    expect(message.text).toMatch(/[Hh]ạn/)
    expect(message.text).toMatch(/gõ \//)
  }
})

test('a reminder of a figure with a day says what is reported and what is missing to the threshold', () => {
  const ofMoney = messages.filter(
    ({ content, day }) =>
      content.items.length === 1 &&
      content.items[0]?.owedId.startsWith('D03:') &&
      day < '2024-10-01' &&
      !content.digest,
  )
  const texts = ofMoney.filter(({ content }) => !content.items[0]?.isWithHead).map(({ message }) => message.text)
  expect(texts.length).toBeGreaterThan(20)
  for (const text of texts)
    expect(text).toMatch(/đã giải ngân [\d,]+%.* còn thiếu [\d,]+ (?:tỷ|triệu) đồng để đạt 80%|chưa có số liệu/)
  expect(texts.filter(text => text.includes('còn thiếu')).length).toBeGreaterThan(10)
})

test('nothing is urged that cannot be handed in, and no unit that is only invited', () => {
  const duties = new Set(messages.flatMap(({ content }) => content.items.map(item => item.owedId.split(':')[0])))
  expect([...duties].sort()).toEqual(['C15', 'D02', 'D03', 'D04', 'D09', 'D09M', 'D10'])
  const urged = new Set(messages.flatMap(({ content }) => content.items.map(item => item.owedId.split(':')[1] ?? '')))
  for (const invited of ['UB-TU', 'UB-MTTQ', 'TW-CA', 'TW-THUE']) expect(urged).not.toContain(invited)
})

test('in a list no duty is cut off, and what waits for the head is to be approved and not to be done', () => {
  for (const { content, message } of messages.filter(({ content }) => content.items.length > 1)) {
    for (const line of message.text.split('\n')) expect(line).not.toMatch(/^• (?:Chờ duyệt: )?Báo cáo[^(]*…/)
    if (content.items.every(({ isWithHead, level }) => isWithHead && level === 'head'))
      for (const word of message.words ?? []) expect(word).not.toMatch(/^Làm: /)
  }
})

test('codes of targets, duties and periods are not shown to people', () => {
  for (const { message } of messages) {
    const shown = [message.title, message.text, ...(message.words ?? [])].join('\n')
    expect(shown).not.toMatch(/\b[CD]\d\d[a-z]?\b|\b20\d\d-(?:Q\d|\d\d)\b/)
  }
})

test('who follows a field reads of the end of September the figures of each unit', () => {
  const [told] = messages.filter(({ personId, day }) => personId === 'finance' && day < '2024-09-30')
  const lines =
    told?.message.text.split('\n').filter(line => line.startsWith('• ') && !line.includes('việc khác')) ?? []
  expect(lines.length).toBeGreaterThan(2)
  for (const line of lines) expect(line).toMatch(/đã giải ngân [\d,]+%, còn thiếu [\d,]+ tỷ đồng để đạt 80%/)
})

test('what the collecting office owes itself is not to be sent to itself', () => {
  for (const { message } of messages) expect(message.text).not.toMatch(/Phòng Nội vụ (?:cần|chưa) gửi Phòng Nội vụ/)
  const own = messages.filter(({ personId, content }) => personId === 'clerk UB-NV' && content.items.length > 0)
  expect(own.length).toBeGreaterThan(3)
  for (const { message } of own) expect(message.text).not.toContain('gửi Phòng Nội vụ')
})

test('the list of the week leaves out what has been carried to the officers', () => {
  for (const { content, day } of messages)
    for (const line of content.weekly ?? []) expect(line, day).not.toMatch(/văn bản phát động.*quá \d\d+ ngày/)
})

/** Day, audience, heading and how many people got it. */
function overview(): string {
  const counts = new Map<string, number>()
  for (const message of messages) {
    const line = `${message.day} ${message.hour}  ${audienceOf(message).padEnd(22)} ${message.message.title}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([line, count]) => `${line}  ×${count}`)
    .join('\n')
}

function audienceOf({ content }: PreviewedMessage): string {
  return [
    ...new Set(content.items.map(item => item.level)),
    ...(content.weekly ? ['weekly'] : []),
    ...(content.digest ? ['digest'] : []),
  ].join('+')
}

/** The first message of each sort in full. */
function samples(): string {
  const seen = new Map<string, PreviewedMessage>()
  for (const message of messages) {
    const kind = `${audienceOf(message)} | ${message.message.title?.replace(/thứ \S+ |Chủ nhật /, '').replace(/\d+/g, 'N')} | ${Math.min(message.content.items.length, 3)}`
    if (!seen.has(kind)) seen.set(kind, message)
  }
  return [...seen]
    .map(([kind, { day, personId, message }]) => {
      const words = (message.words ?? []).map(word => `[${word}]`).join(' ')
      return `── ${kind}\n   ${day}, ${personId}\n${message.title}\n${message.text}\n${words}`
    })
    .join('\n\n')
}
