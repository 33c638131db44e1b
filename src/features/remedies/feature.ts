import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { remedy } from './kind.ts'

/** What units answer to press works that show something to be put right. */
export const remedies: RecordFeature = recordFeature(remedy)
