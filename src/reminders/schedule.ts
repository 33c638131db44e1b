import { schedule } from 'node-cron'
import type { System } from '../intake/system.ts'
import { beat } from './beat.ts'

/**
 * Beats at once and then every minute until stopped. `stop` resolves when the beat in hand has ended. A beat that fails is
 * logged and costs lateness only.
 */
export function scheduleReminders(system: System, owner: string): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  let isRunning = false
  const once = async (): Promise<void> => {
    try {
      const { isHolder, queued, closed } = await beat(system, owner)
      if (isHolder && queued + closed > 0) system.log.info({ queued, closed }, 'reminders')
    } catch (error) {
      system.log.error({ err: error }, 'the reminder beat failed; the next one does its work')
    } finally {
      isRunning = false
    }
  }
  const begin = (): void => {
    if (isRunning) return
    isRunning = true
    running = once()
  }
  const task = schedule('* * * * *', begin, { name: 'reminders', unref: true })
  begin()
  return {
    stop: async () => {
      await task.destroy()
      await running
    },
  }
}
