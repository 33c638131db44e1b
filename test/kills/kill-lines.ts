import { randomUUID } from 'node:crypto'
import { FakeZalo } from 'zalo-api-client/testing'
import type { PrismaClient } from '../../src/store/generated/client.ts'
import { botApiServer } from '../support/bot-api-server.ts'
import { textUpdate } from '../support/telegram/updates.ts'
import { csrfOf, openBrowser } from '../support/web-driver.ts'

/** One person on one channel of a product that may be gone at any moment. */
export interface KillLine {
  /** The settings with which the product serves the channel. */
  env: Readonly<Record<string, string>>
  /** The person types; resolves when the platform has done what it does until it is acknowledged. */
  types(text: string): Promise<void>
  /** What has reached the person so far. */
  heard(): Promise<readonly string[]>
  close(): Promise<void>
}

/** Where the product is reached at this moment. */
export type Address = () => string

/** Who opens the pages by another name than that of the process. */
const PUBLIC_URL = 'http://localhost:3000'
const TELEGRAM = { TELEGRAM_BOT_TOKEN: '123456:TEST' }
const SECRET = 'a-secret-of-the-webhook'

export const killLines = {
  'Telegram polling': async () => {
    const bot = await botApiServer()
    let update = 0
    return {
      env: { ...TELEGRAM, TELEGRAM_API_ROOT: bot.root, TELEGRAM_MODE: 'polling' },
      types: async text => bot.deliver(textUpdate(++update, 1001, text)),
      heard: async () => bot.sent.map(({ text }) => text),
      close: bot.stop,
    }
  },

  'Telegram webhook': async at => {
    const bot = await botApiServer()
    let update = 0
    return {
      env: {
        ...{ ...TELEGRAM, TELEGRAM_API_ROOT: bot.root },
        ...{ TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_SECRET: SECRET },
      },
      types: text => {
        const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET }
        const body = JSON.stringify(textUpdate(++update, 1001, text))
        return untilTaken(() => fetch(`${at()}/webhooks/telegram`, { method: 'POST', headers, body }))
      },
      heard: async () => bot.sent.map(({ text }) => text),
      close: bot.stop,
    }
  },

  'Zalo OA': async at => {
    const fake = await FakeZalo.start({ echoes: false })
    const user = fake.users.add({ lastInteractionAt: Date.now() }).id
    const { appId, appSecret, oaId, oaSecretKey } = fake.app
    return {
      env: {
        ...{ ZALO_OA_ID: oaId, ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret, ZALO_OA_SECRET_KEY: oaSecretKey },
        ZALO_OA_REFRESH_TOKEN: fake.oauth.issue().refreshToken,
        ...{ ZALO_OPENAPI_ROOT: fake.roots.openapi, ZALO_OAUTH_ROOT: fake.roots.oauth },
        ZALO_BUSINESS_ROOT: fake.roots.business,
      },
      types: text => {
        const { rawBody, headers } = fake.oaWebhook.sign(fake.people.writes(user, text))
        const body = new Uint8Array(rawBody)
        return untilTaken(() => fetch(`${at()}/webhooks/zalo-oa`, { method: 'POST', headers, body }))
      },
      heard: async () => fake.oa.sent.all.map(({ text }) => text ?? ''),
      close: () => fake.stop(),
    }
  },

  'Zalo Bot': async () => {
    const fake = await FakeZalo.start()
    const chat = fake.bot.addChat()
    return {
      env: { ZALO_BOT_TOKEN: fake.bot.token, ZALO_BOT_API_ROOT: fake.roots.botApi, ZALO_BOT_MODE: 'polling' },
      types: async text => void (await fake.bot.sends(chat, text)),
      heard: async () => fake.bot.sent.all.map(({ text }) => text ?? ''),
      close: () => fake.stop(),
    }
  },

  'web chat': async (at, prisma) => {
    const browser = openBrowser({
      url: PUBLIC_URL,
      fetch: request => fetch(request.url.replace(PUBLIC_URL, at()), whole(request)),
    })
    let token = ''
    return {
      env: { PUBLIC_URL },
      types: async text => {
        const code = /^\/start (.*)/.exec(text)?.[1]
        if (code !== undefined) {
          token = csrfOf((await browser.submitFrom('/', '/tham-gia', { code })).html)
          return
        }
        const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': token }
        const body = JSON.stringify({ id: randomUUID(), text })
        await untilTaken(() => browser.send('/chat/messages', { method: 'POST', headers, body }))
      },
      heard: async () => {
        const lines = await prisma.chatLine.findMany({ where: { fromBot: true }, orderBy: { seq: 'asc' } })
        return lines.map(({ body }) => (body as { message: { text: string } }).message.text)
      },
      close: async () => undefined,
    }
  },
} as const satisfies Readonly<Record<string, (at: Address, prisma: PrismaClient) => Promise<KillLine>>>

function whole(request: Request): RequestInit {
  const { method, headers, body } = request
  return { method, headers, redirect: 'manual', ...(body ? { body, duplex: 'half' } : {}) }
}

/** What is refused, or meets nobody, comes again a moment later. */
async function untilTaken(post: () => Promise<Response>): Promise<void> {
  while (
    !(await post().then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await new Promise(resolve => setTimeout(resolve, 100))
}
