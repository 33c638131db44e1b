import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { participantTable } from './export.ts'
import { participation } from './kind.ts'

/** Who of a unit takes part (plan II.1, DOC02). */
export const participants: RecordFeature = recordFeature(participation, {
  isIn: ({ participants }) => participants.people.length > 0,
  exports: { participants: participantTable },
})
