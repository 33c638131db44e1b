import { describe, expect, test } from 'vitest'
import { preview } from '../../src/reminders/round/preview.ts'
import { aWorld, owed, recipient } from './a-world.ts'
import { defaultLadder } from './default-ladder.ts'

const launch = () => owed('D02', 'A', '2024-03-31')
const daysOf = (messages: readonly { day: string; personId: string }[], personId: string) =>
  messages.filter(message => message.personId === personId).map(message => message.day)

describe('the ladder of a Sunday deadline', () => {
  test('counts back from Friday 29/03 and calls nobody late before the legal date has passed', () => {
    const world = aWorld([launch()])
    const items = preview(world, '2024-03-01', '2024-04-12').filter(message => message.content.items.length > 0)
    expect(daysOf(items, 'clerk-A')).toEqual([
      '2024-03-01',
      '2024-03-15',
      '2024-03-22',
      '2024-03-26',
      '2024-03-28',
      '2024-03-29',
      '2024-04-01',
      '2024-04-03',
      '2024-04-08',
    ])
    const friday = items.find(message => message.day === '2024-03-29' && message.personId === 'clerk-A')
    expect(friday?.message.text).toContain('Chủ nhật 31/03/2024')
    expect(friday?.message.text).toContain('hôm nay là ngày làm việc cuối cùng')
    expect(friday?.message.text).not.toContain('quá hạn')
  })

  test('speaks in the tone that the plan gives the step', () => {
    const steps = defaultLadder.steps.map(step => ({
      ...step,
      tone: step.days === 0 ? ('urgent' as const) : step.tone,
    }))
    const world = aWorld([launch()], { ladders: { default: { ...defaultLadder, steps } } })
    const titles = new Map(
      preview(world, '2024-03-22', '2024-04-05')
        .filter(({ personId }) => personId === 'clerk-A')
        .map(({ day, message }) => [day, message.title]),
    )
    expect(titles.get('2024-03-28')).toBe('Nhắc việc: còn 1 ngày làm việc')
    expect(titles.get('2024-03-29')).toBe('Việc gấp: hôm nay là ngày làm việc cuối trước hạn')
    expect(titles.get('2024-04-01')).toBe('Đôn đốc: đã quá hạn 1 ngày làm việc')
  })

  test('tells the head from three days before on, and says who was told', () => {
    const messages = preview(aWorld([launch()]), '2024-03-15', '2024-04-05')
    const head = messages.filter(message => message.personId === 'head-A' && message.content.items.length > 0)
    expect(head[0]?.day).toBe('2024-03-26')
    expect(head[0]?.message.text).toContain('Đã nhắc: clerk-A (22/03)')
  })
})

describe('who is told', () => {
  test('without a focal point the head is told from the first step, without either the officer', () => {
    const world = aWorld([launch()])
    world.recipients = [recipient('head-A', 'HEAD', 'A'), recipient('officer', 'PNV', 'PNV')]
    expect(preview(world, '2024-03-15', '2024-03-15').map(message => message.personId)).toContain('head-A')
    world.recipients = [recipient('officer', 'PNV', 'PNV')]
    expect(preview(world, '2024-03-15', '2024-03-15').map(message => message.personId)).toEqual(['officer'])
  })

  test('while the head decides, only the head is reminded, to approve', () => {
    const world = aWorld([owed('D02', 'A', '2024-03-31', { state: 'WITH_HEAD' })])
    const messages = preview(world, '2024-03-15', '2024-03-29').filter(message => message.content.items.length > 0)
    expect(new Set(messages.map(message => message.personId))).toEqual(new Set(['head-A']))
    expect(messages[0]?.message.text).toContain('/duyet')
  })

  test('several things of one day are one message, nearest first, whatever roles the person has', () => {
    const world = aWorld([owed('later', 'A', '2024-04-05'), launch()])
    world.recipients = [
      {
        ...recipient('both', 'CLERK', 'A'),
        roles: [
          { role: 'CLERK', unitCode: 'A' },
          { role: 'HEAD', unitCode: 'A' },
        ],
      },
    ]
    const messages = preview(world, '2024-03-22', '2024-03-22')
    expect(messages).toHaveLength(1)
    expect(messages[0]?.content.items.map(item => item.owedId)).toEqual(['D02', 'later'])
  })
})

describe('what stops', () => {
  test('a ladder that ends with the hand-over says nothing to the head who decides, another does', () => {
    const handedOver = owed('D02', 'A', '2024-03-31', { state: 'WITH_HEAD', ladder: 'short' })
    const other = owed('C15', 'A', '2024-03-31', { state: 'WITH_HEAD' })
    const ladders = { default: defaultLadder, short: { ...defaultLadder, stopsWhen: 'WITH_HEAD' as const } }
    const told = preview(aWorld([handedOver, other], { ladders }), '2024-03-22', '2024-04-10')
    const items = told.flatMap(({ content }) => content.items)
    expect(new Set(items.map(({ owedId }) => owedId))).toEqual(new Set(['C15']))
  })

  test('each duty has the ladder that the plan gives it', () => {
    const oneStep = { ...defaultLadder, steps: defaultLadder.steps.filter(step => step.days === -3) }
    const { repeat: _, ...short } = oneStep
    const world = aWorld([launch(), owed('C15', 'A', '2024-03-31', { ladder: 'short' })], {
      ladders: { default: defaultLadder, short },
    })
    const told = preview(world, '2024-03-01', '2024-04-12').flatMap(({ content }) => content.items)
    expect([...new Set(told.filter(({ owedId }) => owedId === 'C15').map(({ step }) => step))]).toEqual([
      '-3@2024-03-31',
    ])
    expect(new Set(told.filter(({ owedId }) => owedId === 'D02').map(({ step }) => step)).size).toBeGreaterThan(7)
  })

  test('nothing is said of what was handed in', () => {
    const world = aWorld([launch()])
    const messages = preview(world, '2024-03-15', '2024-12-31', day => {
      if (day === '2024-03-26') world.owed = []
    })
    expect(messages.every(message => message.day < '2024-03-26')).toBe(true)
  })

  test('a promised day silences the person, not those above, and is asked for on that day', () => {
    const world = aWorld([launch()])
    const messages = preview(world, '2024-03-22', '2024-04-05', day => {
      if (day !== '2024-03-23') return
      const at = new Date('2024-03-22T03:00:00Z')
      world.orders = [{ obligationId: 'D02', kind: 'PROMISE', personId: 'clerk-A', value: '2024-04-02', at }]
    })
    expect(daysOf(messages, 'clerk-A')).toEqual(['2024-03-22', '2024-04-02', '2024-04-03'])
    const head = messages.find(message => message.personId === 'head-A' && message.day === '2024-03-26')
    expect(head?.message.text).toContain('clerk-A hẹn gửi ngày 02/04')
  })

  test('after a week without service only the newest step speaks', () => {
    const world = aWorld([launch()])
    const before = preview(world, '2024-03-15', '2024-03-15')
    expect(daysOf(before, 'clerk-A')).toEqual(['2024-03-15'])
    const after = preview(aWorld([launch()]), '2024-04-03', '2024-04-03')
    expect(daysOf(after, 'clerk-A')).toEqual(['2024-04-03'])
  })
})
