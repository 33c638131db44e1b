import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { expect, it } from 'vitest'
import { Prisma } from '../../src/store/generated/client.ts'
import { isTransient } from '../../src/store/transient.ts'

const known = (code: string, message = '', driverAdapterError?: Error) =>
  new Prisma.PrismaClientKnownRequestError(message, { code, clientVersion: '', meta: { driverAdapterError } })
const coded = (code: string) => Object.assign(new Error('x'), { code })
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

/** Disk, memory, connections, limits; cancelled, shut down, crashed; input and output; read-only; locks; conflicts; damage. */
const states = [
  ...[
    '53000',
    '53100',
    '53200',
    '53300',
    '53400',
    '57014',
    '57P01',
    '57P02',
    '57P03',
    '57P05',
    '58000',
    '58030',
    '58P01',
  ],
  ...['25006', '25P03', '25P04', '55P03', '55006', '08000', '08003', '08006', '08P01', '40001', '40P01', '40003'],
  ...['XX000', 'XX001', 'XX002', '28P01', '3D000', '42501', '0A000', '26000'],
]

it.each<[string, unknown]>([
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
  ...states.map((state): [string, unknown] => [`the database says ${state}`, raw(state)]),
  ...states.map((state): [string, unknown] => [`${state} through Prisma’s client`, known('P2039', '', raw(state))]),
  ...states.map((state): [string, unknown] => [`${state} from the driver`, coded(state)]),
  ['the disk is full', coded('ENOSPC')],
  ['the same, deep down', new Error('could not write', { cause: coded('ENOSPC') })],
  ['several addresses, none of which answers', new AggregateError([coded('ECONNREFUSED'), coded('ETIMEDOUT')])],
  ['no time for a transaction', known('P2028')],
  ['the pool gave none', known('P2024')],
  ['the server cannot be reached', known('P1001')],
])('may succeed later: %s', (_, error) => expect(isTransient(error)).toBe(true))

it.each<[string, unknown]>([
  ['a value twice', raw('23505')],
  ['the same by Prisma’s client', known('P2002')],
  ['a fault of ours', new TypeError('x is not a function')],
  ['a value that cannot be stored', known('P2010', '', raw('22P05'))],
  ['what a function of ours raised', raw('P0001')],
  ['a statement of ours', raw('42P01')],
  ['words of a person that sound like it', known('P2010', 'Code: `22P02`. Message: `"Connection terminated"`')],
  ['a file that is missing', coded('ENOENT')],
  ['nothing of the kind', 'no error'],
])('will not succeed later: %s', (_, error) => expect(isTransient(error)).toBe(false))
