/** How fast a channel may be used. Infinity: no limit. */
export interface Pace {
  /** Messages in any one second, over all chats and all instances. */
  perSecond: number
  /** How many of these are kept for replies: what was not asked for never takes them, so that no reply waits for a window to pass. */
  forReplies: number
  /** The same for any one minute, where the platform counts by minutes. */
  perMinute?: { messages: number; forReplies: number }
  /**
   * One chat gets one message a second; replies may come in a burst of this many, averaged over as many seconds. What is kept in mind
   * for it is read with every reply, so that it should be small.
   */
  chatBurst: number
  /** Messages being sent at the same time by one instance. One of these places is kept for replies. */
  parallel: number
}

/** What the instances share about a channel. Times are milliseconds of the clock. */
export interface GateState {
  pausedUntil: number
  /** Recent sends, oldest first: account and time. */
  sends: readonly (readonly [accountId: string, at: number])[]
}

export const openGate: GateState = { pausedUntil: 0, sends: [] }

export interface Allowance {
  /** How many messages may go now. */
  free: number
  /** How many of these may be other than replies. */
  freeForBulk: number
  /** Accounts that get nothing, or nothing but replies, right now. */
  resting: { all: readonly string[]; bulk: readonly string[] }
  /** When more may go than now, as far as that is known; null: nothing is held back. */
  moreAt: number | null
}

const SECOND = 1_000
const MINUTE = 60_000

/** What the pace leaves open at `now`. Pure. */
export function allowance(gate: GateState, pace: Pace, now: number): Allowance {
  const nothing = { free: 0, freeForBulk: 0, resting: { all: [], bulk: [] } }
  if (gate.pausedUntil > now) return { ...nothing, moreAt: gate.pausedUntil }
  const past = gate.sends.filter(([, at]) => counts(at, now))
  const latest = past.filter(([, at]) => at > now - SECOND)
  const minute = pace.perMinute ? past.filter(([, at]) => at > now - MINUTE) : []
  const inBurst = new Map<string, number>()
  for (const [account, at] of past)
    if (at > now - pace.chatBurst * SECOND) inBurst.set(account, (inBurst.get(account) ?? 0) + 1)
  const all = [...inBurst].filter(([, count]) => count >= pace.chatBurst).map(([account]) => account)
  const left = Math.min(pace.perSecond - latest.length, (pace.perMinute?.messages ?? Infinity) - minute.length)
  const leftForBulk = Math.min(
    pace.perSecond - pace.forReplies - latest.length,
    pace.perMinute ? pace.perMinute.messages - pace.perMinute.forReplies - minute.length : Infinity,
  )
  const first = latest[0] ?? (leftForBulk <= 0 ? minute[0] : undefined)
  return {
    free: Math.max(0, left),
    freeForBulk: Math.max(0, leftForBulk),
    resting: { all, bulk: [...new Set(latest.map(([account]) => account))] },
    moreAt: first ? first[1] + (latest.length > 0 ? SECOND : MINUTE) : all.length > 0 ? now + SECOND : null,
  }
}

/** The gate after messages to these accounts went through at `now`; what no longer counts is dropped. */
export function passed(gate: GateState, accounts: readonly string[], pace: Pace, now: number): GateState {
  const memory = memoryMs(pace)
  if (memory === 0) return { ...gate, sends: [] }
  const remembered = gate.sends.filter(([, at]) => at > now - memory && counts(at, now))
  return { ...gate, sends: [...remembered, ...accounts.map(account => [account, now] as const)] }
}

/** How long a send matters to the pace; 0: not at all, where there is no limit. */
export function memoryMs({ perSecond, perMinute, chatBurst }: Pace): number {
  const forAll = perMinute ? MINUTE : perSecond === Infinity ? 0 : SECOND
  return Math.max(forAll, chatBurst === Infinity ? 0 : chatBurst * SECOND)
}

/**
 * Whoever reads the clock first may come to the gate second: what lies a little ahead counts. What lies far ahead was sent before
 * the clock was put back; it holds nothing up.
 */
function counts(at: number, now: number): boolean {
  return at <= now + SECOND
}

/** The gate closed for everybody until then; a longer pause stays. */
export function paused(gate: GateState, until: number): GateState {
  return { ...gate, pausedUntil: Math.max(gate.pausedUntil, until) }
}
