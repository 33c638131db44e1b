import { describe, expect, it } from 'vitest'
import { explainNotice } from '../../../src/features/forecast/notice.ts'
import { type Pilot, pilotsOf } from '../../../src/features/forecast/pilot.ts'
import { verdictOf } from '../../../src/features/forecast/verdict.ts'
import { nextLine } from '../../../src/features/forecast/words.ts'
import { loadTexts } from '../../../src/texts.ts'
import { defaultCalendar, defaultPlan, defaultUnits } from '../../campaign/default-data.ts'

const texts = { vi: loadTexts('vi'), en: loadTexts('en') }
const calendar = defaultCalendar()
const pilot = onlyPilot()
const plan = 1_234_567_891_234n
const sum = (day: string, thousandths: bigint) => ({ day, done: (plan * thousandths) / 1_000n, plan })
const slow = [sum('2024-04-30', 101n), sum('2024-05-31', 123n), sum('2024-06-28', 151n)]

describe('the default plan', () => {
  it('has one pilot light for both disbursement targets, and it moves with the year', () => {
    const of = (year: number) => pilotsOf({ plan: defaultPlan(year), calendar })
    expect(of(2024)).toMatchObject([
      {
        code: 'C13',
        codes: ['C13', 'C14'],
        countsFrom: '2024-01-01',
        milestones: [
          { code: 'C13', percent: 80, dueOn: '2024-09-30', asksFrom: '2024-05-01' },
          { code: 'C14', percent: 100, dueOn: '2024-12-31' },
        ],
      },
    ])
    expect(of(2026)[0]?.milestones.map(({ dueOn }) => dueOn)).toEqual(['2026-09-30', '2026-12-31'])
  })
})

describe('the request to explain', () => {
  it('has under 500 characters for every unit, in both languages, and names sum, pace, forecast and what to do', () => {
    const units = defaultUnits().map(({ name }) => name)
    expect(units.length).toBeGreaterThanOrEqual(86)
    for (const locale of ['vi', 'en'] as const)
      for (const unitName of units)
        for (const today of ['2024-06-28', '2024-08-20', '2024-09-23']) {
          const points = today === '2024-06-28' ? slow : [...slow, sum('2024-07-31', 181n), sum('2024-08-19', 202n)]
          const verdict = verdictOf(points, pilot, today)
          const [outlook] = verdict.outlooks
          if (!outlook) throw new Error('there is a milestone')
          expect(outlook.light).toBe('MISS')
          const { message, go } = explainNotice(texts[locale], {
            ...{ requestId: 'r', unitCode: 'UB', unitName, pilot, verdict, outlook, picture: null },
            ...{ unansweredSince: '2024-05-31', deskUrl: 'https://thidua.example.vn/desk/du-bao' },
          })
          const whole = `${message.title}\n${message.text}`
          expect(whole.length, whole).toBeLessThan(500)
          expect(whole).toContain('30/09/2024')
          expect(whole).toMatch(/\d+%/)
          expect(message.words).toHaveLength(go.length)
        }
  })
})

describe('the sentence of a receipt', () => {
  const line = (points: Parameters<typeof verdictOf>[0], today: string) =>
    nextLine(texts.vi, verdictOf(points, pilot, today))

  it('speaks of a month, then of a week, then of what is missing', () => {
    expect(line(slow, '2024-06-28')).toContain('mỗi tháng')
    expect(line(slow, '2024-08-15')).toContain('mỗi tuần')
    expect(line(slow, '2024-09-23')).toContain('trong 7 ngày còn lại')
  })

  it('goes over to the next milestone when the first is reached or over', () => {
    const fast = [sum('2024-07-31', 700n), sum('2024-08-30', 850n)]
    expect(line(fast, '2024-08-30')).toContain('Để đạt 100% đến ngày 31/12/2024')
    expect(line(slow, '2024-10-02')).toContain('Để đạt 100% đến ngày 31/12/2024')
    expect(line([...fast, sum('2024-11-29', 1_000n)], '2024-11-29')).toBe('Đã đạt 100% kế hoạch vốn (mốc 31/12/2024).')
  })

  it('claims nothing without enough reports', () => {
    expect(line(slow.slice(0, 1), '2024-05-02')).toMatch(/Mới có 1 lần báo cáo, chưa đủ để dự báo\.$/)
    expect(line([], '2024-05-02')).toBe('Chưa có số liệu để tính khả năng đạt 80% đến ngày 30/09/2024.')
  })
})

function onlyPilot(): Pilot {
  const [found] = pilotsOf({ plan: defaultPlan(), calendar })
  if (!found) throw new Error('the default plan has a pilot light')
  return found
}
