import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { criterion } from './kind.ts'
import { beginReport, criterionReport } from './report.ts'
import { beginCriterion } from './screens.ts'

/** What units set themselves beside the targets of the plan (plan I.2, T09). */
export const criteria: RecordFeature = recordFeature(criterion, {
  routes: { criterion: (ctx, args) => beginCriterion(ctx, criteria.record, args) },
})

/** What they report on it. */
export const criterionReports: RecordFeature = recordFeature(criterionReport, {
  routes: { criterionReport: (ctx, args) => beginReport(ctx, criterionReports.record, args) },
})
