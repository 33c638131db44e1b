import pg from 'pg'

/**
 * Carries statements out one after the other as one message to the database, with one answer to all of them. Once one fails, none
 * after it is carried out; it rejects with that failure. Each is parsed and bound by the driver, as by itself.
 */
export function together(
  client: pg.ClientBase,
  statements: readonly pg.QueryConfig[],
): Promise<readonly pg.QueryArrayResult[]> {
  return new Promise((resolve, reject) => {
    client.query(new Together(statements, resolve, reject))
  })
}

/** What a statement hears from the connection, as node-postgres names it. */
interface Heard extends pg.Query {
  readonly name?: string
  readonly text: string
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: pg.Connection): void
  handleError(error: Error, connection: pg.Connection): void
  handleReadyForQuery(connection: pg.Connection): void
}

/** The names under which a connection has sent statements to be prepared, and was not answered yet. */
interface Preparing {
  submittedNamedStatements: Record<string, string>
}

/** Several statements, which the driver takes for one. */
export class Together implements pg.Submittable {
  readonly statements: readonly pg.QueryConfig[]
  readonly #parts: readonly Heard[]
  readonly #results: pg.QueryArrayResult[] = []
  readonly #reject: (error: Error) => void
  readonly #resolve: (results: readonly pg.QueryArrayResult[]) => void
  #at = 0
  #hasFailed = false

  constructor(
    statements: readonly pg.QueryConfig[],
    resolve: (results: readonly pg.QueryArrayResult[]) => void,
    reject: (error: Error) => void,
  ) {
    this.statements = statements
    this.#resolve = resolve
    this.#reject = reject
    this.#parts = statements.map(statement => this.#part(statement))
  }

  #part(statement: pg.QueryConfig): Heard {
    // A simple query would be answered by itself.
    const config = { ...statement, queryMode: 'extended' }
    const heard = (error: Error | null | undefined, result: unknown) => {
      if (error) this.#fail(error)
      else this.#results.push(result as pg.QueryArrayResult)
    }
    return new pg.Query(config, heard) as Heard
  }

  #fail(error: Error): void {
    this.#hasFailed = true
    this.#reject(error)
  }

  /** The one that the connection speaks of. */
  get #current(): Heard | undefined {
    return this.#parts[this.#at]
  }

  get name(): string | undefined {
    return this.#current?.name
  }

  get text(): string | undefined {
    return this.#current?.text
  }

  submit(connection: pg.Connection): void {
    // What follows a failure is passed over up to the next Sync: there is one, behind all of them.
    const unsynced = Object.create(connection, { sync: { value: () => undefined } })
    connection.stream.cork()
    try {
      for (const part of this.#parts) {
        part.submit(unsynced)
        // Its values cannot be put into words: what comes after must not be carried out without it.
        if (this.#hasFailed) break
      }
      connection.sync()
    } finally {
      connection.stream.uncork()
    }
  }

  handleRowDescription(message: unknown): void {
    this.#current?.handleRowDescription(message)
  }

  handleDataRow(message: unknown): void {
    this.#current?.handleDataRow(message)
  }

  handleCommandComplete(message: unknown, connection: pg.Connection): void {
    this.#current?.handleCommandComplete(message, connection)
    this.#at += 1
  }

  handleError(error: Error, connection: Preparing): void {
    // They were passed over and are not prepared.
    for (const { name } of this.#parts.slice(this.#at)) if (name) delete connection.submittedNamedStatements[name]
    this.#fail(error)
  }

  handleReadyForQuery(connection: pg.Connection): void {
    if (this.#hasFailed) return
    for (const part of this.#parts) part.handleReadyForQuery(connection)
    if (!this.#hasFailed) this.#resolve(this.#results)
  }
}
