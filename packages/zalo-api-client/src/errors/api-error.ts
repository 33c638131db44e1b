import { botCodes } from './bot-codes.ts'
import type { CodeMeaning, CodeTable, Platform } from './error-class.ts'
import { oaCodes } from './oa-codes.ts'
import { oauthCodes } from './oauth-codes.ts'
import { ZaloApiError } from './zalo-api-error.ts'
import { zbsCodes } from './zbs-codes.ts'

// Templates by user id go through the OA host, which answers from both tables; only -100 differs between them.
const tables: Record<Platform, readonly CodeTable[]> = {
  oauth: [oauthCodes],
  oa: [oaCodes],
  zbs: [zbsCodes, oaCodes],
  bot: [botCodes],
}

// The documented rate is per minute and no answer says when the minute ends.
const rateLimitPauseMs = 60_000
const otherPauseMs = 5_000

/** The error for a code that Zalo answered. A code that is in no table is `ambiguous`: it may have taken effect. */
export function apiError(
  platform: Platform,
  operation: string,
  code: number,
  said: string | null = null,
): ZaloApiError {
  const known = meaningOf(platform, code)
  if (known === undefined) {
    return new ZaloApiError({ platform, operation, code, errorClass: 'ambiguous', meaning: 'unknown error code', said })
  }
  if (known.errorClass !== 'wait') return new ZaloApiError({ platform, operation, code, ...known, said })
  const retryAfterMs = code === -32 ? rateLimitPauseMs : otherPauseMs
  return new ZaloApiError({ platform, operation, code, ...known, retryAfterMs, said })
}

function meaningOf(platform: Platform, code: number): CodeMeaning | undefined {
  for (const table of tables[platform]) {
    const known = table.get(code)
    if (known !== undefined) return known
  }
  return undefined
}

/** The host does not know this path: nothing was done. */
export function unknownPath(platform: Platform, operation: string): ZaloApiError {
  const meaning = 'this path does not exist in the API'
  return new ZaloApiError({ platform, operation, code: null, errorClass: 'configuration', meaning })
}

/** Something answered, but not in the documented form: a proxy, a maintenance page, a changed API. */
export function unreadableAnswer(platform: Platform, operation: string, status: number): ZaloApiError {
  const meaning = `unreadable answer with HTTP status ${status}`
  return new ZaloApiError({ platform, operation, code: null, errorClass: 'ambiguous', meaning })
}
