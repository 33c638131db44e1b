import { ZaloNeedsConsentError } from '../errors/needs-consent-error.ts'
import type { ZaloError } from '../errors/zalo-error.ts'
import type { Runtime } from '../runtime.ts'
import { isUsable } from './token-age.ts'
import { type OauthApp, requestTokens } from './token-endpoint.ts'
import type { ActiveTokens, TokenPair } from './token-state.ts'
import type { TokenSlot } from './token-store.ts'

export interface RefreshDeps {
  readonly runtime: Runtime
  readonly app: OauthApp
  /** Called with the new pair the moment Zalo issues it, before the store is asked to keep it. */
  readonly onIssued: (pair: TokenPair, burned: TokenPair) => void
}

/** A value even for errors: a store whose lock is a transaction would undo its writes if the work threw. */
export type RefreshOutcome =
  | { readonly kind: 'pair'; readonly pair: TokenPair; readonly failure: ZaloError | null }
  | { readonly kind: 'error'; readonly error: ZaloError }

const pauseBeforeRepeatMs = 1_000

/** Spends the refresh token of `state`. To be called by the holder of the store's lock only. */
export async function refreshPair(
  slot: TokenSlot,
  state: ActiveTokens,
  rejected: string | null,
  deps: RefreshDeps,
): Promise<RefreshOutcome> {
  const { runtime, app } = deps
  const { pair } = state
  const earlierIsOpen = state.refreshBegunAt !== null
  await slot.write({ ...state, refreshBegunAt: runtime.now() })

  const ask = () =>
    requestTokens(runtime, app, 'refresh', { grant_type: 'refresh_token', refresh_token: pair.refreshToken })
  let answer = await ask()
  const firstIsOpen = answer.kind === 'failed' && answer.error.errorClass === 'ambiguous'
  if (firstIsOpen) {
    await runtime.sleep(pauseBeforeRepeatMs)
    answer = await ask()
  }

  if (answer.kind === 'granted') {
    deps.onIssued(answer.pair, pair)
    await slot.write({ kind: 'active', pair: answer.pair, previous: pair, refreshBegunAt: null })
    return { kind: 'pair', pair: answer.pair, failure: null }
  }
  if (answer.kind === 'refused') {
    const reason = earlierIsOpen || firstIsOpen ? 'lost' : 'refused'
    const { code, said } = answer
    await slot.write({ kind: 'needs-consent', reason, code, said, since: runtime.now(), previous: pair })
    return { kind: 'error', error: new ZaloNeedsConsentError(code, 'the OA needs a new consent', said) }
  }
  // Nobody refused the refresh token, so it stays; an access token with some life left still serves.
  const isOpen = earlierIsOpen || firstIsOpen || answer.error.errorClass === 'ambiguous'
  if (!isOpen) await slot.write({ ...state, refreshBegunAt: null })
  const stillServes = pair.accessToken !== rejected && isUsable(pair, runtime.now())
  return stillServes ? { kind: 'pair', pair, failure: answer.error } : { kind: 'error', error: answer.error }
}
