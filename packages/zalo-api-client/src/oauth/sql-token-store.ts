import { type Runtime, systemRuntime } from '../runtime.ts'
import { TokenLeaseLost } from './token-lease-lost.ts'
import { stateIn, type TokenSeal, unsealed } from './token-seal.ts'
import type { TokenState } from './token-state.ts'
import type { TokenSlot, TokenStore } from './token-store.ts'

/** A row by its column names. */
export type SqlRow = Readonly<Record<string, unknown>>

export interface SqlTokenStoreSettings {
  /**
   * Runs one statement, by itself and not inside a transaction that stays open, and answers its rows. Placeholders are `$1`,
   * `$2` …: what `pg`, PGlite and others take as it is.
   */
  readonly query: (sql: string, values: readonly (string | number | null)[]) => Promise<readonly SqlRow[]>
  /** Which OA; one row each. */
  readonly oaId: string
  readonly table?: string
  /** Encrypts what is kept. Without it whoever reads the table can act for the OA. */
  readonly seal?: TokenSeal
  readonly runtime?: Runtime
}

const lookEveryMs = 200

/**
 * The tokens of one OA in a table, for all processes that share the database. A lease lets one of them in at a time; no
 * transaction is open while it talks to Zalo. Each holder gets a higher number, and a write with an older one is refused. Leases
 * run by the clocks of the processes, which must agree within seconds.
 *
 * The statements are those of PostgreSQL and of SQLite from 3.35 on. `SqlTokenStore.schema()` makes the table.
 */
export class SqlTokenStore implements TokenStore {
  readonly #query: SqlTokenStoreSettings['query']
  readonly #oaId: string
  readonly #table: string
  readonly #seal: TokenSeal
  readonly #runtime: Runtime

  constructor(settings: SqlTokenStoreSettings) {
    const { query, oaId, table = defaultTable, seal = unsealed, runtime = systemRuntime } = settings
    if (!/^[A-Za-z_][A-Za-z0-9_.]*$/.test(table)) throw new TypeError('the name of the table must be a plain one')
    this.#query = query
    this.#oaId = oaId
    this.#table = table
    this.#seal = seal
    this.#runtime = runtime
  }

  static schema(table = defaultTable): string {
    return `CREATE TABLE IF NOT EXISTS ${table} (
  oa_id text PRIMARY KEY,
  state text,
  fence bigint NOT NULL DEFAULT 0,
  lease_until bigint NOT NULL DEFAULT 0
)`
  }

  async read(): Promise<TokenState | null> {
    const [row] = await this.#query(`SELECT state FROM ${this.#table} WHERE oa_id = $1`, [this.#oaId])
    return this.#stateIn(row)
  }

  async exclusively<T>(need: { readonly atLeastMs: number }, work: (slot: TokenSlot) => Promise<T>): Promise<T> {
    const row = await this.#acquire(need.atLeastMs)
    const fence = Number(row.fence)
    let held = this.#stateIn(row)
    try {
      return await work({
        // Nobody else writes while the lease is held, and a lost lease shows at the next write.
        read: async () => held,
        write: async state => {
          await this.#write(state, fence)
          held = state
        },
      })
    } finally {
      // When this fails, the lease runs out by itself; what the work has done counts.
      await this.#query(`UPDATE ${this.#table} SET lease_until = 0 WHERE oa_id = $1 AND fence = $2`, [
        this.#oaId,
        fence,
      ]).catch(() => undefined)
    }
  }

  async #acquire(ms: number): Promise<SqlRow> {
    const insert = `INSERT INTO ${this.#table} (oa_id) VALUES ($1) ON CONFLICT DO NOTHING`
    await this.#query(insert, [this.#oaId])
    for (;;) {
      const now = this.#runtime.now()
      const [row] = await this.#query(
        `UPDATE ${this.#table} SET fence = fence + 1, lease_until = $2
WHERE oa_id = $1 AND lease_until <= $3 RETURNING fence, state`,
        [this.#oaId, now + ms, now],
      )
      if (row) return row
      await this.#runtime.sleep(lookEveryMs)
    }
  }

  async #write(state: TokenState, fence: number): Promise<void> {
    const written = await this.#query(
      `UPDATE ${this.#table} SET state = $2 WHERE oa_id = $1 AND fence = $3 RETURNING fence`,
      [this.#oaId, this.#seal.seal(JSON.stringify(state)), fence],
    )
    if (written.length === 0) throw new TokenLeaseLost()
  }

  #stateIn(row: SqlRow | undefined): TokenState | null {
    return typeof row?.state === 'string' ? stateIn(row.state, this.#seal) : null
  }
}

const defaultTable = 'zalo_token'
