import type { SendResult } from '../channel.ts'

/** One message of Zalo; answers its id. */
export type Part = () => Promise<{ messageId: string | null }>

/** How many unfinished messages are remembered; the oldest is forgotten and would begin anew. */
const MOST_REMEMBERED = 500

/**
 * Sends messages that need several of Zalo's, one part after the other. A message that failed half-way goes on, when it is
 * sent again, with the part that failed. Never throws.
 */
export function partSender(
  resultOf: (error: unknown) => SendResult,
): (key: string, parts: readonly Part[]) => Promise<SendResult> {
  const done = new Map<string, number>()
  return async (key, parts) => {
    if (parts.length === 0) return { result: 'refused', why: 'empty' }
    let externalId: string | null = null
    for (const [index, send] of parts.entries()) {
      if (index < (done.get(key) ?? 0)) continue
      try {
        externalId = (await send()).messageId
        remember(key, index + 1)
      } catch (error) {
        const result = resultOf(error)
        if (result.result !== 'retryAt' && result.result !== 'unknown') done.delete(key)
        return result
      }
    }
    done.delete(key)
    return { result: 'sent', ...(externalId === null ? {} : { externalId }) }
  }

  function remember(key: string, parts: number): void {
    done.set(key, parts)
    for (const oldest of done.size > MOST_REMEMBERED ? done.keys() : []) {
      done.delete(oldest)
      return
    }
  }
}
