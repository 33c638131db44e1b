import { countingStates, reportKindName } from '../../figures/counted.ts'
import { reportRights } from '../../figures/rights.ts'
import { codesServedBy } from '../../obligations/met-by.ts'
import { recordKind } from '../../records/kind.ts'
import { keepReports, lookAhead, notOwedAnyMore } from './after.ts'
import { figureIn } from './answered.ts'
import { percentForm, reportForms } from './forms.ts'
import { countsOnBoard } from './on-board.ts'
import { reportParams } from './params.ts'
import { receiptOf } from './receipt.ts'
import { keyOf } from './report-key.ts'
import { cellNames, cellsOf, heldAgainst, topicsOf } from './shown.ts'
import { startedAnew, startedByOlder } from './started.ts'
import { targetOf } from './targets.ts'
import { reportTitle } from './wording.ts'

const { write, approve, verify, lock } = reportRights
const counts = { counts: true, handsIn: true } as const

/**
 * A unit's figure of a target (and of those that the same figure serves) for a period: D09, plan §9.4, K03. The head approves what
 * the focal point gives; Phòng Nội vụ or the focal agency of the field verifies it; Phòng Nội vụ closes the period. It can be
 * corrected at any time, as a new version; once verified or closed, with the reason.
 */
export const report = recordKind({
  name: reportKindName,
  letters: 'BC',
  path: 'bao-cao',
  group: 'unitWork',
  route: 'report',
  command: { slash: 'baocao' },
  table: 'reports',
  form: percentForm,
  otherForms: Object.values(reportForms).filter(form => form !== percentForm),
  states: {
    DRAFT: { tone: 'bad', handsIn: true },
    SUBMITTED: { tone: 'waiting', waits: ['verify'], ...counts },
    VERIFIED: { tone: 'good', ...counts },
    RETURNED: { tone: 'bad', handsIn: true },
    LOCKED: { tone: 'neutral', ...counts },
  },
  begins: 'DRAFT',
  handedIn: countingStates[0],
  moves: {
    verify: { from: ['SUBMITTED'], to: 'VERIFIED', right: verify, asks: 'nothing', tone: 'good' },
    return: { from: ['SUBMITTED', 'VERIFIED'], to: 'RETURNED', right: verify, asks: 'return', tone: 'bad' },
    lock: { from: ['VERIFIED'], to: 'LOCKED', right: lock, asks: 'nothing', tone: 'good' },
  },
  rights: { write, approve, see: verify },
  started: startedByOlder,
  key: ({ unit, target, period }) => keyOf(String(unit), String(target), String(period)),
  period: ({ period }) => String(period),
  title: (answers, ctx, params) => {
    const { serves, period } = reportParams(params)
    return reportTitle(ctx, serves, period, figureIn(answers))
  },
  searched: (_, params) => reportParams(params).serves.join(' '),
  because: ({ correctionReason }) => correctionReason ?? '',
  topic: (_, { target }) => String(target),
  agencies: ({ campaign }, topic) =>
    codesServedBy(campaign.plan, topic).flatMap(code => targetOf(campaign.plan, code)?.focalAgencies ?? []),
  meets: ({ topic, period }) => ({ kind: 'target', code: topic, period }),
  columns: [],
  cells: { headings: cellNames.map(name => `report.cells.${name}`), of: cellsOf },
  topics: topicsOf,
  more: heldAgainst,
  countsIn: countsOnBoard,
  correctedWith: startedAnew,
  receipt: receiptOf,
  together: 'dossier.decide',
  hooks: { beforeHandIn: notOwedAnyMore, afterHandIn: keepReports, afterMove: lookAhead },
})
