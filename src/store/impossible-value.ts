import { isDriverAdapterError } from '@prisma/driver-adapter-utils'
import { Prisma } from './generated/client.ts'

/**
 * Whether a query was refused because no row can hold the value that it asks for: no uuid, out of range, unreadable text. Said
 * of a value that comes from an address, it means that there is nothing there.
 */
export function isImpossibleValue(error: unknown): boolean {
  const cause = error instanceof Prisma.PrismaClientKnownRequestError ? error.meta?.driverAdapterError : error
  return isDriverAdapterError(cause) && impossible.has(cause.cause.originalCode ?? '')
}

/** Numeric value out of range, text that cannot be kept, text that is no value of its type, text that JSON cannot hold. */
const impossible = new Set(['22003', '22021', '22P02', '22P05'])
