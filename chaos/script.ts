import { instantOfLocal, localDay, localHour, plusDays, plusSeconds, weekday } from './days.ts'
import type { HandIn } from './messages.ts'
import { type Expectations, expectationsOf, type Known, type Moment } from './oracle.ts'
import { pick, randomFrom } from './random.ts'

/** A moment of the season with what befalls it. */
export interface Stop extends Moment {
  kills: number
  isServerRestarted: boolean
  isBeatDoubled: boolean
  isLeaseStolen: boolean
  /** The clock has leapt hours or days to come here, or back. */
  isJump: boolean
}

export interface Script {
  stops: readonly Stop[]
  expected: Expectations
}

export interface Wishes {
  seed: number
  kills: number
  restarts: number
  /** First and last day. */
  from: string
  to: string
}

/** The season as the seed has it: when the system runs, what is handed in, what is killed. The same seed, the same script. */
export function scriptOf(known: Known, wishes: Wishes): Script {
  const random = randomFrom(wishes.seed)
  const planned = momentsOf(wishes, random)
  handIn(known, planned, random)
  // An evening on which nobody hands anything in is left out; the last one settles the ledger.
  const stops = planned.filter(
    stop => localHour(stop.at) !== '17:30' || stop.handIns.length > 0 || stop === planned.at(-1),
  )
  const expected = expectationsOf(known, stops)
  const mornings = stops.flatMap((stop, at) => (isMorning(stop) ? [{ stop, work: expected.work[at] ?? 0 }] : []))
  // Half of the kills anywhere, half where there is much to do.
  const busy = mornings.flatMap(({ stop, work }) => Array.from({ length: Math.ceil(work / 8) }, () => stop))
  for (let kill = 0; kill < wishes.kills; kill++) {
    const stop = pick(busy.length > 0 && random() < 0.5 ? busy : mornings.map(one => one.stop), random)
    if (stop) stop.kills++
  }
  for (let restart = 0; restart < wishes.restarts; restart++) {
    const stop = pick(busy, random)
    if (stop) stop.isServerRestarted = true
  }
  return { stops, expected }
}

function momentsOf({ from, to, kills }: Wishes, random: () => number): Stop[] {
  const stops: Stop[] = []
  const add = (at: string, isJump: boolean, isCut = false): void => {
    const isBeatDoubled = random() < 0.4
    const isLeaseStolen = kills > 0 && random() < 0.05
    stops.push({ at, isCut, isJump, isBeatDoubled, isLeaseStolen, handIns: [], kills: 0, isServerRestarted: false })
  }
  let isJump = false
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    const isLast = plusDays(day, 20) > to
    if (!isLast && random() < 0.025) {
      // Nothing runs for some days.
      day = plusDays(day, Math.floor(random() * 6))
      isJump = true
      continue
    }
    const isLate = !isLast && random() < 0.1
    const morning = isLate
      ? plusSeconds(instantOfLocal(day, '08:00'), 60 * Math.floor(random() * 480))
      : instantOfLocal(day, '08:00')
    const isCut = kills > 0 && !isLast && random() < 0.03
    add(morning, isJump || isLate, isCut)
    isJump = isCut
    if (isCut) {
      // Hours on the same day, or days.
      if (random() < 0.5) day = plusDays(day, Math.floor(random() * 3))
      else if (!isLate) add(instantOfLocal(day, random() < 0.5 ? '10:30' : '15:10'), true)
      continue
    }
    if (random() < 0.05) add(plusSeconds(morning, -60 * (10 + Math.floor(random() * 300))), true)
    if (random() < 0.06 && !isLate) add(instantOfLocal(day, '14:00'), false)
    if (weekday(day) % 6 !== 0) add(instantOfLocal(day, '17:30'), false)
  }
  return stops
}

function isMorning({ at }: Stop): boolean {
  return weekday(localDay(at)) % 6 !== 0 && !at.includes('T10:30')
}

/** Units hand in early, late or never; some through their head; some at the very moment at which they are reminded. */
function handIn({ obligations }: Known, stops: readonly Stop[], random: () => number): void {
  for (const { id, dueOn } of obligations) {
    if (random() < 0.1) continue
    const days = random() < 0.7 ? -Math.floor(random() * 20) : Math.ceil(random() * random() * 45)
    const met = plusDays(dueOn, days)
    const trough = random() < 0.4 ? plusDays(met, -1 - Math.floor(random() * 4)) : null
    const isRacing = random() < 0.3
    const first = trough ? place(stops, trough, isRacing, 0) : -1
    if (first >= 0) put(stops, first, { obligationId: id, stage: 'WITH_HEAD' })
    const last = place(stops, met, isRacing, first + 1)
    if (last >= 0) put(stops, last, { obligationId: id, stage: 'MET' })
  }
}

/** The first stop on the day or later: in the morning when it races with the beat, else in the evening. */
function place(stops: readonly Stop[], day: string, isRacing: boolean, from: number): number {
  const wanted = instantOfLocal(day, isRacing ? '00:00' : '16:30')
  return stops.findIndex(({ at, isCut }, index) => index >= from && at >= wanted && !isCut)
}

function put(stops: readonly Stop[], at: number, what: HandIn): void {
  const stop = stops[at]
  if (stop) stop.handIns = [...stop.handIns, what]
}
