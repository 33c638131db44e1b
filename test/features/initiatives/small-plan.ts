import type { Duty } from '../../../src/campaign/duty.ts'
import type { Plan } from '../../../src/campaign/plan.ts'
import type { Measure, Target } from '../../../src/campaign/target.ts'

function target(code: string, shortName: string, measure: Measure, more: Partial<Target> = {}): Target {
  return {
    code,
    name: shortName,
    shortName,
    measure,
    partOf: null,
    judges: 'COLLECTIVE',
    appliesTo: { kind: 'every' },
    aggregate: null,
    computed: null,
    deadline: 'D10',
    pilotLight: null,
    dueText: null,
    isAspirational: false,
    evidence: [],
    list: null,
    checklist: [],
    field: null,
    focalAgencies: [],
    section: 'II.2.1',
    note: null,
    ...more,
  }
}

const percent = (threshold: number | null): Measure => ({
  kind: 'PERCENT',
  unit: 'count',
  numerator: 'số kết quả đã số hóa',
  denominator: 'tổng số kết quả',
  comparison: 'gte',
  threshold,
})

const money = (threshold: number): Measure => ({
  kind: 'PERCENT',
  unit: 'money',
  numerator: 'số vốn đã giải ngân',
  denominator: 'kế hoạch vốn',
  comparison: 'gte',
  threshold,
})

function duty(code: string, metBy: Duty['metBy'], due: Duty['due']): Duty {
  return {
    code,
    metBy,
    due,
    name: code,
    target: null,
    owedBy: { kind: 'every' },
    legalText: '',
    opensDaysBefore: null,
    ladder: 'default',
    isVoluntary: false,
    section: 'IV.1',
  }
}

const field = { focalAgencies: ['TCKH'] }

/** One target of each kind, one that the system counts, one met by registering, two that share one figure. */
export const smallPlan: Partial<Plan> = {
  managingOffices: ['NV'],
  deadlines: [],
  launchChecklist: ['mục đích, yêu cầu'],
  timeLimits: { correctReturned: 5, appraise: 10 },
  targets: [
    target(
      'C01',
      'Phát động phong trào',
      { kind: 'DOCUMENT', label: 'văn bản phát động', document: 'DOC01' },
      { deadline: 'D02' },
    ),
    target('C05', 'Nâng cao chất lượng cải cách hành chính', { kind: 'QUALITATIVE', label: 'Kết quả thực hiện' }),
    target('C09', '100% kết quả giải quyết được số hóa', percent(100)),
    target('C11', 'Đề án tự chủ được phê duyệt', {
      kind: 'DOCUMENT',
      label: 'quyết định phê duyệt',
      document: 'DOC99',
    }),
    target('C13', 'giải ngân đạt tối thiểu 80%', money(80), { deadline: 'D03', isAspirational: true, ...field }),
    target('C14', 'giải ngân 100% kế hoạch vốn', money(100), { deadline: 'D04', isAspirational: true, ...field }),
    target(
      'C15',
      'Đăng ký mô hình, giải pháp, sáng kiến',
      { kind: 'COUNT', label: 'số đăng ký', comparison: 'gte', threshold: 1 },
      { checklist: ['hợp pháp'] },
    ),
    target('C16', 'Ứng dụng thanh toán điện tử', {
      kind: 'YES_NO',
      question: 'Đơn vị đã ứng dụng thanh toán điện tử chưa?',
    }),
    target('C19', '100% đơn vị trực thuộc đăng ký', percent(100), { computed: 'subUnitsRegistered' }),
    target('C21', 'Chỉ số xếp trong top 5', {
      kind: 'RANK',
      label: 'Chỉ số cải cách hành chính',
      comparison: 'lte',
      threshold: 5,
      ofYear: 2023,
    }),
    target('C04', 'kịp thời sửa đổi, bổ sung', {
      kind: 'COUNT',
      label: 'Số văn bản đã sửa đổi',
      comparison: 'gte',
      threshold: null,
    }),
    target(
      'H03',
      'không để xảy ra nhũng nhiễu',
      { kind: 'COUNT', label: 'số vụ', comparison: 'eq', threshold: 0 },
      { judges: 'INDIVIDUAL' },
    ),
  ],
  duties: [
    duty('D02', { kind: 'launchDocument' }, { kind: 'once', deadline: 'D02' }),
    duty('D03', { kind: 'targetReport', targets: ['C13'] }, { kind: 'once', deadline: 'D03' }),
    duty('D04', { kind: 'targetReport', targets: ['C14'] }, { kind: 'once', deadline: 'D04' }),
    duty(
      'D09',
      { kind: 'periodicReport', targets: ['C05', 'C09', 'C16'] },
      { kind: 'quarterly', quarters: [1, 2, 3, 4] },
    ),
    duty('C15', { kind: 'initiative' }, { kind: 'once', deadline: 'D10' }),
  ],
}
