import type { IncomingMessage } from 'node:http'
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'

export interface FakeRequest {
  readonly method: string
  /** Below the host's root, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly header: (name: string) => string | null
  readonly body: Buffer
  /** Aborted when the caller hangs up. */
  readonly gone: AbortSignal
}

export interface FakeAnswer {
  readonly status: number
  readonly body: JsonObject | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

export type FakeHost = (request: FakeRequest) => Promise<FakeAnswer> | FakeAnswer

export function ok(body: JsonObject): FakeAnswer {
  return { status: 200, body }
}

export function jsonOf(request: FakeRequest): JsonObject | null {
  const body = parseJson(request.body.toString('utf8'))
  return isJsonObject(body) ? body : null
}

export function isString(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && value !== ''
}

export function headerOf(message: IncomingMessage, name: string): string | null {
  const value = message.headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}
