import { numberAt, objectAt, textAt } from '../json/json-fields.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'

export type OaEnvelope =
  /** The whole body is handed on for the calls that answer without `data`. */
  | { readonly kind: 'success'; readonly data: JsonObject }
  | { readonly kind: 'failure'; readonly code: number; readonly message: string }
  | { readonly kind: 'unknown-path' }
  | { readonly kind: 'unreadable' }

/** Reads `{ error, message, data }`. A body without a number in `error` is no success, whatever its HTTP status. */
export function readEnvelope(text: string): OaEnvelope {
  const body = parseJson(text)
  if (!isJsonObject(body)) return { kind: 'unreadable' }
  const message = textAt(body, 'message') ?? ''
  if (/empty or invalid API/i.test(message)) return { kind: 'unknown-path' }
  const code = numberAt(body, 'error')
  if (code === null) return { kind: 'unreadable' }
  if (code !== 0) return { kind: 'failure', code, message }
  return { kind: 'success', data: objectAt(body, 'data') ?? body }
}
