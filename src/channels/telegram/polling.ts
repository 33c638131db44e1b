import type { Taken } from '../take-event.ts'
import { type Condition, waitAfter } from './condition.ts'
import { faultOf } from './fault.ts'
import { type PressTime, pressTimes } from './press-times.ts'
import { chatOf, telegramUpdate } from './update.ts'

/** The right to poll: Telegram lets one poller in, so that of several instances one holds it. */
export interface PollingTurn {
  /** Takes or prolongs the turn; false: another instance polls. */
  hold(): Promise<boolean>
  release(): Promise<void>
}

export interface PollingDeps {
  /** Waits at Telegram for updates from `offset` on, which confirms all before. */
  getUpdates(offset: number | undefined, waitSeconds: number, signal: AbortSignal): Promise<readonly unknown[]>
  take(raw: unknown, pressTime: PressTime): Promise<Taken>
  now(): Date
  turn: PollingTurn
  condition: Condition
  /** Sleeps, at most until the signal. */
  pause(ms: number, signal: AbortSignal): Promise<void>
  /** A second poller or a webhook is in the way (409). */
  clearWay(): Promise<void>
}

const WAIT_SECONDS = 20
/** How many updates Telegram hands out in one answer. */
export const MOST_AT_ONCE = 100
/** How often whoever has no turn looks whether it is free; part of the silence after a crash. */
const TURN_RETRY_MS = 2_000

/**
 * Polls until the signal. The offset moves only over updates that are stored: it is the lowest one that is not, so that a kill at
 * any instant loses nothing. Chats go in parallel, each in its own order. After the signal the batch in hand is finished
 * and confirmed.
 */
export async function poll(deps: PollingDeps, signal: AbortSignal): Promise<void> {
  const { turn, condition, pause } = deps
  let offset: number | undefined
  let failures = 0
  /** When a poll began that has brought all that was waiting. */
  let emptied: Date | undefined
  while (!signal.aborted) {
    try {
      if (!(await turn.hold())) {
        condition.up()
        emptied = undefined
        await pause(TURN_RETRY_MS, signal)
        continue
      }
      const began = deps.now()
      const batch = await deps.getUpdates(offset, WAIT_SECONDS, signal)
      condition.up()
      const { next, isWhole } = await takeBatch(batch, deps.take, emptied)
      if (isWhole && batch.length < MOST_AT_ONCE) emptied = began
      offset = next ?? offset
      failures = isWhole ? 0 : failures + 1
      if (!isWhole) await pause(waitAfter({ kind: 'network', reason: 'not-stored' }, failures), signal)
    } catch (error) {
      if (signal.aborted) break
      failures += 1
      const fault = faultOf(error)
      condition.down(fault)
      if (fault.kind === 'answer' && fault.code === 409) await deps.clearWay().catch(() => undefined)
      await pause(waitAfter(fault, failures), signal)
    }
  }
  if (offset !== undefined) await confirm(deps, offset)
  await turn.release().catch(() => undefined)
}

/** Without this the last batch would come again after the restart: harmless, but work for nothing. */
async function confirm(deps: PollingDeps, offset: number): Promise<void> {
  await deps.getUpdates(offset, 0, AbortSignal.timeout(5_000)).catch(() => undefined)
}

/** `next`: the offset that confirms what was stored. */
async function takeBatch(
  batch: readonly unknown[],
  take: PollingDeps['take'],
  emptied: Date | undefined,
): Promise<{ next: number | null; isWhole: boolean }> {
  const waiting: number[] = []
  const times = pressTimes(batch)
  const takeTimed = (raw: unknown) => {
    const by = times.get(idOf(raw))
    return take(raw, { ...(emptied ? { from: emptied } : {}), ...(by ? { by } : {}) })
  }
  await Promise.all([...byChat(batch).values()].map(updates => takeInOrder(updates, takeTimed, waiting)))
  const last = Math.max(...batch.map(idOf))
  const next = waiting.length > 0 ? Math.min(...waiting) : batch.length > 0 ? last + 1 : null
  return { next, isWhole: waiting.length === 0 }
}

async function takeInOrder(
  updates: readonly unknown[],
  take: (raw: unknown) => Promise<Taken>,
  waiting: number[],
): Promise<void> {
  for (const update of updates) {
    if ((await take(update)) === 'done') continue
    // What follows in this chat must wait too.
    waiting.push(idOf(update))
    return
  }
}

function byChat(batch: readonly unknown[]): Map<number | null, unknown[]> {
  const chats = new Map<number | null, unknown[]>()
  for (const raw of batch) {
    const parsed = telegramUpdate.safeParse(raw)
    const chat = parsed.success ? chatOf(parsed.data) : null
    chats.set(chat, [...(chats.get(chat) ?? []), raw])
  }
  return chats
}

function idOf(raw: unknown): number {
  return typeof raw === 'object' && raw !== null && 'update_id' in raw ? Number(raw.update_id) : 0
}
