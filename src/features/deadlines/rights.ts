import { right } from '../../people/right.ts'

/** Who sets the days that the plan leaves open (OP-16). */
export const setDeadlines = right('deadline.set', { PNV: 'all' })
