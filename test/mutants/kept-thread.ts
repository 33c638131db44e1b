import { EventEmitter } from 'node:events'
import { type PoolOptions, type PoolWorker, ThreadsPoolWorker, type WorkerRequest } from 'vitest/node'

const events = ['message', 'error', 'exit'] as const

/** One thread for run after run: modules that are loaded and the database that is open stay for the next, until it is ended. */
export class KeptThread {
  #worker: ThreadsPoolWorker | undefined
  #run: OneRun | undefined

  /** For the next run. */
  run(options: PoolOptions): PoolWorker {
    this.#run = new OneRun(this, options)
    return this.#run
  }

  /** False: it runs already. */
  async started(options: PoolOptions): Promise<boolean> {
    if (this.#worker) return false
    const worker = new ThreadsPoolWorker(options)
    this.#worker = worker
    await worker.start()
    for (const event of events) worker.on(event, arg => this.#run?.emit(event, arg))
    return true
  }

  send(message: WorkerRequest): void {
    this.#worker?.send(message)
  }

  /** The next run begins in another thread, and loads all anew. */
  async end(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.stop()
  }
}

/** What a run takes for a thread of its own: that it begins or is over does not concern the kept one, and is answered in its place. */
class OneRun extends EventEmitter implements PoolWorker {
  readonly name = 'kept'
  readonly #thread: KeptThread
  readonly #options: PoolOptions
  #isNew = false

  constructor(thread: KeptThread, options: PoolOptions) {
    super()
    this.#thread = thread
    this.#options = options
    // What ends between two runs is nobody's fault.
    this.on('error', () => undefined)
  }

  async start(): Promise<void> {
    this.#isNew = await this.#thread.started(this.#options)
  }

  send(message: WorkerRequest): void {
    if (message.type === 'stop') this.#answer('stopped')
    else if (message.type === 'start' && !this.#isNew) this.#answer('started')
    else this.#thread.send(message)
  }

  async stop(): Promise<void> {
    this.removeAllListeners('message')
  }

  deserialize(data: unknown): unknown {
    return data
  }

  #answer(type: 'started' | 'stopped'): void {
    this.emit('message', { type, __vitest_worker_response__: true })
  }
}
