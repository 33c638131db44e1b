import { ZaloNeedsConsentError } from '../errors/needs-consent-error.ts'
import { zaloRoots } from '../http/root.ts'
import { type Runtime, systemRuntime } from '../runtime.ts'
import type { AccessTokens } from './access-tokens.ts'
import { type RefreshOutcome, refreshPair } from './refresh-pair.ts'
import { isDue, isUsable } from './token-age.ts'
import { type OauthApp, requestTokens, tokenCallTimeoutMs } from './token-endpoint.ts'
import { type TokenHealth, type TokenPair, type TokenState, tokenHealth } from './token-state.ts'
import type { TokenSlot, TokenStore } from './token-store.ts'

export interface OaTokenSettings {
  readonly appId: string
  /** The App Secret Key, not the OA Secret Key that signs webhooks. */
  readonly appSecret: string
  readonly store: TokenStore
  readonly oauthRoot?: string
  /** How long before its expiry a token is refreshed, at most; short-lived tokens are refreshed later. */
  readonly refreshEarlyMs?: number
  readonly runtime?: Runtime
}

// Two calls of the endpoint, the pause between them, and time for a slow store.
const need = { atLeastMs: 3 * tokenCallTimeoutMs }
const persistPausesMs = [50, 500, 2_000]
const earlyRefreshPauseMs = 60_000

/**
 * The access token of one OA, refreshed when it is due.
 *
 * Guarantees, given a store that keeps its contract: one refresh at a time over all processes; a refresh token is asked
 * for again only after a call whose answer never came; a new pair is durable before its access token is handed out.
 * A definite refusal becomes the stored state `needs-consent`, and from then on every call throws
 * `ZaloNeedsConsentError` without calling Zalo.
 *
 * Not guaranteed: a process killed between Zalo's rotation and the store's write loses the new pair. The next refresh
 * is then refused and ends in `needs-consent` with reason `lost`.
 */
export class OaTokenSource implements AccessTokens {
  readonly #app: OauthApp
  readonly #store: TokenStore
  readonly #earlyMs: number
  readonly #runtime: Runtime
  #cached: TokenPair | null = null
  #underWay: Promise<TokenPair> | null = null
  #noEarlyRefreshBefore = 0
  /** A pair that Zalo issued and the store has not taken yet: it must neither get lost nor be used. */
  #unsaved: { readonly pair: TokenPair; readonly burned: TokenPair } | null = null

  constructor(settings: OaTokenSettings) {
    const { appId, appSecret, oauthRoot = zaloRoots.oauth } = settings
    this.#app = { appId, appSecret, oauthRoot }
    this.#store = settings.store
    this.#earlyMs = settings.refreshEarlyMs ?? 10 * 60_000
    this.#runtime = settings.runtime ?? systemRuntime
  }

  async accessToken(): Promise<string> {
    const cached = this.#cached
    if (cached?.accessToken != null && !this.#isDue(cached)) return cached.accessToken
    return tokenOf(await this.#oneAtATime(null))
  }

  async renew(rejected: string): Promise<string> {
    for (let running = this.#underWay; running !== null; running = this.#underWay) {
      // It may have begun before `rejected` was refused, and then hand out just that token.
      const pair = await running.catch(() => null)
      if (pair?.accessToken != null && pair.accessToken !== rejected) return pair.accessToken
    }
    return tokenOf(await this.#oneAtATime(rejected))
  }

  /** Refreshes a pair older than `maxAgeMs`: an idle OA loses its refresh token after about three months. */
  async keepAlive(maxAgeMs: number): Promise<void> {
    const state = await this.#store.read()
    if (state?.kind !== 'active' || this.#runtime.now() - state.pair.obtainedAt < maxAgeMs) return
    await (state.pair.accessToken === null ? this.accessToken() : this.renew(state.pair.accessToken))
  }

  /** What a health check may show; holds no token. */
  async health(): Promise<TokenHealth> {
    return tokenHealth(await this.#store.read())
  }

  /** Turns the code of a consent into the first pair and stores it. The code works once, for about ten minutes. */
  async exchangeCode(code: string, codeVerifier?: string): Promise<void> {
    const verifier = codeVerifier === undefined ? {} : { code_verifier: codeVerifier }
    const grant = { grant_type: 'authorization_code', code, ...verifier }
    const answer = await requestTokens(this.#runtime, this.#app, 'exchangeCode', grant)
    if (answer.kind === 'refused') throw new ZaloNeedsConsentError(answer.code, 'the code was refused', answer.said)
    if (answer.kind === 'failed') throw answer.error
    await this.#persistently(() => this.#adopt(answer.pair), true)
    this.#cached = answer.pair
    this.#unsaved = null
  }

  /**
   * Begins with a refresh token from the settings, only where the store has nothing better: it is empty, or it needs
   * consent and this token is not the one that was refused. Answers whether the token was taken.
   */
  seed(refreshToken: string): Promise<boolean> {
    return this.#store.exclusively(need, async slot => {
      const state = await slot.read()
      const isNews = state === null || (state.kind === 'needs-consent' && state.previous.refreshToken !== refreshToken)
      const pair: TokenPair = { accessToken: null, refreshToken, obtainedAt: 0, accessExpiresAt: 0 }
      if (isNews) await slot.write(activeWith(pair, state))
      return isNews
    })
  }

  #adopt(pair: TokenPair): Promise<void> {
    return this.#store.exclusively(need, async slot => slot.write(activeWith(pair, await slot.read())))
  }

  #oneAtATime(rejected: string | null): Promise<TokenPair> {
    this.#underWay ??= this.#settle(rejected).finally(() => {
      this.#underWay = null
    })
    return this.#underWay
  }

  async #settle(rejected: string | null): Promise<TokenPair> {
    const outcome = await this.#persistently(() => this.#store.exclusively(need, slot => this.#current(slot, rejected)))
    this.#unsaved = null
    this.#cached = outcome.kind === 'pair' ? outcome.pair : null
    if (outcome.kind === 'error') throw outcome.error
    if (outcome.failure !== null) this.#noEarlyRefreshBefore = this.#runtime.now() + earlyRefreshPauseMs
    return outcome.pair
  }

  async #current(slot: TokenSlot, rejected: string | null): Promise<RefreshOutcome> {
    const state = await slot.read()
    if (state === null) return { kind: 'error', error: new ZaloNeedsConsentError(null, 'no consent was given yet') }
    if (this.#unsaved?.burned.refreshToken === lastPair(state).refreshToken) {
      await slot.write(activeWith(this.#unsaved.pair, state))
      return { kind: 'pair', pair: this.#unsaved.pair, failure: null }
    }
    if (state.kind === 'needs-consent') {
      return {
        kind: 'error',
        error: new ZaloNeedsConsentError(state.code, 'the OA needs a new consent', state.said ?? null),
      }
    }
    if (state.pair.accessToken !== rejected && !this.#isDue(state.pair)) {
      return { kind: 'pair', pair: state.pair, failure: null }
    }
    return refreshPair(slot, state, rejected, {
      runtime: this.#runtime,
      app: this.#app,
      onIssued: (pair, burned) => {
        this.#unsaved = { pair, burned }
      },
    })
  }

  #isDue(pair: TokenPair): boolean {
    const now = this.#runtime.now()
    return now < this.#noEarlyRefreshBefore ? !isUsable(pair, now) : isDue(pair, now, this.#earlyMs)
  }

  /** Repeats work whose store failed, as long as a pair is at stake. */
  async #persistently<T>(work: () => Promise<T>, pairAtStake = false): Promise<T> {
    for (const pause of persistPausesMs) {
      try {
        return await work()
      } catch (error) {
        if (this.#unsaved === null && !pairAtStake) throw error
        await this.#runtime.sleep(pause)
      }
    }
    return work()
  }
}

function activeWith(pair: TokenPair, before: TokenState | null): TokenState {
  return { kind: 'active', pair, previous: before === null ? null : lastPair(before), refreshBegunAt: null }
}

function lastPair(state: TokenState): TokenPair {
  return state.kind === 'active' ? state.pair : state.previous
}

function tokenOf(pair: TokenPair): string {
  if (pair.accessToken === null) throw new ZaloNeedsConsentError(null, 'no access token was issued')
  return pair.accessToken
}
