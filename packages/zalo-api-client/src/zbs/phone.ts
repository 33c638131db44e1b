import { createHash } from 'node:crypto'

/** A Vietnamese mobile number as `84` and nine digits, or `null` when it is not one. Accepts `0…`, `+84…`, spaces, dots. */
export function normalisePhone(written: string): string | null {
  const digits = written.replace(/[\s.()-]/g, '').replace(/^\+/, '')
  const national = /^(?:84|0)?([1-9]\d{8})$/.exec(digits)?.[1]
  return national === undefined ? null : `84${national}`
}

/** The `hash_phone` of a normalised number: its SHA-256 in lower-case hex. */
export function hashPhone(normalised: string): string {
  return createHash('sha256').update(normalised).digest('hex')
}
