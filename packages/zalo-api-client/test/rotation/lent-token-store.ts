import type { ChildProcess } from 'node:child_process'
import type { TokenState } from '../../src/oauth/token-state.ts'
import type { TokenSlot, TokenStore } from '../../src/oauth/token-store.ts'

/** What a racer asks its parent, who keeps the tokens of each OA and lends them to one racer at a time. */
export type Ask = { oa: number } & ({ ask: 'lock' | 'read' | 'release' } | { ask: 'write'; state: TokenState })
export type Answer = { oa: number; state: TokenState | null }

/** Tokens that the parent process keeps in memory: the cheapest store that keeps the contract between processes. */
export class LentTokenStore implements TokenStore {
  readonly #oa: number
  /** One question of a store is open at a time, so that the next answer is the one to it. */
  #take: (state: TokenState | null) => void = () => undefined

  constructor(oa: number) {
    this.#oa = oa
    process.on('message', (answer: Partial<Answer>) => {
      if (answer.oa === oa && answer.state !== undefined) this.#take(answer.state)
    })
  }

  read(): Promise<TokenState | null> {
    return this.#answered({ oa: this.#oa, ask: 'read' })
  }

  async exclusively<T>(_need: { readonly atLeastMs: number }, work: (slot: TokenSlot) => Promise<T>): Promise<T> {
    await this.#answered({ oa: this.#oa, ask: 'lock' })
    try {
      return await work({
        read: () => this.read(),
        write: async state => {
          await this.#answered({ oa: this.#oa, ask: 'write', state })
        },
      })
    } finally {
      process.send?.({ oa: this.#oa, ask: 'release' } satisfies Ask)
    }
  }

  #answered(question: Ask): Promise<TokenState | null> {
    return new Promise(resolve => {
      this.#take = resolve
      process.send?.(question)
    })
  }
}

/** The parent's side, for one OA. */
export class TokenLender {
  state: TokenState
  /** How often one racer had to wait for the other. */
  waits = 0
  #holder: ChildProcess | null = null
  readonly #waiting: ChildProcess[] = []

  constructor(state: TokenState) {
    this.state = state
  }

  answer(racer: ChildProcess, question: Ask): void {
    const { oa } = question
    const say = (to: ChildProcess, state: TokenState | null) => to.send({ oa, state } satisfies Answer)
    switch (question.ask) {
      case 'lock':
        if (this.#holder !== null) {
          this.waits += 1
          this.#waiting.push(racer)
          return
        }
        this.#holder = racer
        return void say(racer, null)
      case 'release':
        this.#holder = this.#waiting.shift() ?? null
        if (this.#holder) say(this.#holder, null)
        return
      case 'write':
        if (this.#holder !== racer) throw new Error('a write without the lock')
        this.state = question.state
        return void say(racer, null)
      case 'read':
        return void say(racer, this.state)
    }
  }
}
