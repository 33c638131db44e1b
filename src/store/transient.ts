import { isDriverAdapterError } from '@prisma/driver-adapter-utils'
import { StoreError } from './errors.ts'
import { Prisma } from './generated/client.ts'
import { chainOf, sqlStateOf } from './sql-state.ts'

/**
 * Whether the same work may succeed later, so that the event must not be acknowledged now. All that a database says about
 * itself is: full disk, no memory, read-only, shutting down, damaged, timeouts, conflicts, no connection. Only what it says
 * about the work (a bad value, a broken key, a wrong statement) is not.
 */
export function isTransient(error: unknown): boolean {
  const state = sqlStateOf(error)
  if (state !== null) return state === NOT_PERMITTED || !aboutTheWork.has(state.slice(0, 2))
  return chainOf(error).some(speaksOfItself)
}

/** Classes of SQLSTATE: values, keys, statements, limits of one value, and what functions raise. */
const aboutTheWork = new Set(['20', '21', '22', '23', '27', '2F', '38', '39', '42', '44', '54', 'P0'])
/** Of class 42, and yet no fault of a statement that went through yesterday. */
const NOT_PERMITTED = '42501'

function speaksOfItself(error: object): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError || error instanceof StoreError) return true
  if (error instanceof Prisma.PrismaClientKnownRequestError && ofTheConnection.test(error.code)) return true
  if (isDriverAdapterError(error) && lostKinds.has(error.cause.kind)) return true
  if ('code' in error && typeof error.code === 'string' && systemCodes.has(error.code)) return true
  return error instanceof Error && driverWords.test(error.message)
}

/** P1xxx: the server cannot be reached; P2024, P2028, P2037: no connection or no time; P2034: conflict. */
const ofTheConnection = /^(P1\d{3}|P2024|P2028|P2034|P2037)$/

/** What the driver adapter says without a state. */
const lostKinds = new Set([
  'DatabaseNotReachable',
  'DatabaseDoesNotExist',
  'DatabaseAccessDenied',
  'AuthenticationFailed',
  'ConnectionClosed',
  'SocketTimeout',
  'TlsConnectionError',
  'TransactionWriteConflict',
  'TooManyConnections',
])

/** What the system says of the network, the disk and its own limits. */
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'EROFS',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
])

/** What the driver says without any code. */
const driverWords =
  /\b(Connection terminated|timeout exceeded when trying to connect|is not queryable|Query read timeout|Cannot use a pool after calling end|Client was closed|Connection ended unexpectedly)\b/
