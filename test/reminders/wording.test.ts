import { describe, expect, test } from 'vitest'
import { features } from '../../src/features/list.ts'
import { registryOf } from '../../src/intake/registry.ts'
import { formatDate } from '../../src/reading/format.ts'
import type { MessageItem } from '../../src/reminders/plan/planner.ts'
import { workingDaysBetween } from '../../src/reminders/plan/working-days.ts'
import { type PreviewedMessage, preview } from '../../src/reminders/round/preview.ts'
import { actionFor } from '../../src/reminders/words/message-actions.ts'
import { type Locale, loadTexts } from '../../src/texts.ts'
import { season2024 } from './season-2024.ts'

/** Every message of the season with its obligations, in the words of both languages. */
const seasons = { vi: seasonIn('vi'), en: seasonIn('en') }

function seasonIn(locale: Locale) {
  const { world, onMorning } = season2024()
  const t = loadTexts(locale)
  world.texts = () => t
  const messages = preview(world, '2024-03-15', '2024-12-31', onMorning).filter(({ content }) => reminds(content))
  return { world, messages, t }
}

/** What an officer's overview shows already is not said twice. */
function reminds({ items, digest }: PreviewedMessage['content']): boolean {
  return items.some(({ level }) => !digest || level !== 'officer')
}

/** The reminder itself; an overview or a weekly list may follow it. */
function reminderOf({ content, message }: PreviewedMessage): string {
  const [own = '', ...lists] = message.text.split('\n\n')
  expect(lists.length).toBe((content.digest ? 1 : 0) + (content.weekly ? 1 : 0))
  return own
}

describe.each(['vi', 'en'] as const)('every reminder of the season in %s', locale => {
  const { world, messages, t } = seasons[locale]
  const subject = (item: MessageItem) => {
    const found = world.subjects.get(item.owedId)
    if (!found) throw new Error(item.owedId)
    return found
  }
  const single = messages.filter(({ content }) => content.items.length === 1)
  const several = messages.filter(({ content }) => content.items.length > 1)

  /** How long is left, counted anew: working days after today up to the last one before the deadline, or since it. */
  function leftOf({ deadline }: MessageItem, today: string): RegExp {
    const { calendar } = world
    const says = {
      vi: {
        left: (n: number) => `còn ${n} ngày làm việc`,
        over: (n: number) => `quá ${n} ngày làm việc`,
        now: 'hôm nay',
      },
      en: { left: (n: number) => `working days left: ${n}`, over: (n: number) => `overdue: ${n}`, now: 'today' },
    }[locale]
    if (today > deadline.dueOn)
      return new RegExp(`${says.over(Math.max(1, workingDaysBetween(deadline.dueOn, today, calendar)))}(?!\\d)`)
    const count = workingDaysBetween(today, deadline.dueOn, calendar)
    return count === 0 ? new RegExp(says.now) : new RegExp(`${says.left(count)}(?!\\d)`)
  }

  test('there are some of each sort', () => {
    expect(single.length).toBeGreaterThan(500)
    expect(several.length).toBeGreaterThan(150)
  })

  test('is shorter than 500 characters', () => {
    for (const message of messages) {
      const text = reminderOf(message)
      expect(text.length, text).toBeLessThan(500)
    }
  })

  test('of one thing says what, for which unit, by which day, how many working days are left, and how to do it', () => {
    for (const message of single) {
      const [item] = message.content.items
      if (!item) throw new Error('nothing')
      const lines = reminderOf(message).split('\n')
      const { what, unitName } = subject(item)
      const text = lines.join('\n')
      expect(lines, text).toContain(t('reminders.line.what', { what }))
      expect(lines, text).toContain(t('reminders.line.unit', { unit: unitName }))
      const deadline = lines.find(line => line.includes(formatDate(item.deadline.dueOn))) ?? ''
      expect(deadline, text).toMatch(leftOf(item, message.day))
      const how = lines.at(-1) ?? ''
      expect(how, text).toMatch(/ \/(phatdong|baocao|sangkien|viec|duyet|tiendo)\b/)
      expect(how, text).toContain(message.message.words?.[0])
    }
  })

  test('of several things says all of it for each that it lists, and counts the rest', () => {
    for (const message of several) {
      const { items } = message.content
      const lines = reminderOf(message).split('\n')
      const text = lines.join('\n')
      const listed = lines.filter(line => line.startsWith('• '))
      const shown = items.slice(0, listed.length === items.length ? listed.length : listed.length - 1)
      expect(shown.length, text).toBeGreaterThanOrEqual(Math.min(items.length, 3))
      if (shown.length < items.length)
        expect(listed.at(-1)).toBe(t('reminders.line.more', { count: items.length - shown.length }))
      const units = new Set(items.map(item => subject(item).unitName))
      const isShared = shown.some(({ level }) => level === 'officer' || level === 'focalAgency')
      for (const [index, item] of shown.entries()) {
        const { brief, unitName } = subject(item)
        const line = listed[index] ?? ''
        // Of those who follow many units, each unit has its line, and what all of them owe stands above.
        if (isShared) {
          const names = new Set(items.map(one => subject(one).unitName.slice(0, 18)))
          expect(
            [...names].some(name => line.includes(name)),
            text,
          ).toBe(true)
          expect(text).toContain(formatDate(item.deadline.dueOn).slice(0, 5))
          expect(text).toMatch(leftOf(item, message.day))
          continue
        }
        expect(line, text).toContain(brief)
        expect(line, text).toContain(formatDate(item.deadline.dueOn).slice(0, 5))
        expect(line, text).toMatch(leftOf(item, message.day))
        expect(units.size === 1 ? lines[0] : line, text).toContain(unitName.slice(0, 18))
      }
      expect(lines.at(-1), text).toMatch(/ \/(viec|tiendo)\b/)
    }
  })
})

test('the button of every reminder opens a form or a page that there is, at the unit and the target it speaks of', () => {
  const registry = registryOf(features)
  const kinds = new Set<string>()
  for (const [owedId, subject] of seasons.vi.world.subjects) {
    for (const level of ['focalPoint', 'head', 'officer'] as const) {
      for (const isWithHead of [false, true]) {
        const { go } = actionFor({ owedId, level, isWithHead }, subject)
        expect(registry.route(go.to), go.to).toBeDefined()
        kinds.add(go.to)
        if (level === 'officer' || isWithHead) continue
        if (subject.how === 'other') expect(go.args).toEqual({ id: owedId })
        else expect(go.args?.unit).toBe(subject.unitCode)
        if (go.to === 'report.target') expect(go.args?.code).toBe(subject.target)
      }
    }
  }
  for (const to of ['launch', 'report.target', 'dossier', 'initiative', 'decide', 'board']) expect(kinds).toContain(to)
})
