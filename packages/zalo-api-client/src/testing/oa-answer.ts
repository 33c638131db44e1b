import type { JsonObject, JsonValue } from '../json/json-value.ts'
import { type FakeAnswer, ok } from './fake-http.ts'

/** Errors of the OA and ZBS hosts come with HTTP 200. */
export function oaError(error: number, message = 'Error'): FakeAnswer {
  return ok({ error, message })
}

export function success(data: JsonValue): JsonObject {
  return { error: 0, message: 'Success', data }
}

/** One client reports HTTP 404 for this one. */
export function noSuchApi(): FakeAnswer {
  return { status: 404, body: { error: 404, message: 'You are accessing an empty or invalid API' } }
}
