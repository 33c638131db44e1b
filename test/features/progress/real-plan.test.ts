import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPlan } from '../../../src/campaign/plan-file.ts'
import { isReported } from '../../../src/features/progress/targets.ts'
import { shownThreshold } from '../../../src/features/progress/wording.ts'
import { codesServedBy } from '../../../src/obligations/met-by.ts'
import { projectRoot } from '../../../src/project-root.ts'
import { loadTexts } from '../../../src/texts.ts'

const checked = readPlan(join(projectRoot, 'prisma', 'plans', '114-kh-ubnd-2024.yaml'))
if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
const plan = checked.value
const reported = plan.targets.filter(target => isReported(plan, target)).map(target => target.code)

describe('Plan 114 as units report it', () => {
  it('asks a unit for every collective target that is not met or counted otherwise', () => {
    const others = plan.targets.filter(({ judges }) => judges === 'COLLECTIVE').map(({ code }) => code)
    expect(others.filter(code => !reported.includes(code))).toEqual([
      ...['C01', 'C00', 'C03', 'C04n', 'C15', 'C19', 'C20', 'C21'],
    ])
  })

  it('can report every target that a duty waits for', () => {
    const wanted = plan.duties.flatMap(({ metBy }) => ('targets' in metBy ? metBy.targets : []))
    expect(wanted.filter(code => !reported.includes(code))).toEqual([])
  })

  it('serves the 80 % and the 100 % of disbursement with one figure', () => {
    expect(codesServedBy(plan, 'C13')).toEqual(['C13', 'C14'])
  })

  it('says in words what every target has to reach', () => {
    const t = loadTexts('vi')
    const words = Object.fromEntries(plan.targets.map(target => [target.code, shownThreshold(t, target)]))
    expect(words).toMatchObject({
      C09: 'ít nhất 100%',
      C10c: 'không đặt mức, để theo dõi',
      C13: 'ít nhất 80%',
      C21: 'hạng 5 trở lên',
    })
  })
})
