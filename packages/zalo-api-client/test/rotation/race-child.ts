import { OaTokenSource } from '../../src/oauth/oa-token-source.ts'
import { LentTokenStore } from './lent-token-store.ts'

/**
 * One racer, for several OAs at once. On each `go` it finds the token of each refused, as the other racer does at the same
 * moment, and answers with the tokens it has then.
 */
const [, , oauthRoot = '', appId = '', appSecret = '', count = '1'] = process.argv
process.setMaxListeners(Number(count) + 10)
const sources = Array.from(
  { length: Number(count) },
  (_, oa) => new OaTokenSource({ appId, appSecret, oauthRoot, store: new LentTokenStore(oa) }),
)

let current = await Promise.all(sources.map(source => source.accessToken()))

process.on('message', (message: { go?: true }) => {
  if (!message.go) return
  Promise.all(sources.map((source, oa) => source.renew(current[oa] ?? ''))).then(
    tokens => {
      current = tokens
      process.send?.({ tokens })
    },
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.send?.({ tokens: current })
