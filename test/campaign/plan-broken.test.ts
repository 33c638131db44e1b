import { describe, expect, it } from 'vitest'
import { parsePlan, readPlan } from '../../src/campaign/plan-file.ts'
import { type Problem, problemText } from '../../src/campaign/problem.ts'
import { loadTexts } from '../../src/texts.ts'
import { planText } from './default-data.ts'

const lines = planText.split('\n')

/** Line of the first line that is `anchor`, counted from 1; `after`: the first one behind that text. */
function lineOf(anchor: string, after = ''): number {
  const from = after === '' ? 0 : lines.findIndex(line => line.trim() === after)
  const found = lines.findIndex((line, index) => index >= from && line.trim() === anchor)
  expect(found, `«${anchor}» stands in the default plan`).toBeGreaterThanOrEqual(0)
  return found + 1
}

/** The default plan with one line changed. */
function withLine(anchor: string, changed: string, after = ''): { line: number; problems: readonly Problem[] } {
  const line = lineOf(anchor, after)
  const old = lines[line - 1] ?? ''
  const text = lines.with(line - 1, old.replace(anchor, changed)).join('\n')
  const read = parsePlan('plan.yaml', text)
  return { line, problems: read.ok ? [] : read.problems }
}

function told(problems: readonly Problem[]) {
  for (const locale of ['vi', 'en'] as const) {
    const t = loadTexts(locale)
    for (const problem of problems) expect(problemText(problem, t)).toMatch(/^plan\.yaml:\d+:\d+: [^{]*\S/)
  }
  return problems.map(({ code, line }) => [code, line])
}

describe('one broken line is told with its code, its line and the mend', () => {
  it.each<[what: string, code: string, anchor: string, changed: string, after?: string]>([
    ['unknown key, with the nearest', 'unknownKeyNear', 'filingNote: "Lưu: VT, NV"', 'filingNote: x\n  fillingNote: y'],
    ['kept too short', 'keptTooShort', 'inboundEvents: { days: 30 }', 'inboundEvents: { days: 2 }'],
    ['kept for days and months', 'oneOfKeys', 'sentBodies: { months: 6 }', 'sentBodies: { months: 6, days: 1 }'],
    ['kept for no time', 'tooSmall', 'orphanedFiles: { days: 30 }', 'orphanedFiles: { days: 0 }'],
    ['a kind that is not kept', 'unknownKeyNear', 'guestAccounts: { months: 6 }', 'guestAcounts: { months: 6 }'],
    ['unknown key', 'unknownKey', 'year: 2024', 'year: 2024\nqwertyuiopasdf: 1'],
    ['a key twice', 'duplicateKey', 'endsOn: 31/12', 'endsOn: 31/12\nendsOn: 30/12'],
    ['a day that does not exist', 'wrongDate', 'day: 30/9', 'day: 31/9', '- code: D03'],
    ['a day that is none', 'wrongDate', 'signedOn: 15/3/2024', 'signedOn: giữa tháng 3'],
    ['a measure that does not exist', 'notOneOfNear', 'kind: DOCUMENT', 'kind: DOCUMENTS'],
    ['text in place of a number', 'notNumber', 'threshold: 80', 'threshold: tám mươi'],
    ['a fraction in place of a whole number', 'notNumber', 'threshold: 80', 'threshold: 79.5'],
    ['too much', 'tooLarge', 'threshold: 80', 'threshold: 180'],
    ['too little', 'tooSmall', 'correctReturned: 5', 'correctReturned: 0'],
    ['an empty text', 'empty', 'number: 114/KH-UBND', "number: ''"],
    ['text in place of a list', 'notList', 'evidence: [báo cáo]', 'evidence: báo cáo'],
    ['text in place of yes or no', 'notYesNo', 'isAspirational: true', 'isAspirational: có'],
    ['a number in place of text', 'notText', 'position: CHỦ TỊCH', 'position: 5'],
    ['a wrong code', 'wrongCode', '- code: C05', '- code: C 05'],
    ['a code twice', 'codeTwice', '- code: S07', '- code: S06'],
    ['a name that fits no button', 'nameTooLong', 'name: Triển khai Đề án 06', `name: ${'Triển khai '.repeat(5)}`],
    ['two targets of one name', 'nameTwice', 'name: Triển khai Đề án 06', 'name: Trao đổi văn bản điện tử'],
    ['an unknown unit kind', 'notOneOfNear', 'unitKinds: [party_body]', 'unitKinds: [party_bodies]'],
    ['a wrong word for who owes', 'notOneOfNear', 'owedBy: every', 'owedBy: evry'],
    [
      'two circles at once',
      'oneOfKeys',
      'appliesTo: { trait: stateBody }',
      'appliesTo: { trait: stateBody, people: [N1] }',
    ],
    ['an unknown target', 'unknown.targetNear', 'metBy: { targetReport: [C13] }', 'metBy: { targetReport: [C31] }'],
    ['an unknown deadline', 'unknown.deadlineNear', 'due: { deadline: D03 }', 'due: { deadline: D33 }'],
    ['an unknown trait', 'unknown.traitNear', 'appliesTo: { trait: scheme06 }', 'appliesTo: { trait: scheme6 }'],
    [
      'an unknown trait, far from any',
      'unknown.trait',
      'appliesTo: { trait: scheme06 }',
      'appliesTo: { trait: qqqqqqqqqqqq }',
    ],
    ['an unknown group', 'unknown.groupNear', 'appliesTo: { people: [N1h] }', 'appliesTo: { people: [N1k] }'],
    ['an unknown ladder', 'unknown.ladderNear', 'ladder: D09M', 'ladder: D09W'],
    ['an unknown document', 'unknown.documentNear', 'document: DOC01', 'document: DOC99'],
    [
      'an unknown rule',
      'unknown.ruleNear',
      'joined: { rules: [CR1, CR2, CR3], joiner: AND }',
      'joined: { rules: [CR1, CR9], joiner: AND }',
    ],
    ['an unknown role', 'unknown.roleNear', 'roles: [FRONT]', 'roles: [FRONTS]'],
    [
      'an unknown legal basis',
      'unknown.legalBasisNear',
      'legalBases: [L-12, L-03, L-05, L-06, L-07]',
      'legalBases: [L-21]',
    ],
    ['a deadline outside the campaign', 'dayOutsideCampaign', 'day: 30/9', 'day: 30/9/2025', '- code: D03'],
    [
      'a period outside the campaign',
      'dayOutsideCampaign',
      'due: { months: [4, 5, 6, 7, 8, 10, 11] }',
      'due: { months: [2] }',
    ],
    [
      'a target of nobody',
      'appliesToNothing',
      'appliesTo: { trait: stateBody }',
      'appliesTo: { unitKinds: [province] }',
    ],
    [
      'a duty due by a deadline without a day',
      'deadlineWithoutDay',
      'due: { deadline: D03 }',
      'due: { deadline: D05 }',
    ],
    [
      'a placeholder that nothing fills in',
      'placeholder',
      'shortName: thực hiện tốt chủ đề công tác năm {year}',
      'shortName: năm {nam}',
    ],
    ['an hour that is none', 'wrongHour', '- { from: "08:00", to: "11:30" }', "- { from: '8h', to: '11:30' }"],
    [
      'a window that ends before it begins',
      'windowEnd',
      '- { from: "13:30", to: "16:30" }',
      "- { from: '13:30', to: '12:30' }",
    ],
  ])('%s', (_, code, anchor, changed, after = '') => {
    const { line, problems } = withLine(anchor, changed, after)
    const found = told(problems)
    const at = changed.includes('\n') ? line + 1 : line
    expect(found).toContainEqual([code, at])
    expect(found.filter(([, other]) => other !== at)).toEqual([])
  })
})

describe('a pilot light that could never light up is told', () => {
  const light = (days: string) => `pilotLight: { ${days}, yearEnd: { from: 1/11, percentOfPace: 200 } }`
  const good = 'countsFrom: 1/1, asksFrom: 1/5'
  it.each<[what: string, code: string, anchor: string, changed: string, after: string, below: number]>([
    [
      'on what is no sum of money',
      'pilotLightMeasure',
      'deadline: D10',
      `deadline: D10\n    ${light(good)}`,
      '- code: C09',
      1,
    ],
    ['asking before the count begins', 'pilotLightDays', 'asksFrom: 1/5', 'asksFrom: 1/12/2023', '- code: C13', -2],
    ['asking when the day is over', 'pilotLightDays', 'asksFrom: 1/5', 'asksFrom: 30/9', '- code: C13', -2],
    ['with a day that does not exist', 'wrongDate', 'asksFrom: 1/5', 'asksFrom: 31/4', '- code: C13', 0],
    [
      'with a year’s end before the count begins',
      'pilotLightYearEnd',
      'yearEnd: { from: 1/11, percentOfPace: 200 }',
      'yearEnd: { from: 1/11/2023, percentOfPace: 200 }',
      '- code: C13',
      0,
    ],
    [
      'that slows down at the year’s end',
      'tooSmall',
      'yearEnd: { from: 1/11, percentOfPace: 200 }',
      'yearEnd: { from: 1/11, percentOfPace: 80 }',
      '- code: C13',
      0,
    ],
    ['with a word that it does not know', 'unknownKeyNear', 'asksFrom: 1/5', 'askFrom: 1/5', '- code: C13', 0],
    ['that counts one sum in two ways', 'pilotLightDiffers', 'countsFrom: 1/1', 'countsFrom: 2/1', '- code: C14', -1],
  ])('%s', (_, code, anchor, changed, after, below) => {
    const { line, problems } = withLine(anchor, changed, after)
    expect(told(problems)).toContainEqual([code, line + below])
  })
})

describe('a ladder that makes no sense is told', () => {
  const step = '- { days: -14, audience: [owner, focalPoint, head], tone: notice }'
  it.each([
    ['a step twice', 'ladderStepTwice', `${step}\n      ${step}`, 1],
    ['steps out of order', 'ladderOrder', `- { days: -5, audience: [head], tone: notice }\n      ${step}`, 1],
    [
      'an hour when nothing may be sent',
      'ladderHour',
      "- { days: -14, hour: '20:00', audience: [head], tone: notice }",
      0,
    ],
    ['nobody to speak to', 'empty', '- { days: -14, audience: [], tone: notice }', 0],
    ['an unknown listener', 'notOneOfNear', '- { days: -14, audience: [heads], tone: notice }', 0],
  ])('%s', (_, code, changed, below) => {
    const { line, problems } = withLine(step, changed)
    expect(told(problems)).toEqual([[code, line + below]])
  })

  it('a repetition that never happens', () => {
    const repeat =
      'repeat: { everyDays: 7, untilDays: 35, audience: [owner, focalPoint, head, officer], tone: overdue }'
    const { line, problems } = withLine(repeat, repeat.replace('untilDays: 35', 'untilDays: 8'))
    expect(told(problems)).toEqual([['ladderRepeat', line]])
  })
})

it('deadlines that lead in a circle are told', () => {
  const { line, problems } = withLine('day: 31/12', 'day: { workingDaysBefore: D06, days: 3 }', '- code: D07')
  expect(told(problems)).toContainEqual(['deadlineCircle', line])
})

it('an end before the start is told', () => {
  const { problems } = withLine('endsOn: 31/12', 'endsOn: 1/2')
  expect(told(problems)).toContainEqual(['endsBeforeStart', lineOf('endsOn: 31/12')])
})

it('a missing key is told at the group that lacks it', () => {
  const { problems } = withLine('deadline: D04', '', '- code: C14')
  expect(told(problems)).toEqual([['missing', lineOf('- code: C14')]])
  expect(problems[0]?.path).toMatch(/^targets\[\d+\]\.deadline$/)
})

it('all problems come at once, in the order of the file', () => {
  const text = planText.replace('threshold: 80', 'threshold: 180').replace('position: CHỦ TỊCH', 'position: 5')
  const read = parsePlan('plan.yaml', text.replace('day: 30/9', 'day: 31/9'))
  const found = read.ok ? [] : told(read.problems)
  expect(found.map(([code]) => code)).toEqual(['tooLarge', 'wrongDate', 'notText'])
})

it('a day that the year does not have is told for the year it is loaded for', () => {
  const leap = planText
    .replace('day: 30/9', 'day: 29/2')
    .replaceAll('asksFrom: 1/5', 'asksFrom: 1/2')
    .replace('startsOn: 15/3', 'startsOn: 1/1')
  expect(parsePlan('plan.yaml', leap, { year: 2028 }).ok).toBe(true)
  const read = parsePlan('plan.yaml', leap, { year: 2026 })
  expect(read.ok ? [] : told(read.problems)).toEqual([['wrongDate', lineOf('day: 30/9')]])
})

describe('a file that cannot be read as a plan', () => {
  it('missing, empty, broken, something else', () => {
    const codes = (read: ReturnType<typeof readPlan>) => (read.ok ? [] : read.problems.map(problem => problem.code))
    expect(codes(readPlan('/nowhere/plan.yaml'))).toEqual(['fileMissing'])
    expect(codes(readPlan('/'))).toEqual(['fileUnreadable'])
    expect(codes(parsePlan('plan.yaml', 'a: [1, 2\nb: 3'))).toContain('syntax')
    expect(codes(parsePlan('plan.yaml', 'chào'))).toEqual(['notGroup'])
    expect(new Set(codes(parsePlan('plan.yaml', 'year: 2024')))).toEqual(new Set(['missing']))
  })

  it('says so in both languages', () => {
    const read = readPlan('/nowhere/plan.yaml')
    const problem = read.ok ? undefined : read.problems[0]
    expect(problem && problemText(problem, loadTexts('vi'))).toBe(
      '/nowhere/plan.yaml: không tìm thấy tệp. Kiểm tra lại đường dẫn «/nowhere/plan.yaml».',
    )
  })
})
