import { unreadableAnswer } from '../errors/api-error.ts'
import type { ErrorClass } from '../errors/error-class.ts'
import { oauthCodes } from '../errors/oauth-codes.ts'
import { redacted } from '../errors/redacted.ts'
import { ZaloApiError } from '../errors/zalo-api-error.ts'
import type { RefusedSetting } from '../errors/zalo-error.ts'
import { numberAt, objectAt, textAt } from '../json/json-fields.ts'
import type { JsonObject } from '../json/json-value.ts'

interface Reading {
  readonly errorClass: ErrorClass
  readonly meaning: string
  readonly refusedSetting?: RefusedSetting
}

/**
 * What an answer of the token endpoint without tokens means. Its codes are hardly documented, and production has met
 * refusals that have none, with HTTP 200 and 400: then the words decide, the name first. What is neither known by its
 * number nor by its words is `ambiguous`, and no refresh token is given up for it.
 */
export function readRefusal(
  body: JsonObject,
  operation: string,
  status: number,
  secrets: readonly string[],
): ZaloApiError {
  const parts = [body, objectAt(body, 'error'), objectAt(body, 'data')]
  const code = parts.map(codeIn).find(found => found !== null && found !== 0) ?? null
  const texts = parts.flatMap(part => textFields.flatMap(field => textAt(part, field) ?? [])).filter(isWords)
  if (code === null && texts.length === 0) return unreadableAnswer('oauth', operation, status)
  const said = redacted(saidOnce(texts).join('; '), { secrets })
  const byCode = code === null ? undefined : oauthCodes.get(code)
  const byWords = isPassing(status, texts) ? undefined : texts.map(meaningOf).find(found => found !== null)
  const unknown: Reading = {
    errorClass: 'ambiguous',
    meaning: code === null ? 'a refusal in words that are not known' : 'unknown error code',
  }
  const known: Reading | undefined = code === -14003 ? redirect : (byCode ?? byWords)
  const { errorClass, meaning, refusedSetting = null } = known ?? unknown
  return new ZaloApiError({ platform: 'oauth', operation, code, errorClass, meaning, said, refusedSetting })
}

// From the name to the longest text. `error` is a word where OAuth's own form is answered.
const textFields = ['error_name', 'error', 'error_reason', 'error_description', 'message'] as const

function codeIn(part: JsonObject | null): number | null {
  return numberAt(part, 'error') ?? numberAt(part, 'code') ?? numberAt(part, 'error_code')
}

function isWords(text: string): boolean {
  return /\p{L}/u.test(text)
}

/** A description often repeats the name. */
function saidOnce(texts: readonly string[]): string[] {
  return texts.filter(
    (text, index) => !texts.some((other, at) => at !== index && other.includes(text) && (other !== text || at < index)),
  )
}

/** A host in trouble may name the token that it could not look at: that refuses nothing. */
function isPassing(status: number, texts: readonly string[]): boolean {
  return status >= 500 || status === 429 || texts.some(text => passing.test(text))
}

const passing =
  /internal|try again|temporar|time[d ]?-?out|too many|rate limit|maintenance|unavailable|overload|busy|thử lại/i
const refusing =
  /invalid|expired|revoked|already|not valid|not found|not exist|wrong|incorrect|mismatch|không hợp lệ|hết hạn|không đúng|sai/i
const redirect: Reading = {
  errorClass: 'configuration',
  meaning: 'redirect URI or domain not accepted',
  refusedSetting: 'redirect-uri',
}

const named: readonly (readonly [RegExp, Reading])[] = [
  [
    /secret/i,
    { errorClass: 'configuration', meaning: 'the App Secret Key is not the app’s', refusedSetting: 'app-secret' },
  ],
  [/redirect|callback/i, redirect],
  [
    /refresh[\s_-]?token|grant(?![\s_-]?type)|authori[sz]ation[\s_-]?code|code[\s_-]?verifier|invalid[\s_-](auth[\s_-]?)?code|\bcode (is |was |has )?(been )?(already )?(invalid|expired|used)/i,
    { errorClass: 'needs-consent', meaning: 'refresh token or code invalid, expired or already used' },
  ],
  [
    /app(lication)?[\s_-]?id|invalid[\s_-](app|client)|(app|application)\b.*(not|invalid|không)/i,
    { errorClass: 'configuration', meaning: 'the app is not known to Zalo', refusedSetting: 'app-id' },
  ],
]

function meaningOf(text: string): Reading | null {
  if (!refusing.test(text)) return null
  return named.find(([words]) => words.test(text))?.[1] ?? null
}
