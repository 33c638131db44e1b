import { randomUUID } from 'node:crypto'
import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Runtime, systemRuntime } from '../runtime.ts'
import { TokenLeaseLost } from './token-lease-lost.ts'
import { stateIn, type TokenSeal, unsealed } from './token-seal.ts'
import type { TokenState } from './token-state.ts'
import type { TokenSlot, TokenStore } from './token-store.ts'

export interface FileTokenStoreSettings {
  /** One file for each OA, in a folder that exists. Beside it come `<path>.lock` and a draft. */
  readonly path: string
  /** Encrypts what is kept. Without it the file is readable JSON, for its owner's eyes only (0600). */
  readonly seal?: TokenSeal
  readonly runtime?: Runtime
}

interface Lease {
  readonly owner: string
  /** Milliseconds. */
  readonly until: number
}

const lookEveryMs = 50

/**
 * The tokens of one OA in a file, for all processes of one machine. A write is whole or not at all and durable when it
 * resolves: a draft is written and synced, then renamed. The lock is a file beside it with a lease: a holder that is killed is
 * waited for until its lease has run out, at most a minute, and one that was stopped for longer can write no more.
 *
 * Not for network file systems, whose renames and exclusive creations are not to be trusted.
 */
export class FileTokenStore implements TokenStore {
  readonly #path: string
  readonly #lock: string
  readonly #seal: TokenSeal
  readonly #runtime: Runtime

  constructor(settings: FileTokenStoreSettings) {
    this.#path = settings.path
    this.#lock = `${settings.path}.lock`
    this.#seal = settings.seal ?? unsealed
    this.#runtime = settings.runtime ?? systemRuntime
  }

  async read(): Promise<TokenState | null> {
    return stateIn(await textOf(this.#path), this.#seal)
  }

  async exclusively<T>(need: { readonly atLeastMs: number }, work: (slot: TokenSlot) => Promise<T>): Promise<T> {
    const owner = randomUUID()
    await this.#acquire(owner, need.atLeastMs)
    try {
      return await work({ read: () => this.read(), write: state => this.#write(state, owner) })
    } finally {
      if ((await this.#holder())?.owner === owner) await rm(this.#lock, { force: true })
    }
  }

  async #acquire(owner: string, ms: number): Promise<void> {
    for (;;) {
      const lease: Lease = { owner, until: this.#runtime.now() + ms }
      if (await isCreated(this.#lock, JSON.stringify(lease))) return
      const holder = await this.#holder()
      if (holder !== null && holder.until <= this.#runtime.now()) await this.#remove(holder)
      else await this.#runtime.sleep(lookEveryMs)
    }
  }

  /** Takes the lock of a holder whose lease has run out away, and only that one. */
  async #remove(stale: Lease): Promise<void> {
    const aside = `${this.#lock}.${stale.owner}`
    try {
      await rename(this.#lock, aside)
      // Between the look and the rename somebody else may have taken over: then the lock goes back.
      if (leaseIn(await textOf(aside))?.owner !== stale.owner) await link(aside, this.#lock)
    } catch {
      // Somebody else was faster.
    }
    await rm(aside, { force: true })
  }

  async #holder(): Promise<Lease | null> {
    return leaseIn(await textOf(this.#lock))
  }

  async #write(state: TokenState, owner: string): Promise<void> {
    const draft = `${this.#path}.${owner}`
    try {
      await writeSynced(draft, this.#seal.seal(JSON.stringify(state)))
      const holder = await this.#holder()
      if (holder?.owner !== owner || holder.until <= this.#runtime.now()) throw new TokenLeaseLost()
      await rename(draft, this.#path)
      await syncFolder(dirname(this.#path))
    } finally {
      await rm(draft, { force: true })
    }
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function leaseIn(text: string | null): Lease | null {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    // Being written at this moment.
    return null
  }
}

async function isCreated(path: string, text: string): Promise<boolean> {
  // Whole from the first moment: a lock that is seen half-written would have no end.
  const draft = `${path}.${randomUUID()}`
  await writeSynced(draft, text)
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    // Whatever the umask gave.
    await file.chmod(0o600)
    await file.writeFile(text, 'utf8')
    await file.sync()
  } finally {
    await file.close()
  }
}

/** So that the rename outlives a power cut; systems that cannot sync a folder do not need it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
