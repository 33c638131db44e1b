import { OaTokenSource } from '../../src/oauth/oa-token-source.ts'
import type { TokenState } from '../../src/oauth/token-state.ts'
import type { TokenSlot, TokenStore } from '../../src/oauth/token-store.ts'
import { systemRuntime } from '../../src/runtime.ts'
import { FileTokenStore } from './file-token-store.ts'

/** Refreshes, and dies at the given point, or waits there for the one who kills it. */
const [, , path = '', lockPort = '', oauthRoot = '', appId = '', appSecret = '', point = '', how = 'die'] = process.argv

async function reached(here: string): Promise<void> {
  if (here !== point) return
  if (how === 'die') process.kill(process.pid, 'SIGKILL')
  process.send?.('there')
  await new Promise(() => undefined)
}

class MortalStore implements TokenStore {
  readonly #files = new FileTokenStore(path, Number(lockPort))

  read(): Promise<TokenState | null> {
    return this.#files.read()
  }

  async exclusively<T>(need: { readonly atLeastMs: number }, work: (slot: TokenSlot) => Promise<T>): Promise<T> {
    await reached('before-lock')
    const result = await this.#files.exclusively(need, async slot => {
      await reached('after-lock')
      return work({
        read: async () => {
          const state = await slot.read()
          await reached('after-read')
          return state
        },
        write: state => this.#write(state),
      })
    })
    await reached('after-release')
    return result
  }

  async #write(state: TokenState): Promise<void> {
    const what = state.kind === 'active' && state.refreshBegunAt !== null ? 'intent' : 'save'
    await reached(`before-${what}`)
    await this.#files.write(state, () => reached(`during-${what}`))
    await reached(`after-${what}`)
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
      await reached('after-rotation')
      return response
    },
  },
})

await tokens.accessToken()
