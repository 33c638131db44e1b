import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { worksByPerson } from './by-person.tsx'
import { work } from './kind.ts'

/** Press and arts works (plan II.2.3, P01 and P02; DOC06). */
export const works: RecordFeature = recordFeature(work, {
  isIn: ({ workGenres }) => workGenres.length > 0,
  rooms: [worksByPerson],
})
