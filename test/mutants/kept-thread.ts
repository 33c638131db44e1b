import { EventEmitter } from 'node:events'
import { ThreadsPoolWorker, type WorkerRequest } from 'vitest/node'

const heard = ['message', 'error', 'exit']

/** One thread for run after run: modules that are loaded and the database that is open stay for the next, until it is ended. */
export class KeptThread extends ThreadsPoolWorker {
  override readonly name = 'kept'
  readonly #listeners = new EventEmitter()
  #isRunning = false
  #isReady = false

  override on(event: string, listener: (arg: unknown) => void): void {
    this.#listeners.on(event, listener)
  }

  override off(event: string, listener: (arg: unknown) => void): void {
    this.#listeners.off(event, listener)
  }

  override async start(): Promise<void> {
    if (this.#isRunning) return
    await super.start()
    this.#isRunning = true
    for (const event of heard) super.on(event, arg => this.#listeners.emit(event, arg))
  }

  /** That a run begins or is over does not concern the thread: it is answered in its place. */
  override send(message: WorkerRequest): void {
    if (message.type === 'stop') this.#answer('stopped')
    else if (message.type === 'start' && this.#isReady) this.#answer('started')
    else {
      this.#isReady = true
      super.send(message)
    }
  }

  override async stop(): Promise<void> {
    this.#listeners.removeAllListeners()
  }

  /** The next run begins in another thread, and loads all anew. */
  async end(): Promise<void> {
    if (!this.#isRunning) return
    this.#isRunning = false
    this.#isReady = false
    await super.stop()
  }

  #answer(type: 'started' | 'stopped'): void {
    this.#listeners.emit('message', { type, __vitest_worker_response__: true })
  }
}
