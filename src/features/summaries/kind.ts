import { decision, right } from '../../people/right.ts'
import { formatDate } from '../../reading/format.ts'
import { recordKind } from '../../records/kind.ts'
import { conferences, summaryForm } from './form.ts'

const receive = decision('summary.receive', { PNV: 'all' })

/** Of what: of the unit (D06), or of the whole campaign, by the office that runs it (D07). */
export type SummaryOf = 'UNIT' | 'CAMPAIGN'

export function summaryOf(of: unknown): SummaryOf {
  return of === 'CAMPAIGN' ? 'CAMPAIGN' : 'UNIT'
}

/** The summary of a unit or of the campaign (plan §9.8): held, and its report received by Phòng Nội vụ. */
export const summaryRecord = recordKind({
  name: 'summary',
  letters: 'TK',
  path: 'tong-ket',
  group: 'unitWork',
  route: 'summary',
  command: {
    slash: 'tongket',
    behind: 'work',
    words: ['tổng kết|tongket|(gửi|nộp|báo cáo|báo) tổng kết|báo cáo tổng kết đơn vị'],
  },
  table: 'summaries',
  form: summaryForm,
  states: {
    NOT_HELD: { tone: 'neutral', handsIn: true },
    HELD: { tone: 'waiting', waits: ['receive'], counts: true },
    RETURNED: { tone: 'bad', handsIn: true },
    REPORT_SENT: { tone: 'good', counts: true },
  },
  begins: 'NOT_HELD',
  handedIn: 'HELD',
  moves: {
    receive: { from: ['HELD'], to: 'REPORT_SENT', right: receive, asks: 'nothing', tone: 'good' },
    return: { from: ['HELD'], to: 'RETURNED', right: receive, asks: 'return', tone: 'bad' },
  },
  rights: {
    write: right('summary.write', { HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own' }),
    approve: right('summary.approve', { HEAD: 'own', WARD_CHAIR: 'own' }),
  },
  key: ({ unit, of }) => `${String(unit)}:${summaryOf(of)}`,
  topic: (_, { of }) => summaryOf(of),
  topics: ({ t }) => (['UNIT', 'CAMPAIGN'] as const).map(value => ({ value, label: t(`summary.of.${value}`) })),
  title: ({ heldOn }, { t }, { of }) => t(`summary.titled.${summaryOf(of)}`, { day: formatDate(heldOn) }),
  meets: ({ topic }) => ({ kind: 'summary', of: summaryOf(topic) }),
  columns: ['heldOn', 'conference', 'number'],
  filters: { conference: conferences },
  next: ({ t }) => t('summary.next'),
})
