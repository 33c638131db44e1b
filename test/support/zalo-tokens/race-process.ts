// One racer for the tokens of several OAs in one database: on each line "go" it finds every token refused, as the other
// racer does at the same moment, and prints the tokens that it has then.
import { createInterface } from 'node:readline'
import { OaTokenSource } from 'zalo-api-client'
import { DatabaseTokenStore } from '../../../src/channels/zalo-oa/token-store.ts'
import { openStore } from '../../../src/store/open.ts'
import { silentLog } from '../database.ts'

const [databaseUrl = '', oauthRoot = '', appId = '', appSecret = '', count = '1'] = process.argv.slice(2)
const { prisma } = await openStore({ dataDir: '', databaseUrl, log: silentLog })
const sources = Array.from({ length: Number(count) }, (_, oa) => {
  const store = new DatabaseTokenStore(prisma, String(oa), appSecret, 40)
  return new OaTokenSource({ appId, appSecret, oauthRoot, store })
})

let current = await Promise.all(sources.map(source => source.accessToken()))
console.log(JSON.stringify(current))
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'go') break
  current = await Promise.all(sources.map((source, oa) => source.renew(current[oa] ?? '')))
  console.log(JSON.stringify(current))
}
process.exit(0)
