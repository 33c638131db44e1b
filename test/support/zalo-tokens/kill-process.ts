// Refreshes the tokens of an OA in the database at the place given (folder or server), and dies by SIGKILL at the point given.
import { OaTokenSource, systemRuntime, type TokenSlot, type TokenState, type TokenStore } from 'zalo-api-client'
import type { KillPoint } from '../../../packages/zalo-api-client/test/rotation/kill-point.ts'
import { DatabaseTokenStore } from '../../../src/channels/zalo-oa/token-store.ts'
import { openStore } from '../../../src/store/open.ts'
import { silentLog } from '../database.ts'

const [place = '', oauthRoot = '', oaId = '', appId = '', appSecret = '', point = ''] = process.argv.slice(2)
const { prisma } = await openStore({
  dataDir: place,
  databaseUrl: place.startsWith('postgres') ? place : undefined,
  log: silentLog,
})

function reached(here: KillPoint): void {
  if (here === point) process.kill(process.pid, 'SIGKILL')
}

/** Dies while the database has the statement in its hands. */
async function writing(what: 'intent' | 'save', write: () => Promise<void>): Promise<void> {
  reached(`before-${what}`)
  const written = write()
  setImmediate(() => reached(`during-${what}`))
  await written
  reached(`after-${what}`)
}

class MortalStore implements TokenStore {
  readonly #store = new DatabaseTokenStore(prisma, oaId, appSecret)

  read(): Promise<TokenState | null> {
    return this.#store.read()
  }

  async exclusively<T>(need: { readonly atLeastMs: number }, work: (slot: TokenSlot) => Promise<T>): Promise<T> {
    reached('before-lock')
    const result = await this.#store.exclusively(need, slot => {
      reached('after-lock')
      return work({
        read: async () => {
          const state = await slot.read()
          reached('after-read')
          return state
        },
        write: state => {
          const isIntent = state.kind === 'active' && state.refreshBegunAt !== null
          return writing(isIntent ? 'intent' : 'save', () => slot.write(state))
        },
      })
    })
    reached('after-release')
    return result
  }
}

const tokens = new OaTokenSource({
  appId,
  appSecret,
  oauthRoot,
  store: new MortalStore(),
  runtime: {
    ...systemRuntime,
    fetch: async (url, init) => {
      const response = await systemRuntime.fetch(url, init)
      reached('after-rotation')
      return response
    },
  },
})
await tokens.accessToken()
