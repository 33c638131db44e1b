import { GrammyError, HttpError } from 'grammy'

/**
 * What went wrong in a call, in words that may be logged and shown. The errors of the library may not: those of
 * the network carry the address, and the address carries the token.
 */
export type TelegramFault =
  | { kind: 'answer'; code: number; description: string; retryAfterSeconds?: number }
  /** The request never left: it surely did nothing. */
  | { kind: 'notSent'; reason: string }
  /** Nobody knows whether the request arrived. */
  | { kind: 'network'; reason: string }

export function faultOf(error: unknown): TelegramFault {
  if (error instanceof GrammyError && Number.isInteger(error.error_code)) {
    const { error_code: code, parameters } = error
    const description = String(error.description).slice(0, 150)
    const retryAfterSeconds = parameters.retry_after
    return { kind: 'answer', code, description, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
  }
  const reason = codeOf(error instanceof HttpError ? error.error : error)
  return { kind: neverSent.has(reason) ? 'notSent' : 'network', reason }
}

/** One short line for logs and health. */
export function inWords(fault: TelegramFault): string {
  return fault.kind === 'answer' ? `${fault.code} ${fault.description}` : fault.reason
}

/** The bot is not let in: the token is wrong or was revoked. 404 is what a malformed token gets. */
export function isTokenRefused(fault: TelegramFault): boolean {
  return fault.kind === 'answer' && (fault.code === 401 || fault.code === 404)
}

/** Failures before the first byte of a request leaves the machine. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (/timed out/.test(error.message)) return 'timeout'
  if (error.name === 'AbortError') return 'aborted'
  for (const one of [error, error.cause]) {
    if (!(one instanceof Error) || !('code' in one)) continue
    if (typeof one.code === 'string' && /^[A-Z0-9_]{1,40}$/.test(one.code)) return one.code
  }
  return 'network'
}
