import { describe, expect, it } from 'vitest'
import { formFor } from '../../src/law/forms.ts'
import { prizeFor } from '../../src/law/prizes.ts'
import { groundsInWords } from '../../src/law/words.ts'
import { loadTexts } from '../../src/texts.ts'

const t = loadTexts('vi')

describe('a dossier received before 01/10/2026 and decided after it', () => {
  const form = formFor('topicReport', '2026-12-15', '2026-09-15')

  it('has both readings, the old text first, which holds unless the new one is more favourable', () => {
    if (!form.held) throw new Error('a form is held')
    expect(form.readings.map(({ text }) => text)).toEqual(['OLD', 'NEW'])
    const [old, now] = form.readings.map(({ bases }) => bases.map(({ code }) => code))
    expect(old).not.toContain('06/2026/QH16')
    expect(now).toContain('06/2026/QH16')
  })

  it('is told so, with the words of the rule and the caution', () => {
    if (!form.held) throw new Error('a form is held')
    const words = groundsInWords(form, t).join('\n')
    expect(words).toContain('trừ trường hợp quy định mới có lợi hơn cho đối tượng')
    expect(words).toContain('Luật số 06/2026/QH16')
    expect(words).toContain('cần kiểm tra trước khi trình ký')
  })
})

describe('how sure a rule is', () => {
  it('a sum is as sure as the less sure of coefficient and base salary', () => {
    const collective = prizeFor('2026-07-01', { level: 'WARD', honoured: 'COLLECTIVE' })
    const individual = prizeFor('2026-07-01', { level: 'WARD', honoured: 'INDIVIDUAL' })
    expect(collective).toMatchObject({ confidence: 'B', thousandths: 600, baseSalaryVnd: 2_530_000n })
    expect(individual).toMatchObject({ confidence: 'C', salaryBasis: '161/2026/NĐ-CP' })
  })
})
