import type { Feature } from '../../contract/feature.ts'
import { showDuty, tasks } from './screens.ts'

export const taskList: Feature = { name: 'tasks', routes: { tasks, 'tasks.show': showDuty } }
