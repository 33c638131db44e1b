import type { Feature } from '../../contract/feature.ts'
import { datesOwed } from './dates.ts'
import { showDuty, tasks } from './screens.ts'

export const taskList: Feature = {
  name: 'tasks',
  commands: [{ to: 'tasks', says: 'tasks.command', slash: 'viec', offeredTo: 'everybody', isHelped: true }],
  dates: datesOwed,
  routes: { tasks, 'tasks.show': showDuty },
}
