import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { proposal } from './kind.ts'
import { applicabilityRoom } from './room.tsx'

/** Which targets apply to which unit (K02, T09): units propose, officers decide, one by one or for a whole group. */
export const applicability: RecordFeature = recordFeature(proposal, {
  rooms: [applicabilityRoom],
  audits: { applicability: ['applicability.decide'] },
})
