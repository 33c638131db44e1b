import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import type { Order, Place, Report } from './messages.ts'

/** A process of the product that has its database open and waits for orders. */
export class Instance extends EventEmitter<{ report: [Report]; gone: [] }> {
  readonly #process: ChildProcess
  isGone = false

  constructor(program: string, place: Place) {
    super()
    this.setMaxListeners(50)
    this.#process = fork(program, [JSON.stringify(place)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Not the loader with which the conductor reads its own sources; and no optimising for a life of seconds.
      execArgv: ['--liftoff-only', '--no-opt'],
    })
    this.#process.on('message', (report: Report) => this.emit('report', report))
    this.#process.once('exit', () => {
      this.isGone = true
      this.emit('gone')
    })
  }

  tell(order: Order): void {
    if (!this.isGone && this.#process.connected) this.#process.send(order, () => undefined)
  }

  /** SIGKILL: no handler runs, nothing is flushed. Resolves when it is gone. */
  async kill(): Promise<void> {
    if (this.isGone) return
    const gone = once(this, 'gone')
    this.#process.kill('SIGKILL')
    await gone
  }
}

/** Keeps processes warm, so that one that was killed is replaced at once. `keep` 0: starts one when it is asked for. */
export class Instances {
  readonly #program: string
  readonly #place: Place
  readonly #keep: number
  readonly #warm: Instance[] = []
  readonly #starting = new Set<Instance>()
  #wanted = 0
  #isClosed = false
  #wake: () => void = () => undefined

  constructor(program: string, place: Place, keep: number) {
    this.#program = program
    this.#place = place
    this.#keep = keep
    this.#fill()
  }

  async next(): Promise<Instance> {
    this.#wanted++
    for (;;) {
      this.#fill()
      const instance = this.#warm.shift()
      if (instance?.isGone) continue
      if (instance) {
        this.#wanted--
        this.#fill()
        return instance
      }
      await new Promise<void>(resolve => {
        this.#wake = resolve
      })
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all([...this.#warm, ...this.#starting].map(instance => instance.kill()))
  }

  /** At most two start at a time: they cost processor time that the living ones need. */
  #fill(): void {
    const wanted = this.#keep + this.#wanted
    while (!this.#isClosed && this.#starting.size < 2 && this.#warm.length + this.#starting.size < wanted) this.#start()
  }

  #start(): void {
    const instance = new Instance(this.#program, this.#place)
    this.#starting.add(instance)
    instance.once('report', () => {
      this.#starting.delete(instance)
      this.#warm.push(instance)
      this.#wake()
      this.#fill()
    })
    // One that finds its server restarting gives up, as the product does; another is started.
    instance.once('gone', () => {
      if (this.#starting.delete(instance)) setTimeout(() => this.#fill(), 200)
    })
  }
}
