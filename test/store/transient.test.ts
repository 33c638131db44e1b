import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { expect, it } from 'vitest'
import { Prisma } from '../../src/store/generated/client.ts'
import { isTransient } from '../../src/store/transient.ts'

const known = (code: string, message = '') =>
  new Prisma.PrismaClientKnownRequestError(message, { code, clientVersion: '' })
const raw = (code: string) =>
  new DriverAdapterError({
    kind: 'postgres',
    code,
    originalCode: code,
    severity: 'FATAL',
    message: 'x',
    detail: undefined,
    column: undefined,
    hint: undefined,
  })

it.each([
  ['the server is being shut down', raw('57P01')],
  ['a connection failed', raw('08006')],
  [
    'two got into each other’s way',
    new DriverAdapterError({ kind: 'TransactionWriteConflict', originalCode: '40P01' }),
  ],
  ['too many connections', new DriverAdapterError({ kind: 'TooManyConnections', cause: 'too many clients already' })],
  ['nobody listens', new DriverAdapterError({ kind: 'DatabaseNotReachable', host: 'db', port: 5432 })],
  ['the connection was cut', new DriverAdapterError({ kind: 'ConnectionClosed' })],
  ['the same by Prisma’s client', known('P1017')],
  ['a statement cut off, by Prisma’s client', known('P2010', 'Raw query failed. Code: `57P01`. Message: `…`')],
  ['the driver', new Error('Connection terminated unexpectedly')],
  ['no free connection in time', new Error('timeout exceeded when trying to connect')],
  ['a connection that broke before', new Error('Client has encountered a connection error and is not queryable')],
])('may succeed later: %s', (_, error) => expect(isTransient(error)).toBe(true))

it.each([
  ['a chat that stands elsewhere', raw('TD001')],
  ['a value twice', raw('23505')],
  ['the same by Prisma’s client', known('P2002')],
  ['a fault of ours', new TypeError('x is not a function')],
  ['nothing of the kind', 'no error'],
])('will not succeed later: %s', (_, error) => expect(isTransient(error)).toBe(false))
