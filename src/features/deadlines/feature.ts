import type { Feature } from '../../contract/feature.ts'
import { tellDeadline } from './answer.ts'
import { askedDeadline } from './question.ts'
import { setDeadlines } from './rights.ts'
import { deadlineRoom } from './room.tsx'

/** The days of the plan: officers set those that it leaves open, everybody may ask for those that hold, and why. */
export const deadlines: Feature = {
  name: 'deadlines',
  rights: [setDeadlines],
  routes: { deadline: tellDeadline },
  asked: askedDeadline,
  rooms: [deadlineRoom],
}
