import type { TokenState } from './token-state.ts'

/**
 * Where the token state of one OA lives. The application implements it on storage that all its processes share.
 *
 * Zalo's refresh token works once, so a store that lets two processes in at a time, or that forgets a write, costs the
 * OA its connection until a person consents again.
 */
export interface TokenStore {
  /** The last durable state, without waiting for the lock. */
  read(): Promise<TokenState | null>

  /**
   * Runs `work` while no other process and no other call runs one for the same OA. Waits for its turn.
   *
   * A lock that ends with its holder (a row lock, an advisory lock) is best. A lease must last at least `atLeastMs` and
   * its `write` must throw once the lease is lost. What `work` returns or throws is handed on.
   */
  exclusively<T>(need: { readonly atLeastMs: number }, work: (slot: TokenSlot) => Promise<T>): Promise<T>
}

export interface TokenSlot {
  /** The state as the holder of the lock sees it: never older than the last write of the holder before. */
  read(): Promise<TokenState | null>
  /**
   * Replaces the state, whole or not at all. Durable at the latest when `exclusively` resolves; better at once, because
   * then a killed process leaves behind that a refresh was under way.
   */
  write(state: TokenState): Promise<void>
}
