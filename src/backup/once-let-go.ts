import type { Held } from './sending.ts'

/** An officer has just pressed the button, perhaps on another instance. */
const LOOK_EVERY_MS = 2_000

/** Begins once the copy may send. `stop` resolves when nothing more is begun by this. */
export function onceLetGo(
  held: () => Promise<Held | null>,
  begin: () => Promise<void>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let looking: Promise<void> | null = null
  const look = async () => {
    if ((await held()) !== null) return
    clearInterval(timer)
    await begin()
  }
  const timer = setInterval(() => {
    looking ??= look()
      .catch(onError)
      .finally(() => {
        looking = null
      })
  }, LOOK_EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await looking
    },
  }
}
