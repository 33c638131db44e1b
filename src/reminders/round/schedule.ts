import { schedule } from 'node-cron'
import type { Speaking } from '../../contract/feature.ts'
import { logOfLibrary } from '../../log.ts'
import { noteBeat } from '../../store/heartbeat.ts'
import { beat } from './beat.ts'

/**
 * Beats at once and then every minute until stopped; a quarter of a minute after a beat that failed, or that found another
 * instance at it, which may have died since. `stop` resolves when the beat in hand has ended. A beat that fails is logged and costs
 * lateness only.
 */
export function scheduleReminders(system: Speaking, owner: string): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  let isRunning = false
  let isBehind = true
  const once = async (): Promise<void> => {
    try {
      const { isHolder, queued, closed } = await beat(system, owner)
      isBehind = !isHolder
      if (isHolder) await noteBeat(system.prisma, 'reminders', system.clock.now())
      if (isHolder && queued + closed > 0) system.log.info({ queued, closed }, 'reminders')
    } catch (error) {
      isBehind = true
      system.log.error({ err: error }, 'the reminder beat failed; the next one does its work')
    } finally {
      isRunning = false
    }
  }
  const begin = (second: number): void => {
    if (isRunning || (second >= QUARTER && !isBehind)) return
    isRunning = true
    running = once()
  }
  const task = schedule(`*/${QUARTER} * * * * *`, ({ date }) => begin(date.getSeconds()), {
    name: 'reminders',
    unref: true,
    logger: logOfLibrary(system.log, 'node-cron'),
  })
  begin(0)
  return {
    stop: async () => {
      await task.destroy()
      await running
    },
  }
}

/** Seconds. */
const QUARTER = 15
