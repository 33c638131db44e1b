import { request } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../../src/store/open.ts'
import { freshEmbedded } from '../../support/database.ts'
import { testSystem } from '../../support/test-system.ts'
import { botSecret, ZaloStage } from '../../support/zalo/stage.ts'

type Headers = Record<string, string>

const secretHeader = 'x-bot-api-secret-token'

describe.each(['oa', 'bot-webhook'] as const)('attacks on the webhook of the running server (%s)', way => {
  let store: Store
  let stage: ZaloStage
  let url: string
  beforeAll(async () => {
    store = await freshEmbedded()
    stage = await ZaloStage.open(await testSystem(store), way)
    url = `${stage.url}/webhooks/${stage.channel.name}`
  })
  afterAll(async () => {
    await stage.close()
    await store.close()
  })

  /** A true event, and what makes it true. */
  const genuine = (age = 0): { body: string; headers: Headers } => {
    const { fake } = stage
    if (way === 'bot-webhook')
      return {
        body: JSON.stringify(fake.bot.update(fake.bot.addChat(), 'Chào')),
        headers: { [secretHeader]: botSecret },
      }
    const event = fake.people.writes(fake.users.add().id, 'Chào')
    const { rawBody, headers } = fake.oaWebhook.sign({ ...event, timestamp: String(Number(event.timestamp) - age) })
    return { body: rawBody.toString(), headers }
  }
  const post = (body: string | Uint8Array | Iterable<Uint8Array>, headers: Headers) => statusOf(url, headers, body)
  const stored = async () => {
    const { prisma } = store
    const counts = [prisma.inboundEvent.count(), prisma.account.count(), prisma.outbox.count(), prisma.draft.count()]
    return Promise.all(counts)
  }
  const refused = async (expected: number, attack: () => Promise<number | null>) => {
    const before = await stored()
    expect(await attack()).toBe(expected)
    expect(await stored()).toEqual(before)
    // The process lives: a true event is taken right after.
    const { body, headers } = genuine()
    expect(await post(body, headers)).toBe(200)
    expect((await stored())[0]).toBe((before[0] ?? 0) + 1)
  }

  test('forged: 401', async () => {
    const { body, headers } = genuine()
    const forged: Headers =
      way === 'oa'
        ? stage.fake.oaWebhook.sign(JSON.parse(body), 'another-key').headers
        : { [secretHeader]: `${botSecret}x` }
    await refused(401, () => post(body, forged))
    await refused(401, () => post(body, {}))
    if (way === 'oa') await refused(401, () => post(body.replace('Chào', 'Cháo'), headers))
  })

  test('replayed: within the time of Zalo’s own retries answered and stored once, later refused where it bears a time', async () => {
    const { body, headers } = genuine()
    expect(await post(body, headers)).toBe(200)
    const before = await stored()
    for (let n = 0; n < 3; n += 1) expect(await post(body, headers)).toBe(200)
    expect(await stored()).toEqual(before)
    const old = genuine(14 * 3_600_000)
    if (way === 'oa') await refused(401, () => post(old.body, old.headers))
  })

  test('truncated: 400', async () => {
    const { body, headers } = genuine()
    await refused(400, () => post(body.slice(0, 60), headers))
  })

  test('truncated in the middle of the transfer: nothing is kept, whoever hangs up', async () => {
    const { body, headers } = genuine()
    const { hostname, port } = new URL(url)
    await refused(0, async () => {
      const socket = connect(Number(port), hostname)
      const lines = Object.entries({ host: 'x', 'content-length': String(body.length + 500), ...headers })
      socket.write(
        `POST ${new URL(url).pathname} HTTP/1.1\r\n${lines.map(line => `${line.join(': ')}\r\n`).join('')}\r\n`,
      )
      await new Promise(resolve => socket.write(body.slice(0, 60), resolve))
      socket.destroy()
      await new Promise(resolve => socket.on('close', resolve))
      return 0
    })
  })

  test.each([
    ['with its length', () => 'x'.repeat(3_000_000)],
    ['without a length', () => endless()],
    ['just over what is read of one event', () => 'x'.repeat(300_000)],
  ])('oversized %s: 413', async (_, body) => {
    await refused(413, () => post(body(), genuine().headers))
  })

  test.each([
    ['a page', '<html>'],
    ['a list', '[1,2]'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00])],
    ['a thousand open brackets', '['.repeat(1_000)],
    ['a hundred thousand open brackets', '{"a":'.repeat(40_000)],
  ])('no JSON object (%s): 400', async (_, body) => {
    await refused(400, () => post(body, genuine().headers))
  })
})

function* endless(): Generator<Uint8Array> {
  for (;;) yield new Uint8Array(100_000)
}

/** One call on a connection of its own. The answer counts, also when it comes before all was sent and the rest is cut off. */
function statusOf(url: string, headers: Headers, body: string | Uint8Array | Iterable<Uint8Array>): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers, agent: false }, response => {
      response.resume()
      response.on('error', () => undefined)
      resolve(response.statusCode ?? 0)
      call.destroy()
    })
    call.on('error', reject)
    if (typeof body === 'string' || body instanceof Uint8Array) call.end(body)
    else
      Readable.from(body)
        .on('error', () => undefined)
        .pipe(call)
  })
}
