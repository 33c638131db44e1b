import { setTimeout as sleep } from 'node:timers/promises'
import { plusSeconds } from './days.ts'
import type { Instance, Instances } from './instances.ts'
import type { HandIn, Report } from './messages.ts'
import type { Platform } from './platform.ts'
import { randomFrom } from './random.ts'
import type { Script, Stop } from './script.ts'

/** What was done to the system. Instants are those of the simulated clock. */
export interface Played {
  kills: number
  /** Of these: while the process was at work. */
  killsAtWork: number
  restarts: number
  jumps: number
  leasesStolen: number
  handIns: number
  ticks: number
  beats: number
  /** When something was killed or restarted. */
  blows: string[]
  /** Tick in which each obligation was met. */
  metIn: Map<string, number>
  /** Moments whose work was not done when the time for it was over. */
  unsettled: string[]
}

export interface Stage {
  /** Living at the same time. */
  instances: number
  pool: Instances
  platform: Platform
  restartServer: (() => Promise<void>) | null
}

/** Plays the script on real processes. */
export async function play(
  script: Script,
  stage: Stage,
  seed: number,
  onStop: (done: number, kills: number) => void,
): Promise<Played> {
  const conductor = new Conductor(stage, seed)
  await conductor.begin()
  try {
    for (const [index, stop] of script.stops.entries()) {
      await conductor.play(stop)
      onStop(index + 1, conductor.played.kills)
    }
    return conductor.played
  } finally {
    await conductor.end()
  }
}

/** Seconds between two ticks of one moment, and how many at most. */
const STEP = 15
const STEPS = 16

class Conductor {
  readonly #stage: Stage
  readonly #random: () => number
  readonly #live: Instance[] = []
  readonly played: Played = {
    kills: 0,
    killsAtWork: 0,
    restarts: 0,
    jumps: 0,
    leasesStolen: 0,
    handIns: 0,
    ticks: 0,
    beats: 0,
    blows: [],
    metIn: new Map(),
    unsettled: [],
  }

  constructor(stage: Stage, seed: number) {
    this.#stage = stage
    this.#random = randomFrom(seed + 1)
  }

  async begin(): Promise<void> {
    while (this.#live.length < this.#stage.instances) this.#live.push(await this.#stage.pool.next())
  }

  async end(): Promise<void> {
    await Promise.all(this.#live.map(instance => instance.kill()))
    await this.#stage.pool.close()
  }

  /** The moment itself and, a quarter of a minute apart, what must follow until nothing is left to do. */
  async play(stop: Stop): Promise<void> {
    if (stop.isJump) this.played.jumps++
    const isQuiet = stop.kills === 0 && stop.handIns.length === 0 && !stop.isServerRestarted && !stop.isLeaseStolen
    let kills = stop.kills
    for (let step = 0; step <= (stop.isCut ? 0 : STEPS); step++) {
      const at = plusSeconds(stop.at, step * STEP)
      // Most strike at once, the others while the system recovers.
      const now = stop.isCut ? kills : step === 0 ? Math.ceil(kills * 0.6) : Math.ceil(kills / 3)
      kills -= now
      const isDone = await this.#tick(step === 0 ? stop : quiet, at, now)
      // After a blow the beat of a whole minute must have come.
      if (isDone && kills === 0 && (isQuiet || (step > 0 && step % 4 === 0))) return
    }
    if (!stop.isCut) this.played.unsettled.push(stop.at)
  }

  async #tick(
    stop: Pick<Stop, 'handIns' | 'isBeatDoubled' | 'isLeaseStolen' | 'isServerRestarted'>,
    at: string,
    kills: number,
  ): Promise<boolean> {
    const number = ++this.played.ticks
    this.#stage.platform.setTime(at, number)
    const waiting = new Map(stop.handIns.map(one => [one.obligationId, one]))
    const tick = new Tick(number, at, stop.isBeatDoubled, report => this.#heard(report, waiting, number))
    if (stop.isLeaseStolen) {
      this.played.leasesStolen++
      this.#live[0]?.tell({ do: 'stealLease' })
    }
    for (const [index, instance] of this.#live.entries()) tick.give(instance, index === 0 ? [...waiting.values()] : [])
    const server = stop.isServerRestarted ? this.#restart(at) : null
    for (let left = kills; left > 0; ) left -= await this.#kill(tick, waiting, at, left)
    await server
    await tick.done()
    if (waiting.size > 0) throw new Error(`${waiting.size} were not handed in`)
    return kills === 0 && !server && tick.isSettled
  }

  /** At a moment that nobody can foresee: mostly while they work. Returns how many were killed: one, now and then all. */
  async #kill(tick: Tick, waiting: ReadonlyMap<string, HandIn>, at: string, most: number): Promise<number> {
    const delay = Math.exp(this.#random() * Math.log(600))
    await Promise.race([sleep(delay), tick.done()])
    const isOutage = this.#random() < 0.15 && most >= this.#live.length
    const first = Math.floor(this.#random() * this.#live.length)
    const victims = isOutage ? [...this.#live.keys()] : [first]
    for (const victim of victims) {
      const instance = this.#live[victim]
      if (instance && tick.isAtWork(instance)) this.played.killsAtWork++
    }
    await Promise.all(victims.map(victim => this.#live[victim]?.kill()))
    this.played.kills += victims.length
    this.played.blows.push(at)
    for (const victim of victims) {
      const next = await this.#stage.pool.next()
      this.#live[victim] = next
      tick.give(next, [...waiting.values()])
    }
    return victims.length
  }

  async #restart(at: string): Promise<void> {
    if (!this.#stage.restartServer) return
    await sleep(this.#random() * 300)
    this.played.restarts++
    this.played.blows.push(at)
    await this.#stage.restartServer()
  }

  #heard(report: Report, waiting: Map<string, HandIn>, tick: number): void {
    if (report.is === 'ticked') this.played.beats += report.beats
    if (report.is !== 'handedIn') return
    const handedIn = waiting.get(report.obligationId)
    if (!waiting.delete(report.obligationId)) return
    this.played.handIns++
    if (handedIn?.stage === 'MET') this.played.metIn.set(report.obligationId, tick)
  }
}

const quiet = { handIns: [], isBeatDoubled: false, isLeaseStolen: false, isServerRestarted: false }

/** One tick, until every living instance has reported. */
class Tick {
  readonly #number: number
  readonly #at: string
  readonly #isBeatDoubled: boolean
  readonly #onReport: (report: Report) => void
  readonly #atWork = new Set<Instance>()
  readonly #reports: Extract<Report, { is: 'ticked' }>[] = []
  #resolve: () => void = () => undefined
  #done = Promise.resolve()

  constructor(number: number, at: string, isBeatDoubled: boolean, onReport: (report: Report) => void) {
    this.#number = number
    this.#at = at
    this.#isBeatDoubled = isBeatDoubled
    this.#onReport = onReport
  }

  give(instance: Instance, handIns: readonly HandIn[]): void {
    if (this.#atWork.size === 0)
      this.#done = new Promise(resolve => {
        this.#resolve = resolve
      })
    this.#atWork.add(instance)
    const hear = (report: Report): void => {
      this.#onReport(report)
      if (report.is !== 'ticked' || report.tick !== this.#number) return
      this.#reports.push(report)
      end()
    }
    const end = (): void => {
      instance.off('report', hear).off('gone', end)
      this.#atWork.delete(instance)
      if (this.#atWork.size === 0) this.#resolve()
    }
    instance.on('report', hear).once('gone', end)
    instance.tell({ do: 'tick', tick: this.#number, at: this.#at, handIns, isBeatDoubled: this.#isBeatDoubled })
  }

  isAtWork(instance: Instance): boolean {
    return this.#atWork.has(instance)
  }

  done(): Promise<void> {
    return this.#done
  }

  /** Somebody has beaten, and nothing that could be sent is left. */
  get isSettled(): boolean {
    return this.#reports.some(report => !report.isBehind) && this.#reports.every(report => report.outstanding === 0)
  }
}
