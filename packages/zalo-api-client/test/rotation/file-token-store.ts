import { readFile, rename, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import type { TokenState } from '../../src/oauth/token-state.ts'
import type { TokenSlot, TokenStore } from '../../src/oauth/token-store.ts'

/**
 * Tokens in a file for several processes. The lock is a listening port: the system lets one process have it, and takes
 * it back from a killed one. Whoever waits hangs on the holder's port and wakes when the holder lets go.
 */
export class FileTokenStore implements TokenStore {
  readonly #path: string
  readonly #lockPort: number

  constructor(path: string, lockPort: number) {
    this.#path = path
    this.#lockPort = lockPort
  }

  async read(): Promise<TokenState | null> {
    try {
      return JSON.parse(await readFile(this.#path, 'utf8'))
    } catch {
      return null
    }
  }

  async exclusively<T>(_need: { readonly atLeastMs: number }, work: (slot: TokenSlot) => Promise<T>): Promise<T> {
    const lock = await this.#acquire()
    try {
      return await work({ read: () => this.read(), write: state => this.write(state) })
    } finally {
      await release(lock)
    }
  }

  /** Whole or not at all: the rename is one step to every reader. */
  async write(state: TokenState, beforeRename: () => Promise<void> = async () => undefined): Promise<void> {
    const draft = `${this.#path}.${process.pid}.draft`
    await writeFile(draft, JSON.stringify(state))
    await beforeRename()
    await rename(draft, this.#path)
  }

  async #acquire(): Promise<Lock> {
    for (;;) {
      const lock = await tryListen(this.#lockPort)
      if (lock !== null) return lock
      await holderGone(this.#lockPort)
    }
  }
}

interface Lock {
  readonly server: Server
  readonly waiting: Set<{ destroy: () => void }>
}

function tryListen(port: number): Promise<Lock | null> {
  return new Promise(resolve => {
    const waiting: Lock['waiting'] = new Set()
    const server = createServer(socket => {
      waiting.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => waiting.delete(socket))
    })
    server.once('error', () => resolve(null))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve({ server, waiting }))
  })
}

function holderGone(port: number): Promise<void> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
    socket.resume()
  })
}

function release({ server, waiting }: Lock): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    for (const socket of waiting) socket.destroy()
  })
}
