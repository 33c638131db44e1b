import { right } from '../../people/right.ts'

/** Bring the plan, the calendar, the units and the ranks in: the office that runs the campaign, and whoever runs the system. */
export const loadData = right('data.load', { PNV: 'all', ADMIN: 'all' })
