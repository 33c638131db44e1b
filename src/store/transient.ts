import { Prisma } from './generated/client.ts'

/** P1001…P1017: the server cannot be reached or closed the connection; P2024, P2028: no connection or no time; P2034: conflict. */
const transientCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034'])

/** Whether the same work may succeed a little later, so that the event must not be acknowledged now. */
export function isTransient(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return transientCodes.has(error.code) || isConnectionLoss(error.message)
  return error instanceof Error && isConnectionLoss(error.message)
}

/** 57P01 admin shutdown, 08xxx connection, 40001 serialisation, 40P01 deadlock, 53300 too many connections. */
function isConnectionLoss(message: string): boolean {
  return /\b(57P0[1-3]|08\d{3}|40001|40P01|53300|ECONNREFUSED|ECONNRESET|Connection terminated)\b/.test(message)
}
