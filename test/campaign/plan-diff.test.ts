import { expect, it } from 'vitest'
import type { Plan } from '../../src/campaign/plan.ts'
import { planChanges } from '../../src/campaign/plan-diff.ts'
import { parsePlan } from '../../src/campaign/plan-file.ts'
import { defaultPlan, planText } from './default-data.ts'

const plan = defaultPlan()

function changed(from: string, to: string): Plan {
  expect(planText).toContain(from)
  const read = parsePlan('plan.yaml', planText.replace(from, to))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

it('the same plan twice: nothing changes', () => {
  expect(planChanges(plan, defaultPlan())).toEqual([])
})

it('a plan read back from storage: nothing changes', () => {
  expect(planChanges(JSON.parse(JSON.stringify(plan)), plan)).toEqual([])
})

it('a moved deadline and a threshold are told with old and new', () => {
  expect(planChanges(plan, changed('day: 30/9', 'day: 15/10'))).toEqual([
    '~ deadlines D03 day.on: 2024-09-30 → 2024-10-15',
  ])
  expect(planChanges(plan, changed('threshold: 80', 'threshold: 85'))).toEqual([
    '~ targets C13 measure.threshold: 80 → 85',
  ])
})

it('what comes and what goes is told by code', () => {
  const added = changed('workTopics:\n', 'workTopics:\n  - { code: OTHER, name: Khác }\n')
  expect(planChanges(plan, added)).toEqual(['+ workTopics OTHER'])
  expect(planChanges(added, plan)).toEqual(['- workTopics OTHER'])
})

it('long texts are told from where they differ', () => {
  const lines = planChanges(plan, defaultPlan(2026))
  expect(lines).toContain('~ identity title: … phố Uông Bí năm 2024 → … phố Uông Bí năm 2026')
  for (const line of lines) expect(line.length).toBeLessThan(200)
})
