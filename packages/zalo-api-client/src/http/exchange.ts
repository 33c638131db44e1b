import type { Runtime } from '../runtime.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | FormData
  readonly timeoutMs: number
  readonly signal?: AbortSignal
}

export interface HttpAnswer {
  readonly kind: 'answered'
  readonly status: number
  readonly text: string
}

export interface HttpFailure {
  readonly kind: 'failed'
  /** `no`: the connection was never made. `unknown`: the request may have arrived and taken effect. */
  readonly delivered: 'no' | 'unknown'
  /** A system code or one of `timeout`, `aborted`, `network`; never an address, because addresses can hold a token. */
  readonly reason: string
}

/** One HTTP call. Never throws; never follows a redirect, which would carry the token to another host. */
export async function exchange(runtime: Runtime, request: HttpRequest): Promise<HttpAnswer | HttpFailure> {
  if (request.signal?.aborted) return { kind: 'failed', delivered: 'no', reason: 'aborted' }
  const timeout = AbortSignal.timeout(request.timeoutMs)
  const init: RequestInit = {
    method: request.method,
    redirect: 'manual',
    signal: request.signal === undefined ? timeout : AbortSignal.any([request.signal, timeout]),
  }
  if (request.headers !== undefined) init.headers = { ...request.headers }
  if (request.body !== undefined) init.body = request.body
  try {
    const response = await runtime.fetch(request.url, init)
    return { kind: 'answered', status: response.status, text: await response.text() }
  } catch (error) {
    if (timeout.aborted) return { kind: 'failed', delivered: 'unknown', reason: 'timeout' }
    if (request.signal?.aborted) return { kind: 'failed', delivered: 'unknown', reason: 'aborted' }
    return failureOf(error)
  }
}

// These happen before the first byte of the request leaves the machine.
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

function failureOf(error: unknown): HttpFailure {
  const code = systemCode(error) ?? (error instanceof Error ? systemCode(error.cause) : null)
  const reason = code ?? 'network'
  return { kind: 'failed', delivered: neverConnected.has(reason) ? 'no' : 'unknown', reason }
}

function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' && /^[A-Z0-9_]{1,60}$/.test(error.code) ? error.code : null
}
