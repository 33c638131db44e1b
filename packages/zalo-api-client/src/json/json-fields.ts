import { isJsonObject, type JsonObject, type JsonValue } from './json-value.ts'

/** Reads of fields that may be missing or of another type; each answers `null` instead of throwing. */

export function objectAt(from: JsonObject | null, key: string): JsonObject | null {
  const value = from?.[key]
  return isJsonObject(value) ? value : null
}

export function listAt(from: JsonObject | null, key: string): readonly JsonValue[] | null {
  const value = from?.[key]
  return Array.isArray(value) ? value : null
}

export function textAt(from: JsonObject | null, key: string): string | null {
  const value = from?.[key]
  return typeof value === 'string' ? value : null
}

/** An id, a phone number or anything else that is digits to Zalo and must stay text here. */
export function idAt(from: JsonObject | null, key: string): string | null {
  return idOf(from?.[key])
}

export function idOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'string' && value !== '') return value
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null
}

/** A number, or a string that is nothing but a number: Zalo sends both for the same field. */
export function numberAt(from: JsonObject | null, key: string): number | null {
  const value = from?.[key]
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : null
}

export function flagAt(from: JsonObject | null, key: string): boolean | null {
  const value = from?.[key]
  return typeof value === 'boolean' ? value : null
}
