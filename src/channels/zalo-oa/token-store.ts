import { setTimeout as sleep } from 'node:timers/promises'
import type { TokenSlot, TokenState, TokenStore } from 'zalo-api-client'
import type { PrismaClient } from '../../store/generated/client.ts'
import { seal, unseal } from '../../store/seal.ts'

/** How often whoever waits looks whether the lease is free. */
const LOOK_EVERY_MS = 200

export class TokenLeaseLost extends Error {
  override readonly name = 'TokenLeaseLost'

  constructor() {
    super('the lease of the tokens was taken over by another process')
  }
}

/**
 * The tokens of one OA in the database of the app, for all its processes. A lease lets one of them in at a time: no
 * transaction is open while it talks to Zalo. Each holder gets a higher number, and a write with an older one is
 * refused, so that a process that was stopped for long cannot undo what its successor wrote. Each write is durable at
 * once; a holder that is killed is waited for until its lease has run out.
 *
 * The lease runs by the clock of the database, the one clock that all processes share. Tokens are stored sealed with the
 * App Secret Key: with another key they are as good as none, and a new consent is needed.
 */
export class DatabaseTokenStore implements TokenStore {
  readonly #prisma: PrismaClient
  readonly #name: string
  readonly #secret: string
  readonly #lookEveryMs: number

  constructor(prisma: PrismaClient, oaId: string, appSecret: string, lookEveryMs = LOOK_EVERY_MS) {
    this.#prisma = prisma
    this.#name = `zalo-oa:${oaId}`
    this.#secret = appSecret
    this.#lookEveryMs = lookEveryMs
  }

  async read(): Promise<TokenState | null> {
    const row = await this.#prisma.channelToken.findUnique({ where: { name: this.#name }, select: { state: true } })
    return this.#opened(row?.state ?? null)
  }

  async exclusively<T>(need: { readonly atLeastMs: number }, work: (slot: TokenSlot) => Promise<T>): Promise<T> {
    const { fence, state } = await this.#acquire(need.atLeastMs)
    let held = this.#opened(state)
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
      await this.#release(fence).catch(() => undefined)
    }
  }

  /** The state as the holder before left it, with the lease. */
  async #acquire(ms: number): Promise<{ fence: bigint; state: string | null }> {
    let isKnown = false
    for (;;) {
      const [taken] = await this.#prisma.$queryRaw<{ fence: bigint; state: string | null }[]>`
        UPDATE channel_token SET fence = fence + 1, lease_until = clock_timestamp() + ${ms}::int * interval '1 ms'
        WHERE name = ${this.#name} AND (lease_until IS NULL OR lease_until <= clock_timestamp())
        RETURNING fence, state`
      if (taken) return taken
      if (isKnown) await sleep(this.#lookEveryMs)
      else
        await this.#prisma.$executeRaw`INSERT INTO channel_token (name) VALUES (${this.#name}) ON CONFLICT DO NOTHING`
      isKnown = true
    }
  }

  #opened(sealed: string | null): TokenState | null {
    const text = sealed === null ? null : unseal(sealed, this.#secret, this.#name)
    return text === null ? null : JSON.parse(text)
  }

  async #write(state: TokenState, fence: bigint): Promise<void> {
    const sealed = seal(JSON.stringify(state), this.#secret, this.#name)
    const written = await this.#prisma.$executeRaw`
      UPDATE channel_token SET state = ${sealed} WHERE name = ${this.#name} AND fence = ${fence}`
    if (written === 0) throw new TokenLeaseLost()
  }

  async #release(fence: bigint): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE channel_token SET lease_until = NULL WHERE name = ${this.#name} AND fence = ${fence}`
  }
}
