import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { movement } from './movement.ts'
import { supervision } from './supervision.ts'

/** What the Front supervises (plan IV.3, S07; DOC23). */
export const supervisions: RecordFeature = recordFeature(supervision)

/** Other movements that the campaign is linked with (plan IV.3, S08). */
export const movements: RecordFeature = recordFeature(movement)
