import { type ErrorClass, ZaloError } from 'zalo-api-client'
import { after } from '../../clock.ts'
import { isTransient } from '../../store/transient.ts'
import type { SendResult } from '../channel.ts'
import { rateLimited } from '../rate-limited.ts'
import { morningInVietnam } from '../vietnam-night.ts'

/**
 * What a failed send means for the message (zalo.md §6, §7). Silence of a week is no reason to give an account up: the
 * channel is closed for this message, and the account stays reachable. An unknown code is in doubt and ends as
 * `unknown`, with the code in `why`.
 */
export function sendResultOf(error: unknown, now: Date): SendResult {
  if (!(error instanceof ZaloError)) {
    // The tokens could not be read: nothing has left yet.
    if (isTransient(error)) return { result: 'retryAt', at: after(now, 5_000), why: 'database' }
    return { result: 'unknown', why: error instanceof Error ? error.name : 'fault' }
  }
  const why = inWords(error)
  const later = (ms: number, reason = why): SendResult => ({ result: 'retryAt', at: after(now, ms), why: reason })
  switch (error.errorClass) {
    case 'ambiguous':
      return isBeforeSending(error) ? later(60_000) : { result: 'unknown', why }
    case 'wait':
      return later(error.retryAfterMs ?? 60_000, isRate(error) ? rateLimited : why)
    case 'not-delivered':
      return later(5_000)
    case 'attachment-expired':
      return later(1_000)
    case 'refresh':
    case 'configuration':
    case 'needs-consent':
      // The account of the OA or the bot is in trouble, not the message: it waits until somebody has mended that.
      return later(60_000)
    case 'quota':
    case 'billing':
      return { result: 'closed', why: error.errorClass, reopensAt: after(now, 3_600_000) }
    case 'schedule':
      // Zalo refuses by night what it takes for promotion (-234, -133).
      return { result: 'retryAt', at: morningInVietnam(now), why }
    case 'recipient':
      return isNotFollowing(error) ? { result: 'closed', why: 'notFollowing' } : { result: 'unreachable', why }
    case 'outside-window':
      return { result: 'closed', why: 'outsideWindow' }
    case 'use-phone':
    case 'payload':
    case 'permanent':
      return { result: 'refused', why }
  }
}

/** One short line for logs, health and the officers' view: operation, code and class, of the token endpoint its words without secrets; nothing of the message. */
export function inWords(error: unknown): string {
  if (!(error instanceof ZaloError)) return error instanceof Error ? error.name : 'fault'
  const { platform, operation, errorClass, code, said } = error
  return `${platform} ${operation}${code === null ? '' : ` ${code}`} ${errorClass}${said === null ? '' : `: «${said}»`}`
}

/** Whether nothing comes through until somebody acts. */
export function isAccountTrouble(error: unknown): error is ZaloError {
  const trouble: readonly ErrorClass[] = ['configuration', 'needs-consent', 'billing', 'refresh']
  return error instanceof ZaloError && trouble.includes(error.errorClass)
}

/** A token call or an upload: whatever became of it, the message itself has not been sent. */
function isBeforeSending({ platform, operation }: ZaloError): boolean {
  return platform === 'oauth' || operation.startsWith('upload-')
}

/** Whoever does not follow the OA may still write to it and follow it any day, and gets templates meanwhile. */
function isNotFollowing({ platform, code }: ZaloError): boolean {
  return platform === 'oa' && code === -213
}

/** The rate of the whole OA: everybody waits. */
function isRate({ platform, code }: ZaloError): boolean {
  return platform === 'oa' && code === -32
}
