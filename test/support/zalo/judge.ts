import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'

/** What an account has been told. */
export interface Told {
  to: string
  text: string
  buttons: readonly { title: string; payload: string }[]
}

type Json = Record<string, unknown>

/**
 * Zalo by its paper alone (reference of the OA OpenAPI v3, OAuth v4 and the Bot Platform), written without a look at the client: a second
 * opinion on the requests that go out and on the events that come in. Whatever the paper does not have is noted in `objections` and refused.
 */
export class Judge {
  readonly objections: string[] = []
  readonly told: Told[] = []
  readonly botToken = '12345689:abc-xyz'
  readonly app = {
    appId: '1234567890123456789',
    appSecret: 'app-secret',
    oaId: '1000000000000000009',
    oaSecretKey: 'oa-key',
  }
  refreshToken = 'refresh-1'
  #accessToken = ''
  #rotation = 1
  #sent = 0
  readonly #server: Server
  origin = ''

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const answer = this.#answer(request, await bodyOf(request))
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  }

  static async open(): Promise<Judge> {
    const judge = new Judge()
    await new Promise<void>(resolve => judge.#server.listen(0, '127.0.0.1', resolve))
    const address = judge.#server.address()
    judge.origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    return judge
  }

  close(): Promise<unknown> {
    this.#server.closeAllConnections()
    return new Promise(resolve => this.#server.close(resolve))
  }

  /** The request with which Zalo tells the OA's webhook of a text: `mac = SHA256(appId + body + timestamp + OA secret)`. */
  oaEvent(userId: string, text: string, at: number, number: number): Request {
    const { appId, oaId, oaSecretKey } = this.app
    const timestamp = String(at)
    const body = JSON.stringify({
      ...{ app_id: appId, user_id_by_app: '7000000000000000002', event_name: 'user_send_text' },
      ...{ sender: { id: userId }, recipient: { id: oaId }, message: { msg_id: `m${number}`, text }, timestamp },
    })
    const mac = createHash('sha256').update(`${appId}${body}${timestamp}${oaSecretKey}`, 'utf8').digest('hex')
    const headers = { 'Content-Type': 'application/json', 'X-ZEvent-Signature': `mac=${mac}` }
    return new Request('https://x/webhooks/zalo-oa', { method: 'POST', headers, body })
  }

  /** The same of the bot, in the flat form of live traffic. */
  botEvent(chatId: string, text: string, at: number, number: number, secret: string): Request {
    const chat = { id: chatId, chat_type: 'PRIVATE' }
    const from = { id: chatId, display_name: 'Ted', is_bot: false }
    const message = { message_id: `b${number}`, date: at, text, chat, from }
    const headers = { 'Content-Type': 'application/json', 'X-Bot-Api-Secret-Token': secret }
    const body = JSON.stringify({ event_name: 'message.text.received', message })
    return new Request('https://x/webhooks/zalo-bot', { method: 'POST', headers, body })
  }

  #answer(request: IncomingMessage, body: string): Json {
    const { pathname } = new URL(request.url ?? '/', this.origin)
    const isJson = request.headers['content-type']?.startsWith('application/json') === true
    if (pathname === '/v4/oa/access_token') return this.#tokens(request, body)
    if (pathname.startsWith('/bot')) {
      this.#expects(request.method === 'POST' && isJson, `bot: ${request.method} ${request.headers['content-type']}`)
      return this.#bot(pathname, JSON.parse(body))
    }
    if (request.headers.access_token !== this.#accessToken) return { error: -216, message: 'Access token is invalid' }
    this.#expects(request.headers.authorization === undefined, 'the token goes into its own header only')
    if (pathname === '/v3.0/oa/message/cs' && request.method === 'POST') {
      this.#expects(isJson, `OA: ${request.headers['content-type']}`)
      return this.#message(JSON.parse(body))
    }
    if (pathname === '/v3.0/oa/user/detail') return this.#userDetail(request)
    return this.#objects(`no such path: ${request.method} ${pathname}`, -201)
  }

  #tokens(request: IncomingMessage, body: string): Json {
    const form = new URLSearchParams(body)
    this.#expects(request.headers['content-type'] === 'application/x-www-form-urlencoded', 'OAuth: a form')
    this.#expects(request.headers.secret_key === this.app.appSecret, 'OAuth: the app secret in secret_key')
    this.#expects(form.get('app_id') === this.app.appId, 'OAuth: app_id')
    this.#expects(form.get('grant_type') === 'refresh_token', 'OAuth: grant_type')
    if (form.get('refresh_token') !== this.refreshToken)
      return { error_name: 'Invalid refresh token', error_reason: 'Refresh token was used' }
    this.#rotation += 1
    this.refreshToken = `refresh-${this.#rotation}`
    this.#accessToken = `access-${this.#rotation}`
    return { access_token: this.#accessToken, refresh_token: this.refreshToken, expires_in: '90000' }
  }

  #message(frame: Json): Json {
    const recipient = frame.recipient as Json
    const message = frame.message as Json
    this.#expects(Object.keys(frame).sort().join() === 'message,recipient', `frame ${Object.keys(frame)}`)
    this.#expects(typeof recipient.user_id === 'string', 'user_id is a string')
    const { text, attachment, ...more } = message
    this.#expects(Object.keys(more).length === 0, `message has ${Object.keys(more)}`)
    this.#expects(isText(text), `text of ${String(text).length} characters`)
    const buttons = attachment === undefined ? [] : this.#buttons(attachment as Json)
    this.told.push({ to: String(recipient.user_id), text: String(text), buttons })
    this.#sent += 1
    return { error: 0, message: 'Success', data: { message_id: `o${this.#sent}`, user_id: recipient.user_id } }
  }

  #buttons(attachment: Json): Told['buttons'] {
    const payload = attachment.payload as Json
    const buttons = payload.buttons as Json[]
    this.#expects(attachment.type === 'template' && Object.keys(payload).join() === 'buttons', 'buttons without a type')
    this.#expects(buttons.length >= 1 && buttons.length <= 5, `${buttons.length} buttons`)
    return buttons.flatMap(({ title, type, payload: what }) => {
      this.#expects(typeof title === 'string' && title.length >= 1 && title.length <= 100, `title «${title}»`)
      if (type === 'oa.open.url') {
        this.#expects(typeof (what as Json).url === 'string', 'the address of a button')
        return []
      }
      this.#expects(type === 'oa.query.hide' || type === 'oa.query.show', `button ${type}`)
      this.#expects(typeof what === 'string' && what.length <= 1000, 'payload of a button')
      return [{ title: String(title), payload: String(what) }]
    })
  }

  #userDetail(request: IncomingMessage): Json {
    const data = new URL(request.url ?? '/', this.origin).searchParams.get('data') ?? '{}'
    const { user_id } = JSON.parse(data)
    this.#expects(request.method === 'GET' && typeof user_id === 'string', 'user detail by data={"user_id"}')
    return { error: 0, message: 'Success', data: { user_id, display_name: 'Nguyen Van A', user_is_follower: true } }
  }

  #bot(pathname: string, parameters: Json): Json {
    const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(pathname) ?? []
    if (token !== this.botToken) return { ok: false, error_code: 401, description: 'Unauthorized' }
    const allowed: Record<string, readonly string[]> = {
      setWebhook: ['secret_token', 'url'],
      sendMessage: ['chat_id', 'text'],
    }
    const names = Object.keys(parameters).sort().join()
    this.#expects(names === allowed[method ?? '']?.join(), `bot ${method} with ${names}`)
    if (method === 'setWebhook') return { ok: true, result: { url: parameters.url, updated_at: 1749538250568 } }
    this.#expects(typeof parameters.chat_id === 'string', 'chat_id is a string')
    this.#expects(isText(parameters.text), `text of ${String(parameters.text).length} characters`)
    this.told.push({ to: String(parameters.chat_id), text: String(parameters.text), buttons: [] })
    this.#sent += 1
    return { ok: true, result: { message_id: `s${this.#sent}`, date: 1749632637199 } }
  }

  #expects(truth: boolean, objection: string): void {
    if (!truth) this.objections.push(objection)
  }

  #objects(objection: string, error: number): Json {
    this.objections.push(objection)
    return { error, message: objection }
  }
}

function isText(text: unknown): boolean {
  return typeof text === 'string' && text.trim().length >= 1 && text.length <= 2000
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
