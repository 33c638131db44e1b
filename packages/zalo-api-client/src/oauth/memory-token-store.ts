import type { TokenState } from './token-state.ts'
import type { TokenSlot, TokenStore } from './token-store.ts'

/** Keeps the tokens in this process only: for tests and first steps. A restart loses the refresh token for good. */
export class MemoryTokenStore implements TokenStore {
  #state: TokenState | null
  #turn: Promise<unknown> = Promise.resolve()

  constructor(state: TokenState | null = null) {
    this.#state = state
  }

  async read(): Promise<TokenState | null> {
    return this.#state
  }

  exclusively<T>(_need: { readonly atLeastMs: number }, work: (slot: TokenSlot) => Promise<T>): Promise<T> {
    const slot: TokenSlot = {
      read: () => this.read(),
      write: async state => {
        this.#state = state
      },
    }
    const result = this.#turn.then(() => work(slot))
    this.#turn = result.catch(() => undefined)
    return result
  }
}
