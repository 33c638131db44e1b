import { type FaultPlan, fromServer } from '../support/faulty-store.ts'

const diskFull = fromServer('53100', 'could not extend file "base/5/16384": No space left on device')
const cut = new Error('Connection terminated unexpectedly')
const writes = /\b(INSERT|UPDATE|DELETE|take_event|keep_turn)\b/

const everyStatement =
  (error: Error): FaultPlan =>
  () => ({ error })
/** The n-th statement of each transaction, which begins with BEGIN. */
function statement(n: number, error: Error): FaultPlan {
  let nth = 0
  return sql => {
    nth = sql === 'BEGIN' ? 0 : nth + 1
    return nth === n ? { error } : null
  }
}
function commit(error: Error, isCarriedOut: boolean): FaultPlan {
  return sql => (sql === 'COMMIT' ? { error, isCarriedOut } : null)
}

/** What a database does to an installation, by name. A plan is made anew for each case. */
export const faults: readonly (readonly [name: string, plan: () => FaultPlan])[] = [
  ['disk full', () => everyStatement(diskFull)],
  ['disk full at the first statement of a step', () => statement(1, diskFull)],
  ['disk full in the middle of a step', () => statement(2, diskFull)],
  ['disk full in COMMIT', () => commit(diskFull, false)],
  ['out of memory', () => statement(2, fromServer('53200', 'out of memory'))],
  [
    'read-only',
    () => sql =>
      writes.test(sql) ? { error: fromServer('25006', 'cannot execute INSERT in a read-only transaction') } : null,
  ],
  ['statement timeout', () => statement(2, fromServer('57014', 'canceling statement due to statement timeout'))],
  ['no connections', () => everyStatement(fromServer('53300', 'sorry, too many clients already'))],
  ['connection cut in COMMIT, which is lost', () => commit(cut, false)],
  ['connection cut in COMMIT, which was carried out', () => commit(cut, true)],
]
