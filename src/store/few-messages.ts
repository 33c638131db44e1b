import type pg from 'pg'
import { isLast } from './last-statement.ts'
import { together } from './together.ts'

/**
 * The pool, over whose connections a transaction costs no messages of its own: what begins it goes with its first statement, and
 * COMMIT with the one that is marked as its last. One without statements costs nothing.
 */
export function withFewMessages(pool: pg.Pool): pg.Pool {
  const own: Partial<pg.Pool> = { query: pool.query.bind(pool), on: pool.on.bind(pool) }
  const connect = async () => connectionOver(await pool.connect())
  return Object.assign(Object.create(pool), own, { connect, removeListener: pool.removeListener.bind(pool) })
}

function connectionOver(client: pg.PoolClient): pg.PoolClient {
  const query = transactionOver(client)
  const own: Partial<pg.PoolClient> = { on: client.on.bind(client) }
  return Object.assign(Object.create(client), own, { query, removeListener: client.removeListener.bind(client) })
}

/** Carries out the statements of one transaction, which begin with BEGIN. */
function transactionOver(client: pg.PoolClient): (statement: pg.QueryConfig) => Promise<pg.QueryResult> {
  /** What waits for the first statement. */
  let beginning: pg.QueryConfig[] = []
  let state: 'beginning' | 'open' | 'committed' = 'beginning'

  async function carryOut(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    const before = beginning
    beginning = []
    // It may have begun, whatever is answered: only an answer to its end tells that it has ended.
    state = 'open'
    if (isLast(statement.text)) return end([...before, statement])
    if (before.length === 0) return client.query(statement)
    return (await together(client, [...before, statement])).at(-1) ?? nothing
  }

  async function end(statements: readonly pg.QueryConfig[]): Promise<pg.QueryResult> {
    const results = await together(client, [...statements, commit])
    state = 'committed'
    return results.at(-2) ?? nothing
  }

  return inTurn(async statement => {
    if (endings.has(statement.text)) return state === 'open' ? client.query(statement) : nothing
    if (state === 'committed') throw new Error('a statement came after the last of its transaction')
    if (state === 'beginning' && beginnings.test(statement.text)) {
      beginning.push(statement)
      return nothing
    }
    return carryOut(statement)
  })
}

/** Prisma asks for what belongs to a record side by side, but a connection carries out one statement after the other. */
function inTurn<Asked, Answer>(carryOut: (asked: Asked) => Promise<Answer>): (asked: Asked) => Promise<Answer> {
  let before: Promise<unknown> = Promise.resolve()
  return asked => {
    const next = () => carryOut(asked)
    const answer = before.then(next, next)
    before = answer
    return answer
  }
}

const beginnings = /^(BEGIN$|SET TRANSACTION )/
const endings: ReadonlySet<string> = new Set(['COMMIT', 'ROLLBACK'])
const commit: pg.QueryConfig = { name: 'commit', text: 'COMMIT' }
const nothing: pg.QueryResult = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] }
