import { DatabaseUnreachable, type UnreachableReason } from './errors.ts'

/** Turns what the driver threw while connecting into the one reason that a person can act on. */
export function connectionFailure(error: unknown, address: URL | undefined): DatabaseUnreachable {
  return new DatabaseUnreachable({
    reason: reasonOf(error),
    host: address?.hostname ?? '',
    port: address ? address.port || '5432' : '',
    database: address ? decodeURIComponent(address.pathname.slice(1)) : '',
    user: address ? decodeURIComponent(address.username) : '',
    detail: withoutPassword(error instanceof Error ? error.message || codeOf(error) : String(error), address),
  })
}

/** The address, or nothing when it is not one of PostgreSQL. */
export function parseAddress(databaseUrl: string): URL | undefined {
  try {
    const address = new URL(databaseUrl)
    return ['postgres:', 'postgresql:'].includes(address.protocol) ? address : undefined
  } catch {
    return undefined
  }
}

/** SQLSTATE or the system's error code → reason. */
const REASONS: Readonly<Record<string, UnreachableReason>> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ECONNREFUSED: 'refused',
  ENOENT: 'refused',
  ECONNRESET: 'refused',
  EHOSTUNREACH: 'timeout',
  ENETUNREACH: 'timeout',
  ETIMEDOUT: 'timeout',
  '28P01': 'credentials',
  '28000': 'credentials',
  '3D000': 'no-such-database',
  '42501': 'not-permitted',
  '53300': 'too-many-connections',
  '57P03': 'starting-up',
}

function reasonOf(error: unknown): UnreachableReason {
  const known = REASONS[codeOf(error)]
  if (known) return known
  const text = error instanceof Error ? error.message : ''
  if (/timeout/i.test(text)) return 'timeout'
  if (/password|SASL|SCRAM/i.test(text)) return 'credentials'
  if (/\bSSL\b|\bTLS\b|certificate/i.test(text)) return 'tls'
  return 'other'
}

function codeOf(error: unknown): string {
  // Several addresses of one host were tried: all failed, the first tells why.
  const one = error instanceof AggregateError ? error.errors[0] : error
  return one instanceof Error && 'code' in one ? String(one.code) : ''
}

function withoutPassword(text: string, address: URL | undefined): string {
  const password = address?.password
  if (!password) return text
  return text.replaceAll(password, '…').replaceAll(decodeURIComponent(password), '…')
}
