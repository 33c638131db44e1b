import { createServer } from 'node:http'
import { FakeZalo } from '../src/testing/testing.ts'
import { OaClient, readOaWebhook, webhookRequestFromNode } from '../src/zalo-api-client.ts'

const fake = await FakeZalo.start()
const oa = new OaClient({ tokens: await fake.tokens(), openapiRoot: fake.roots.openapi })
const server = createServer(async (request, response) => {
  const reading = readOaWebhook(await webhookRequestFromNode(request), fake.webhookSettings)
  response.writeHead(reading.kind === 'refused' ? reading.status : 200).end()
  if (reading.kind !== 'event' || reading.event.kind !== 'message' || reading.event.from.kind !== 'user') return
  await oa.sendMessage({ userId: reading.event.from.userId }, { kind: 'text', text: 'Xin chào!' })
}).listen(8787)
fake.oaWebhook.sender.target = 'http://127.0.0.1:8787/'
await fake.people.sends(fake.users.add().id, 'Chào OA')

console.log((await fake.oa.sent.waitFor(1))[0]?.text) // Xin chào!
await fake.settled()
await fake.stop()
server.close()
