import { isDriverAdapterError } from '@prisma/driver-adapter-utils'
import { Prisma } from './generated/client.ts'

/** P1001…P1017: the server cannot be reached or closed the connection; P2024, P2028: no connection or no time; P2034: conflict. */
const transientCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034'])

/** Whether the same work may succeed a little later, so that the event must not be acknowledged now. */
export function isTransient(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return transientCodes.has(error.code) || isConnectionLoss(error.message)
  if (isDriverAdapterError(error))
    return lostKinds.has(error.cause.kind) || isConnectionLoss(`${error.cause.originalCode} ${error.message}`)
  return error instanceof Error && isConnectionLoss(error.message)
}

/** What the driver adapter calls the same before Prisma's client gives it a code. */
const lostKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TlsConnectionError',
  'TransactionWriteConflict',
  'TooManyConnections',
])

/** 57P01 admin shutdown, 08xxx connection, 40001 serialisation, 40P01 deadlock, 53300 too many connections; then the driver's words. */
function isConnectionLoss(message: string): boolean {
  return (
    /\b(57P0[1-3]|08\d{3}|40001|40P01|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|EAI_AGAIN)\b/.test(
      message,
    ) || /\b(Connection terminated|timeout exceeded when trying to connect|is not queryable)\b/.test(message)
  )
}
