import type { Clock } from '../../clock.ts'
import type { Inbound } from '../channel.ts'
import type { Taken } from '../take-event.ts'

/** Longer than messages that were sent in a row need to overtake each other, shorter than a person notices. */
export const SETTLE_MS = 100

export interface OrderDeps {
  take(inbound: Inbound): Promise<Taken>
  /** How long an event waits for older ones of the same account that are on their way. */
  settleMs: number
  clock: Clock
  pause(ms: number): Promise<unknown>
}

interface Waiting {
  inbound: Inbound
  answer(taken: Taken): void
}

/** An event that was sent back to come again. */
interface Owed {
  at: number
  since: number
}

/** How many accounts' latest events are remembered; of the rest it is not known, and nothing of theirs counts as late. */
const MOST_REMEMBERED = 10_000

/** How long younger events wait for one that could not be stored: Zalo brings it after 30 s, 5 min and 15 min (zalo.md §8.1). */
const OWED_MS = 25 * 60_000

/**
 * Takes the events of an account one after the other, in the order of their time. Zalo delivers at least once and in any
 * order; two messages typed in a row often arrive the wrong way round, within milliseconds. So the first one waits for a
 * moment, and of those that wait the oldest goes first.
 *
 * A text that arrives after a younger one was answered (a delivery that failed and was repeated) is not taken as the
 * answer to a question that was asked after it was typed: it becomes an event without content, and the person is asked
 * again. What is applied is therefore always in the order of its time. Files are taken whenever they come, presses carry
 * their question with them, and a departure that is older than the return is forgotten.
 *
 * An event that could not be stored comes again, and the younger ones of its account come again after it: otherwise the next answer
 * would be taken for the one that is still on its way.
 *
 * Known to one process only, since its start: with several behind one address an older text may pass for a new one.
 */
export function inOrder({ take, settleMs, clock, pause }: OrderDeps): (inbound: Inbound) => Promise<Taken> {
  const lines = new Map<string, Waiting[]>()
  const latest = new Map<string, number>()
  const owed = new Map<string, Map<string, Owed>>()

  return inbound =>
    new Promise(answer => {
      const line = lines.get(inbound.account)
      if (line) line.push({ inbound, answer })
      else void work(inbound.account, [{ inbound, answer }])
    })

  async function work(account: string, line: Waiting[]): Promise<void> {
    lines.set(account, line)
    await pause(settleMs)
    for (let next = oldest(line); next; next = oldest(line)) {
      const taken = await takeOne(next.inbound)
      next.answer(taken)
      // What follows must wait, too, until this one has come again.
      if (taken === 'again')
        for (const { inbound, answer } of line.splice(0)) {
          owe(inbound)
          answer('again')
        }
    }
    lines.delete(account)
  }

  async function takeOne(inbound: Inbound): Promise<Taken> {
    const { account, content } = inbound
    const at = inbound.at.getTime()
    if (waitsForAnOlder(inbound)) {
      owe(inbound)
      return 'again'
    }
    const isLate = at < (latest.get(account) ?? 0)
    if (isLate && content.type === 'left') return 'done'
    const taken = await take(isLate && content.type === 'text' ? withoutContent(inbound) : inbound).catch(
      (): Taken => 'again',
    )
    if (taken === 'again') owe(inbound)
    else settled(inbound)
    if (taken === 'done' && !isLate) remember(account, at)
    return taken
  }

  function waitsForAnOlder({ account, eventId, at }: Inbound): boolean {
    const now = clock.now().getTime()
    return [...(owed.get(account) ?? [])].some(
      ([id, one]) => id !== eventId && one.at <= at.getTime() && now - one.since < OWED_MS,
    )
  }

  function owe({ account, eventId, at }: Inbound): void {
    const ofAccount = owed.get(account) ?? new Map<string, Owed>()
    if (!ofAccount.has(eventId)) ofAccount.set(eventId, { at: at.getTime(), since: clock.now().getTime() })
    owed.delete(account)
    owed.set(account, ofAccount)
    for (const first of owed.size > MOST_REMEMBERED ? owed.keys() : []) {
      owed.delete(first)
      return
    }
  }

  function settled({ account, eventId }: Inbound): void {
    const ofAccount = owed.get(account)
    if (!ofAccount) return
    const now = clock.now().getTime()
    for (const [id, { since }] of ofAccount) if (id === eventId || now - since >= OWED_MS) ofAccount.delete(id)
    if (ofAccount.size === 0) owed.delete(account)
  }

  function remember(account: string, at: number): void {
    latest.delete(account)
    latest.set(account, at)
    for (const first of latest.size > MOST_REMEMBERED ? latest.keys() : []) {
      latest.delete(first)
      return
    }
  }
}

function withoutContent(inbound: Inbound): Inbound {
  return { ...inbound, content: { type: 'other', what: 'unknown' } }
}

/** Takes the oldest out of the line; of the same time the one that came first. */
function oldest(line: Waiting[]): Waiting | undefined {
  let first = 0
  for (const [index, { inbound }] of line.entries())
    if (inbound.at < (line[first]?.inbound.at ?? inbound.at)) first = index
  return line.splice(first, 1)[0]
}
