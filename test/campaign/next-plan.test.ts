import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { nextPlan } from '../../src/campaign/next-plan.ts'
import { parsePlan, readPlan } from '../../src/campaign/plan-file.ts'

const file = 'prisma/plans/114-kh-ubnd-2024.yaml'
const text = readFileSync(file, 'utf8')
const ended = [{ code: '98/2023/NĐ-CP', endsOn: '2025-06-30', successor: '152/2025/NĐ-CP' }]
const made = nextPlan(text, { from: 2024, to: 2025, ended }, seen => `xem lại: ${seen.why}`)

describe('the plan of the next year', () => {
  test('is a plan that can be loaded, under a code of its own, and a draft until somebody says otherwise', () => {
    const plan = parsePlan('next.yaml', made.text)
    if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
    const { code, year, startsOn, redatedFrom, identity } = plan.value
    expect({ code, year, startsOn, redatedFrom }).toEqual({
      ...{ code: 'kh114-2025', year: 2025, startsOn: '2025-03-15', redatedFrom: 2024 },
    })
    expect(identity).toMatchObject({ number: 'dự kiến', signedOn: '2025-03-15', parIndexYear: 2024 })
    const signed = parsePlan('next.yaml', made.text.replace(/^draftFrom:.*\n/m, ''))
    expect(signed.ok && signed.value.redatedFrom).toBe(null)
  })

  test('keeps every line but those that it changes, and says beside these that they are only expected', () => {
    const before = text.split('\n')
    const changed = made.text.split('\n').filter(line => !before.includes(line))
    expect(changed.map(line => line.trim())).toEqual([
      'draftFrom: 2024',
      'year: 2025',
      'number: dự kiến # xem lại: number',
      'signedOn: 15/3/2025 # xem lại: movedDay',
      'number: dự kiến # xem lại: number',
      'signedOn: 28/2/2025 # xem lại: movedDay',
    ])
  })

  test('names what only the office can know: texts of the old year, law that has ended, what the plan itself ends', () => {
    const paths = (why: string) => made.toSee.flatMap(seen => (seen.why === why ? [seen.path] : []))
    expect(paths('oldYear')).toContain('theme.name')
    expect(paths('oldYear')).toContain('legalBases.L-04.abstract')
    expect(paths('law')).toEqual(['legalBases.L-13.number', 'documents.DOC15.name'])
    expect(paths('ends')).toEqual(['commendation.awardForms.certificateOfMerit.authorities.0.validTo'])
  })

  test('of the sample movement can be made, too', () => {
    const sample = 'prisma/plans/mau-chinh-quyen-so-2025.yaml'
    expect(readPlan(sample).ok).toBe(true)
    const next = nextPlan(readFileSync(sample, 'utf8'), { from: 2025, to: 2026, ended: [] }, () => 'xem lại')
    const plan = parsePlan('next.yaml', next.text)
    expect(plan.ok && plan.value.code).toBe('mau-chinh-quyen-so-2026')
  })

  test('made twice from its own outcome keeps one line that says so', () => {
    const again = nextPlan(made.text, { from: 2025, to: 2026, ended: [] }, () => 'xem lại')
    expect(again.text.match(/^draftFrom: 2025$/gm)).toHaveLength(1)
    expect(again.text).not.toContain('draftFrom: 2024')
  })
})
