import { right } from '../../people/right.ts'

/** Stop, resume, skip, hasten reminders. */
export const orderReminders = right('reminder.order', { PNV: 'all' })
