import { achievementReports } from './achievement-reports.ts'
import { activitiesList } from './activities-list.ts'
import { appraisalReport, appraisalSheet, returnedNominations } from './appraisal-papers.ts'
import { certificates, cityDecision, wardDecision } from './award-papers.ts'
import { checkPlan } from './check-plan.ts'
import { checkResults } from './check-results.ts'
import { citySummary } from './city-summary.ts'
import { councilMinutes } from './council-minutes.ts'
import { disbursementReport } from './disbursement-report.ts'
import type { PaperKind, TemplatedPaper } from './kind.ts'
import { launchDraft } from './launch-draft.ts'
import { nominationsSubmission, provinceSubmission } from './nominations-submission.ts'
import { outstandingInitiatives } from './outstanding-initiatives.ts'
import { participantsList } from './participants-list.ts'
import { progressReport } from './progress-report.ts'
import { supervisionsList } from './supervisions-list.ts'
import { unitSummary } from './unit-summary.ts'
import { urgingLetter } from './urging-letter.ts'
import { worksList } from './works-list.ts'

/** The papers that are made out of data. A new one is one more line here, its template and its texts. */
export const paperKinds: readonly PaperKind[] = [
  launchDraft,
  participantsList,
  progressReport,
  disbursementReport,
  worksList,
  urgingLetter,
  outstandingInitiatives,
  unitSummary,
  citySummary,
  activitiesList,
  checkPlan,
  checkResults,
  supervisionsList,
  nominationsSubmission,
  achievementReports,
  appraisalSheet,
  appraisalReport,
  returnedNominations,
  provinceSubmission,
]

export function paperKind(code: string): PaperKind | undefined {
  return paperKinds.find(kind => kind.code === code)
}

/** All papers with a template: those, and what other features fill in. */
export const templatedPapers: readonly TemplatedPaper[] = [
  ...paperKinds,
  councilMinutes,
  cityDecision,
  wardDecision,
  certificates,
]

export function templatedPaper(code: string): TemplatedPaper | undefined {
  return templatedPapers.find(paper => paper.code === code)
}
