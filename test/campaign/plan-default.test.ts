import { describe, expect, it } from 'vitest'
import { campaignDate, fillYear } from '../../src/campaign/campaign-date.ts'
import { provisionalDuties } from '../../src/campaign/provisional.ts'
import { defaultPlan, defaultUnits } from './default-data.ts'

const plan = defaultPlan()
const numbered = (prefix: string, from: number, to: number, width = 2) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${String(from + index).padStart(width, '0')}`)
const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code)

describe('nothing of Plan 114 that is data is left out', () => {
  it('targets C01–C22 with their parts, H, I, P', () => {
    const known = [...codes(plan.targets), ...codes(plan.headings)]
    const parts = ['C02b', 'C10a', 'C10b', 'C10c', 'C12a', 'C12b', 'C12c']
    const wanted = [
      ...numbered('C', 1, 22),
      ...parts,
      ...numbered('H', 1, 3),
      ...numbered('I', 1, 4),
      ...numbered('P', 1, 3),
    ]
    expect(wanted.filter(code => !known.includes(code))).toEqual([])
  })

  it.each([
    ['activities', plan.activities, numbered('S', 1, 8)],
    ['deadlines', plan.deadlines, numbered('D', 1, 10)],
    ['documents', plan.documents, numbered('DOC', 1, 24)],
    ['decisions', plan.decisions, numbered('K', 1, 14)],
    ['commendation rules', plan.commendation.rules, numbered('CR', 0, 8, 1)],
    ['open points', plan.openPoints, numbered('OP-', 1, 16)],
    ['legal bases', plan.legalBases, numbered('L-', 1, 13)],
    [
      'duties of roles',
      plan.roleDuties,
      [
        ...numbered('HD-', 1, 10, 1),
        ...numbered('NV-', 1, 5, 1),
        ...numbered('MT-', 1, 3, 1),
        ...numbered('AL-', 1, 6, 1),
      ],
    ],
    ['collectives', plan.participants.collectives, ['G1', 'G2', 'G3', 'G4', 'G5']],
    ['people', plan.participants.people, ['N1', 'N1h', 'N2']],
    [
      'work topics',
      plan.workTopics,
      ['PAR_CONTENT', 'MODEL_OR_INITIATIVE', 'LIMITATION_TO_FIX', 'GOOD_EXAMPLE_COLLECTIVE', 'GOOD_EXAMPLE_INDIVIDUAL'],
    ],
  ])('%s', (_, items, wanted) => {
    expect(codes(items)).toEqual(wanted)
  })

  it('identity, signature, parent campaign, theme, recipients', () => {
    expect(plan).toMatchObject({
      code: 'kh114-2024',
      year: 2024,
      redatedFrom: null,
      startsOn: '2024-03-15',
      endsOn: '2024-12-31',
      identity: {
        number: '114/KH-UBND',
        signedOn: '2024-03-15',
        parIndexYear: 2023,
        parent: { number: '60/KH-UBND', signedOn: '2024-02-29' },
      },
      signature: { authorityLine: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Phạm Tuấn Đạt' },
      commendation: { quota: null, joined: { joiner: 'AND', rules: ['CR1', 'CR2', 'CR3'] } },
    })
    expect(plan.theme.text).toMatch(/^Nâng cao chất lượng tăng trưởng kinh tế/)
    expect(plan.purposes).toHaveLength(3)
    expect(plan.requirements).toHaveLength(3)
    expect(plan.recipients).toHaveLength(9)
    expect(plan.launchChecklist).toHaveLength(9)
    expect(plan.legalBases.filter(basis => basis.isToPropagate).map(basis => basis.code)).toEqual([
      'L-03',
      'L-05',
      'L-06',
      'L-07',
      'L-12',
    ])
  })

  it('thresholds', () => {
    const measure = (code: string) => plan.targets.find(target => target.code === code)?.measure
    expect(measure('C13')).toMatchObject({ kind: 'PERCENT', unit: 'money', comparison: 'gte', threshold: 80 })
    expect(measure('C14')).toMatchObject({ kind: 'PERCENT', unit: 'money', threshold: 100 })
    expect(measure('C20')).toMatchObject({ kind: 'PERCENT', threshold: 10 })
    expect(measure('C21')).toMatchObject({ kind: 'RANK', threshold: 5, ofYear: 2023 })
    expect(measure('C15')).toMatchObject({ kind: 'COUNT', threshold: 1 })
    expect(measure('H03')).toMatchObject({ kind: 'COUNT', comparison: 'lte', threshold: 0 })
    const aspirational = plan.targets.filter(target => target.isAspirational).map(target => target.code)
    expect(aspirational).toEqual(['C13', 'C14'])
    const computed = plan.targets.filter(target => target.computed !== null).map(target => target.code)
    expect(computed).toEqual(['C00', 'C03', 'C04n', 'C19', 'C20', 'C21'])
  })

  it('disbursement is asked with the same words for both thresholds, so that one figure serves both', () => {
    const [c13, c14] = ['C13', 'C14'].map(code => plan.targets.find(target => target.code === code)?.measure)
    expect({ ...c13, threshold: 0 }).toEqual({ ...c14, threshold: 0 })
  })

  it('every target has a short name of its own', () => {
    const names = plan.targets.map(target => target.name)
    expect(names.filter(name => [...name].length > 40)).toEqual([])
    expect(new Set(names).size).toBe(plan.targets.length)
  })

  it('days that the plan does not name are provisional, and registering initiatives has no day before the end of the year', () => {
    expect(codes(plan.deadlines.filter(deadline => deadline.isProvisional))).toEqual(['D06', 'D07', 'D08'])
    expect(provisionalDuties(plan)).toEqual(['D06', 'D07', 'D08'])
    const registering = plan.duties.find(duty => duty.code === 'C15')
    expect(registering?.due).toEqual({ kind: 'once', deadline: 'D10' })
    expect(plan.ladders[registering?.ladder ?? '']?.steps.every(step => step.tone === 'notice' && step.days < 0)).toBe(
      true,
    )
  })

  it('the offsets of the standard ladder are those of §5', () => {
    expect(plan.ladders.standard?.steps.map(step => step.days)).toEqual([-30, -14, -7, -3, -1, 0, 1, 3, 7])
    expect(plan.ladders.standard?.repeat?.everyDays).toBe(7)
  })
})

it('every unit code of the plan is in the default units', () => {
  const known = new Set(defaultUnits().map(unit => unit.code))
  const named = [
    ...plan.managingOffices,
    ...plan.traits.flatMap(trait => Object.keys(trait.units)),
    ...plan.targets.flatMap(target => target.focalAgencies),
    ...plan.commendation.appraisers.units,
    ...plan.recipients.flatMap(recipient => recipient.units),
  ]
  expect(named.filter(code => !known.has(code))).toEqual([])
})

it('is plain JSON: stored and read back it is the same', () => {
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
})

describe('loaded for another year', () => {
  it.each([2024, 2025, 2026, 2027, 2028])('%i: days and texts move, and no placeholder is left', year => {
    const moved = defaultPlan(year)
    expect(moved.startsOn).toBe(`${year}-03-15`)
    for (const { day } of moved.deadlines) if (day && 'on' in day) expect(day.on.slice(0, 4)).toBe(String(year))
    expect(JSON.stringify(moved)).not.toMatch(/\{year/)
    expect(moved.targets.find(target => target.code === 'C13')?.shortName).toContain(`30/9/${year}`)
  })

  it('the document stays the one of 2024 and the plan is marked as a draft', () => {
    const moved = defaultPlan(2026)
    expect(moved).toMatchObject({ code: 'kh114-2026', year: 2026, redatedFrom: 2024 })
    expect(moved.identity).toMatchObject({ number: '114/KH-UBND', signedOn: '2024-03-15', parIndexYear: 2025 })
    expect(moved.legalBases).toEqual(plan.legalBases)
    expect(moved.theme).toEqual(plan.theme)
  })
})

describe('days of a plan file', () => {
  it.each([
    ['30/9', '2026-09-30'],
    ['quý I', '2026-03-31'],
    ['Quý IV', '2026-12-31'],
    ['cuối tháng 2', '2026-02-28'],
    ['15/3/2024', '2024-03-15'],
    ['2024-03-15', '2024-03-15'],
    ['31/4', null],
    ['29/2', null],
    ['quý V', null],
    ['9-30', null],
    ['cuối tháng 13', null],
  ])('%s in 2026 is %s', (written, expected) => {
    expect(campaignDate(written, 2026)).toBe(expected)
  })

  it('fills in years', () => {
    expect(fillYear('{year-1}, {year}, {year+2}, {month}', 2026)).toBe('2025, 2026, 2028, {month}')
  })
})
