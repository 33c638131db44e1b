/** How fast a channel may be used. */
export interface Pace {
  /** Messages in any one second, over all chats and all instances. */
  perSecond: number
  /** One chat gets one message a second; replies may come in a burst of this many, averaged over as many seconds. */
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
  /** Accounts that get nothing, or nothing but replies, right now. */
  resting: { all: readonly string[]; bulk: readonly string[] }
  /** When more may go than now, as far as that is known; null: nothing is held back. */
  moreAt: number | null
}

const SECOND = 1_000

/** What the pace leaves open at `now`. Pure. */
export function allowance(gate: GateState, pace: Pace, now: number): Allowance {
  if (gate.pausedUntil > now) return { free: 0, resting: { all: [], bulk: [] }, moreAt: gate.pausedUntil }
  // What lies ahead was sent before the clock was put back; it holds nothing up.
  const past = gate.sends.filter(([, at]) => at <= now)
  const latest = past.filter(([, at]) => at > now - SECOND)
  const inBurst = new Map<string, number>()
  for (const [account, at] of past)
    if (at > now - pace.chatBurst * SECOND) inBurst.set(account, (inBurst.get(account) ?? 0) + 1)
  const all = [...inBurst].filter(([, count]) => count >= pace.chatBurst).map(([account]) => account)
  const first = latest[0]
  return {
    free: Math.max(0, pace.perSecond - latest.length),
    resting: { all, bulk: [...new Set(latest.map(([account]) => account))] },
    moreAt: first ? first[1] + SECOND : all.length > 0 ? now + SECOND : null,
  }
}

/** The gate after messages to these accounts went through at `now`; what no longer counts is dropped. */
export function passed(gate: GateState, accounts: readonly string[], pace: Pace, now: number): GateState {
  const from = now - Math.max(1, pace.chatBurst) * SECOND
  const remembered = gate.sends.filter(([, at]) => at > from && at <= now)
  return { ...gate, sends: [...remembered, ...accounts.map(account => [account, now] as const)] }
}

/** The gate closed for everybody until then; a longer pause stays. */
export function paused(gate: GateState, until: number): GateState {
  return { ...gate, pausedUntil: Math.max(gate.pausedUntil, until) }
}
