import { createServer, type IncomingMessage, Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js'
import { readRequest } from './read-request.ts'
import type { Recorder } from './recorder.ts'

interface Button {
  text: string
  callback_data?: string
}

export interface BotMessage {
  id: number
  text: string
  buttons: readonly Button[]
}

/**
 * Telegram over real HTTP: the independent server `telegram-test-api`, and in front of it one that adds what that one lacks:
 * the methods it does not know, files, updates that stay until they are confirmed, polls that wait, and a record of every request.
 */
export class TelegramWire {
  readonly recorder: Recorder
  readonly token = '123456:TEST'
  readonly #inner: TelegramServer
  readonly #front: Server
  readonly #files = new Map<string, Uint8Array>()
  #unconfirmed: { update_id: number }[] = []

  private constructor(recorder: Recorder, inner: TelegramServer) {
    this.recorder = recorder
    this.#inner = inner
    this.#front = createServer((request, response) => {
      this.#answer(request, response).catch(() =>
        reply(response, { ok: false, error_code: 500, description: 'wire' }, 500),
      )
    })
  }

  static async start(recorder: Recorder): Promise<TelegramWire> {
    const inner = new TelegramServer({ port: await freePort(), host: '127.0.0.1', storeTimeout: 3_600 })
    await inner.start()
    // Its client takes up connections again that the server has closed meanwhile, and fails where a script rests.
    const server: unknown = Reflect.get(inner, 'server')
    if (server instanceof Server) server.keepAliveTimeout = 3_600_000
    const wire = new TelegramWire(recorder, inner)
    await new Promise<void>(resolve => wire.#front.listen(0, '127.0.0.1', resolve))
    return wire
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${(this.#front.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#front.closeAllConnections()
    await new Promise(resolve => this.#front.close(resolve))
    await this.#inner.stop()
  }

  /** Whether the bot has confirmed all that people did. */
  async isTakenIn(): Promise<boolean> {
    await this.#collect()
    return this.#unconfirmed.length === 0
  }

  async type(user: number, text: string): Promise<void> {
    const client = this.#client(user)
    if (text.startsWith('/')) await client.sendCommand(client.makeCommand(text))
    else await client.sendMessage(client.makeMessage(text))
  }

  async press(user: number, data: string, messageId: number): Promise<void> {
    const client = this.#client(user)
    const message = { message_id: messageId, date: 1_710_900_000 }
    await client.sendCallback(client.makeCallbackQuery(data, { message } as never))
  }

  async sendFile(user: number, name: string, bytes: Uint8Array): Promise<void> {
    const client = this.#client(user)
    const file_id = `file${this.#files.size + 1}`
    this.#files.set(file_id, bytes)
    const document = { file_id, file_unique_id: file_id, file_name: name, file_size: bytes.length }
    await client.sendMessage(client.makeMessage(undefined as never, { document } as never))
  }

  /** What the bot has sent to this person, oldest first. */
  messagesTo(user: number): BotMessage[] {
    return this.#inner.storage.botMessages
      .filter(({ message }) => Number(message.chat_id) === user)
      .map(({ messageId, message }) => {
        const { inline_keyboard = [] } = (message.reply_markup ?? {}) as { inline_keyboard?: Button[][] }
        return { id: messageId, text: message.text, buttons: inline_keyboard.flat() }
      })
  }

  #client(user: number) {
    return this.#inner.getClient(this.token, { userId: user, chatId: user, firstName: 'Lan' })
  }

  /** The inner server gives each update once and forgets it. */
  async #collect(): Promise<void> {
    this.#unconfirmed.push(...(this.#inner.getUpdates(this.token) as { update_id: number }[]))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    const file = this.#files.get(/^\/file\/bot[^/]+\/(.+)$/.exec(path)?.[1] ?? '')
    if (file) {
      response.end(file)
      return
    }
    const method = path.split('/').at(-1) ?? ''
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const payload = readRequest(request.headers['content-type'] ?? '', Buffer.concat(chunks))
    this.recorder.note(method, payload)
    const own = await this.#own(method, payload)
    if (own !== undefined) return reply(response, { ok: true, result: own })
    const passed = await fetch(`${this.#inner.config.apiURL}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
    })
    reply(response, await passed.json(), passed.status)
  }

  async #own(method: string, payload: Record<string, unknown>): Promise<unknown> {
    switch (method) {
      case 'getUpdates':
        return this.#poll(Number(payload.offset ?? 0), Number(payload.timeout ?? 0))
      case 'setMyCommands':
        return true
      case 'sendDocument':
      case 'sendPhoto':
        return { message_id: 1_000_000, date: 1, chat: { id: payload.chat_id, type: 'private' } }
      case 'getFile':
        return { file_id: payload.file_id, file_unique_id: payload.file_id, file_path: payload.file_id }
      default:
        return undefined
    }
  }

  async #poll(offset: number, timeout: number): Promise<unknown[]> {
    this.#unconfirmed = this.#unconfirmed.filter(update => update.update_id >= offset)
    // A tenth of the wait that was asked for: long enough not to be busy, short enough to be called off.
    const rounds = timeout > 0 ? 100 : 1
    for (let round = 0; round < rounds; round += 1) {
      await this.#collect()
      if (this.#unconfirmed.length > 0 || timeout === 0) break
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    return this.#unconfirmed.slice(0, 100)
  }
}

function reply(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** The inner server wants to be told its port. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
