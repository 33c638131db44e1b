import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { askExplanation } from './explain.ts'
import { explanationTable } from './export.ts'
import { explanation } from './kind.ts'

/** What units say about sums that lead to a miss. It is begun from the request, by `forecast.explain`. */
export const explanations: RecordFeature = recordFeature(explanation, {
  // What was asked stands there too, answered or not.
  exports: { explanations: explanationTable },
  routes: { 'forecast.explain': (ctx, { id = '' }) => askExplanation(ctx, id) },
})
