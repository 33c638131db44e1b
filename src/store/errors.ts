/** Values for the sentence that a person reads about an error. Never a password, never a whole connection address. */
export type ErrorParams = Readonly<Record<string, string | number>>

/**
 * Why the store cannot be opened or used. `code` chooses the sentence (in `locales/`), `params` fill it.
 * `message` is for the log only. Each has exactly one cause that its reader can act on.
 */
export abstract class StoreError extends Error {
  abstract readonly code: string
  readonly params: ErrorParams

  constructor(params: ErrorParams, cause?: unknown) {
    super(undefined, { cause })
    this.name = new.target.name
    this.params = params
    this.message = Object.entries(params)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')
  }
}

/** Another process works in the data folder. */
export class DataFolderLocked extends StoreError {
  readonly code = 'data-folder-locked'
  declare readonly params: ErrorParams & {
    readonly folder: string
    /** The process that holds the folder; 0 when it left no record. */
    readonly pid: number
    readonly host: string
    /** ISO instant at which that process started; empty when unknown. */
    readonly since: string
  }
}

/** The lock was taken away while the store was open (its file was deleted or touched by somebody else). */
export class DataFolderLockLost extends StoreError {
  readonly code = 'data-folder-lock-lost'
  declare readonly params: ErrorParams & { readonly folder: string }
}

export type DataFolderFault =
  | 'not-writable'
  | 'not-a-folder'
  | 'not-owner'
  | 'open-to-others'
  | 'shared'
  | 'no-space'
  | 'other-version'
  | 'damaged'

/** The data folder cannot be used. Nothing in it was changed. */
export class DataFolderUnusable extends StoreError {
  readonly code = 'data-folder-unusable'
  declare readonly params: ErrorParams & {
    readonly folder: string
    readonly reason: DataFolderFault
    readonly detail: string
  }
}

export type UnreachableReason =
  | 'bad-address'
  | 'unknown-host'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'credentials'
  | 'no-such-database'
  | 'not-permitted'
  | 'too-many-connections'
  | 'starting-up'
  | 'other'

/** The PostgreSQL server named by the settings cannot be used. */
export class DatabaseUnreachable extends StoreError {
  readonly code = 'database-unreachable'
  declare readonly params: ErrorParams & {
    readonly reason: UnreachableReason
    readonly host: string
    readonly port: string
    readonly database: string
    readonly user: string
    /** What the server or the system said; for `other` the only clue. */
    readonly detail: string
  }
}

/** A migration did not go through. It left nothing behind: the database is as it was before it. */
export class MigrationFailed extends StoreError {
  readonly code = 'migration-failed'
  declare readonly params: ErrorParams & { readonly migration: string; readonly detail: string }
}

/** The text of a migration differs from what was applied to this database. */
export class MigrationEdited extends StoreError {
  readonly code = 'migration-edited'
  declare readonly params: ErrorParams & { readonly migration: string }
}

/** The database was migrated by a newer release than this program. */
export class DatabaseNewer extends StoreError {
  readonly code = 'database-newer'
  declare readonly params: ErrorParams & { readonly migration: string }
}

/** The database holds tables of something else: it is not an empty one and not one of this program. */
export class DatabaseOccupied extends StoreError {
  readonly code = 'database-occupied'
  declare readonly params: ErrorParams & { readonly database: string }
}
