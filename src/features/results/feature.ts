import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { resultsByPerson } from './by-person.tsx'
import { headResult, result } from './kind.ts'
import { beginResult } from './screens.ts'

/** What staff report of themselves (plan II.2.2). */
export const results: RecordFeature = recordFeature(result, {
  rooms: [resultsByPerson],
  routes: { result: (ctx, args) => beginResult(ctx, results.record, 'staff', args) },
})

/** What heads report of themselves. */
export const headResults: RecordFeature = recordFeature(headResult, {
  routes: { headResult: (ctx, args) => beginResult(ctx, headResults.record, 'heads', args) },
})
