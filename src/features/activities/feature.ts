import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { activity } from './kind.ts'

/** Propaganda activities of units (plan II.3, S01 and S02; DOC24). */
export const activities: RecordFeature = recordFeature(activity, {
  isIn: plan => plan.activities.some(({ record }) => record === 'propaganda'),
})
