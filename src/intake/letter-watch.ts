import { carryOutLetters } from './carry-out-letter.ts'
import type { System } from './system.ts'

export interface LetterWatch {
  /** Something was decided on a dead letter. Never waits. */
  wake(): void
  /** Resolves when the round in hand has ended. */
  stop(): Promise<void>
}

/** How often it looks by itself: for what another instance decided, and for what could not be done at once. */
const EVERY_MS = 30_000

/** Carries out what was decided on dead letters. Any number of instances may. */
export function watchLetters(system: System): LetterWatch {
  let running: Promise<void> = Promise.resolve()
  let isWanted = false
  let isRunning = false

  async function run(): Promise<void> {
    while (isWanted) {
      isWanted = false
      await carryOutLetters(system).catch(error =>
        system.log.warn({ err: error }, 'what was decided on dead letters could not be carried out yet'),
      )
    }
    isRunning = false
  }

  function wake(): void {
    isWanted = true
    if (isRunning) return
    isRunning = true
    running = run()
  }

  const timer = setInterval(wake, EVERY_MS)
  timer.unref()
  return {
    wake,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
