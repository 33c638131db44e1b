import type { Reported } from '../../contract/reported.ts'
import type { Translate } from '../../texts.ts'
import type { WorkingDays } from '../plan/working-days.ts'

/** What a message must know of an obligation beside its dates. */
export interface Subject {
  /** The duty with its period, as the plan names it. */
  what: string
  /** The same as it is called in a list and on a button. */
  brief: string
  /** The duty alone, where `what` also names an item of it. */
  duty: string
  unitCode: string
  unitName: string
  how: 'launch' | 'report' | 'initiative' | 'summary' | 'campaignSummary' | 'item' | 'checkRemedy' | 'other'
  /** The target to report, when it is one. */
  target: string | null
  /** The period of the report that is owed, the code of the check whose findings are; '' for everything else. */
  period: string
  /** What has been reported of it so far; null: it is no report. */
  reported: Reported | null
}

/** What the sentences need beside the items. */
export interface Wording {
  t: Translate
  today: string
  calendar: WorkingDays
  /** The office that collects. */
  office: string
  subject(owedId: string): Subject
  nameOf(personId: string): string
}
