import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dossier } from '../../../src/features/dossier/feature.ts'
import { taskList } from '../../../src/features/tasks/feature.ts'
import { storedFigures } from '../../support/figures.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

let world: ChatWorld
let quarterTwo: string

beforeEach(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', { features: [taskList, dossier] })
  await world.join('Thủ trưởng', 'HEAD', 'P1')
  await world.applies('P1', 'C09', 'C13', 'C14', 'C16')
  quarterTwo = await world.owe('P1', 'D09', ['C09'], '2024-06-30', '2024-06-15')
})
afterEach(() => world.close())

const stored = () => storedFigures(world.store.prisma)
const state = async (id: string) => (await world.store.prisma.obligation.findUniqueOrThrow({ where: { id } })).state
const on = (day: string) => world.clock.set(`${day}T02:00:00Z`)

describe('the period of a report', () => {
  it('is asked for in words where several may be meant, and read from words', async () => {
    await world.say('Thủ trưởng', '/baocao')
    const asked = await world.say('Thủ trưởng', 'C09')
    expect(asked.choices).toEqual(['Quý I/2024', 'Quý II/2024 (hạn 30/06/2024)'])
    const question = await world.say('Thủ trưởng', 'qúy 2')
    expect(question.text).toContain('Kỳ báo cáo: quý II/2024')
    await world.talk('Thủ trưởng', '17/20', 'bỏ qua', '1')
    expect(await stored()).toMatchObject([{ targetCode: 'C09', period: '2024-Q2' }])
    expect(await state(quarterTwo)).toBe('MET')
  })

  it('of another quarter does not meet what is owed, whatever the figure', async () => {
    await world.talk('Thủ trưởng', '/baocao', 'C09', '1', '20/20', 'bỏ qua', '1')
    expect(await stored()).toMatchObject([{ period: '2024-Q1' }])
    expect(await state(quarterTwo)).toBe('OPEN')
  })

  it('is taken and said where exactly one is owed and open, long after it has ended too', async () => {
    on('2024-07-05')
    await world.say('Thủ trưởng', '/baocao')
    const question = await world.say('Thủ trưởng', 'C09')
    expect(question.text).toContain('Kỳ báo cáo: quý II/2024\n')
    await world.talk('Thủ trưởng', '20/20', 'bỏ qua', '1')
    expect(await stored()).toMatchObject([{ period: '2024-Q2', isLate: true }])
    expect(await state(quarterTwo)).toBe('MET')
  })

  it('is that of the duty chosen in «việc của tôi»', async () => {
    await world.owe('P1', 'D03', ['C13'], '2024-09-30', '2024-09-23')
    on('2024-05-10')
    const question = await world.talk('Thủ trưởng', '/viec', '1', '1')
    expect(question.text).toContain('Kỳ báo cáo: quý II/2024 (chưa hết kỳ')
    await world.talk('Thủ trưởng', '20/20', 'bỏ qua', '1')
    expect(await state(quarterTwo)).toBe('MET')
  })

  it('of a duty whose period has not begun is asked for, and never guessed', async () => {
    const asked = await world.talk('Thủ trưởng', '/viec', '1')
    expect(asked.choices).toEqual(['Quý I/2024', 'Quý II/2024 (hạn 30/06/2024)'])
    await world.talk('Thủ trưởng', '2', '20/20', 'bỏ qua', '1')
    expect(await stored()).toMatchObject([{ period: '2024-Q2' }])
    expect(await state(quarterTwo)).toBe('MET')
  })

  it('of a duty of several targets goes through all of them', async () => {
    const both = await world.owe('P1', 'D09', ['C09', 'C16'], '2024-09-30', '2024-09-15', '2024-Q3')
    on('2024-08-10')
    const list = await world.say('Thủ trưởng', '/viec')
    expect(list.choices).toHaveLength(2)
    expect(list.choices?.at(-1)).toBe('và 1 việc sau ngày 24/08/2024')
    const first = await world.talk('Thủ trưởng', '2', '1')
    expect(first.text).toContain('quý III/2024')
    await world.talk('Thủ trưởng', 'C09 20/20', 'gửi')
    expect(await state(both)).toBe('OPEN')
    await world.talk('Thủ trưởng', '1', 'C16 có', 'gửi')
    expect((await stored()).map(({ targetCode, period }) => `${targetCode} ${period}`)).toEqual([
      'C09 2024-Q3',
      'C16 2024-Q3',
    ])
    expect(await state(both)).toBe('MET')
    expect(await state(quarterTwo)).toBe('OPEN')
  })

  it('that is named outside the campaign is refused, one that ends with an owed one is asked', async () => {
    await world.talk('Thủ trưởng', '/baocao', 'C09')
    expect((await world.say('Thủ trưởng', 'quý 1/2023')).choices).toHaveLength(2)
    const asked = await world.say('Thủ trưởng', '6 tháng đầu năm')
    expect(asked.choices).toEqual(['quý II/2024', '6 tháng đầu năm 2024'])
    expect((await world.say('Thủ trưởng', 'a')).text).not.toContain('2024-')
  })
})
