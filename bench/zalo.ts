import { createHmac, timingSafeEqual } from 'node:crypto'
import { MemoryTokenStore, readOaWebhook, signOaWebhook } from 'zalo-api-client'
import type { Inbound } from '../src/channels/channel.ts'
import { telegramChannel } from '../src/channels/telegram/telegram.ts'
import { sentOffers } from '../src/channels/zalo/typed-words.ts'
import { contactsIn } from '../src/channels/zalo-oa/contact.ts'
import { zaloOaChannel } from '../src/channels/zalo-oa/zalo-oa.ts'
import { receive } from '../src/intake/receive.ts'
import type { System } from '../src/intake/system.ts'
import type { BenchDatabase } from './database.ts'
import { measurePair, type Side } from './measure.ts'
import { answerAt, everyKind, questions } from './questions.ts'
import { benchSystem, formFeature, newMember } from './system.ts'
import type { Line } from './table.ts'
import { textUpdate } from './telegram-update.ts'

const count = 20
/** Of each form: the first word begins it, the last two answers end it. */
const measured = 18
const secret = 'bench-webhook-secret'
const app = { appId: '1234567890123456789', oaId: '1000000000000000009', oaSecretKey: 'OaSecretKeyOfTheBench' }

/**
 * (j) The same answers of the same form by webhook over Zalo OA and over Telegram: body, verified, stored. Processor time, without the
 * tenth of a second that an event of the OA waits for older ones, in which nothing is done.
 */
export async function zaloEventAgainstTelegram(database: BenchDatabase): Promise<Line> {
  const system = await benchSystem(database, [formFeature(questions(count, everyKind))])
  const rules = { cost: 'cpu', rounds: 21, warmUp: 6 } as const
  const pair = await measurePair(await overZalo(system), await overTelegram(system), rules)
  return {
    name: `(j) inbound event by Zalo OA / by Telegram, ${database.kind}`,
    pair,
    unit: 'ms',
    target: { atMost: 1.2 },
  }
}

type Post = (text: string) => Promise<void>

async function overZalo(system: System): Promise<Side> {
  const { prisma, clock, log } = system
  const user = '8000000000000000001'
  const channel = zaloOaChannel(
    { ...app, appSecret: 'unused', mayPay: false },
    {
      receive: (inbound: Inbound) => receive(system, inbound),
      clock,
      log,
      t: system.texts('vi'),
      store: new MemoryTokenStore(),
      offers: sentOffers(prisma, 'zalo-oa'),
      contact: contactsIn(prisma),
      isNameless: async () => false,
      keepName: async () => undefined,
      settle: async () => undefined,
    },
  )
  await accountOf(system, 'zalo-oa', user)
  let at = clock.now().getTime()
  return filling(async text => {
    at += 1
    const rawBody = oaBody(user, text, String(at))
    const signature = signOaWebhook({ ...app, rawBody, timestamp: String(at) })
    await posted(channel, rawBody, { 'x-zevent-signature': signature })
  })
}

async function overTelegram(system: System): Promise<Side> {
  const { clock, log } = system
  const user = 7
  const mode = { kind: 'webhook', url: 'https://thidua.example.vn/webhooks/telegram', secret } as const
  const channel = telegramChannel(
    { token: '1:bench', mode },
    { receive: (inbound: Inbound) => receive(system, inbound), clock, log, t: system.texts('vi'), commands: [] },
  )
  await accountOf(system, 'telegram', String(user))
  let updates = 0
  return filling(async text => {
    updates += 1
    const rawBody = Buffer.from(JSON.stringify(textUpdate(updates, text, user)))
    await posted(channel, rawBody, { 'x-telegram-bot-api-secret-token': secret })
  })
}

async function posted(
  channel: { handleWebhook(request: Request): Promise<Response> },
  rawBody: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<void> {
  const request = new Request('https://thidua.example.vn/webhooks/x', { method: 'POST', headers, body: rawBody })
  const { status } = await channel.handleWebhook(request)
  if (status !== 200) throw new Error(`the webhook answered ${status}`)
}

async function accountOf(system: System, channel: 'telegram' | 'zalo-oa', externalId: string): Promise<void> {
  const { accountId } = await newMember(system, 'CLERK', 'UB-P-QT')
  await system.prisma.account.update({ where: { id: accountId }, data: { channel, externalId } })
}

function filling(post: Post): Side {
  return {
    size: measured,
    before: async () => {
      await post('menu')
    },
    run: async () => {
      for (let at = 0; at < measured; at++) await post(answerAt(at, everyKind))
    },
  }
}

/**
 * (k) One webhook of the OA read whole (size, JSON with its long numbers, signature, age, typed event) and the least that any receiver
 * does: a bare HMAC and JSON.parse. The target is 20,000 events a second on one core.
 */
export async function oaWebhookAgainstBare(): Promise<Line> {
  const [batch, atMostMicros] = [2_000, 1_000_000 / 20_000]
  const at = 1_751_100_041_636
  const timestamp = String(at)
  const bodies = Array.from({ length: batch }, (_, n) => oaBody('8000000000000000001', `Trả lời câu ${n}`, timestamp))
  const calls = bodies.map(rawBody => {
    const signature = signOaWebhook({ ...app, rawBody, timestamp })
    return { rawBody, header: (name: string) => (name === 'x-zevent-signature' ? signature : null) }
  })
  const settings = { appId: app.appId, oaSecretKeys: { [app.oaId]: app.oaSecretKey }, now: () => at }
  const read: Side = {
    size: batch,
    run: () => {
      for (const call of calls)
        if (readOaWebhook(call, settings).kind !== 'event') throw new Error('a true event was refused')
    },
  }
  const expected = bodies.map(body => createHmac('sha256', app.oaSecretKey).update(body).digest())
  const bare: Side = {
    size: batch,
    run: () => {
      for (const [n, body] of bodies.entries()) {
        const mac = createHmac('sha256', app.oaSecretKey).update(body).digest()
        if (!timingSafeEqual(mac, expected[n] ?? mac)) throw new Error('a true event was refused')
        JSON.parse(body.toString('utf8'))
      }
    },
  }
  const pair = await measurePair(read, bare, { cost: 'cpu', rounds: 21, warmUp: 10 })
  const perSecond = Math.round(1_000_000 / pair.ours).toLocaleString('en')
  return {
    name: '(k) OA webhook: signature, JSON, event / HMAC and JSON.parse',
    pair,
    unit: 'µs',
    target: { atMost: atMostMicros / pair.theirs, said: '≥ 20,000/s' },
    note: `${perSecond} events a second on one core`,
  }
}

function oaBody(user: string, text: string, timestamp: string): Buffer<ArrayBuffer> {
  const body = {
    app_id: app.appId,
    user_id_by_app: '7000000000000000002',
    event_name: 'user_send_text',
    sender: { id: user },
    recipient: { id: app.oaId },
    message: { msg_id: `bench-${timestamp}-${text.length}`, text },
    timestamp,
  }
  return Buffer.from(JSON.stringify(body), 'utf8')
}
