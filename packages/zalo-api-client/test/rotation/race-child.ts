import { OaTokenSource } from '../../src/oauth/oa-token-source.ts'
import { FileTokenStore } from './file-token-store.ts'

/**
 * One racer. On each `go` it finds its token refused, as the other racer does at the same moment, and answers with the
 * token it has then.
 */
const [, , path = '', lockPort = '', oauthRoot = '', appId = '', appSecret = ''] = process.argv
const store = new FileTokenStore(path, Number(lockPort))
const tokens = new OaTokenSource({ appId, appSecret, oauthRoot, store })

let current = await tokens.accessToken()

process.on('message', () => {
  tokens.renew(current).then(
    token => {
      current = token
      process.send?.({ token })
    },
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.send?.({ token: current })
