import type { Feature } from '../../contract/feature.ts'
import { deadlineRoom } from './room.tsx'

/** The days of the plan: officers set those that it leaves open, everybody may ask for those that hold. */
export const deadlines: Feature = {
  name: 'deadlines',
  rooms: [deadlineRoom],
}
