import { readRequest } from './read-request.ts'
import type { Recorder } from './recorder.ts'

export type Answer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: object }

type Behaviour = (payload: Record<string, unknown>) => Answer | Error | Promise<Answer | Error>

/**
 * Telegram without a network: a `fetch` that keeps to the promises of the Bot API. Updates stay until a higher offset confirms them;
 * a long poll waits until there is one or it is called off.
 */
export class FakeTelegram {
  readonly recorder: Recorder
  readonly files = new Map<string, Uint8Array>()
  /** Confirmed by a higher offset. */
  readonly confirmed: number[] = []
  #waiting: { update_id: number }[] = []
  #behaviours = new Map<string, Behaviour[]>()
  #arrivals: (() => void)[] = []
  #lastMessage = 100

  constructor(recorder: Recorder) {
    this.recorder = recorder
  }

  deliver(...updates: { update_id: number }[]): void {
    this.#waiting.push(...updates)
    for (const arrived of this.#arrivals.splice(0)) arrived()
  }

  /** What the next call of this method meets, instead of success. */
  next(method: string, behaviour: Behaviour): void {
    this.#behaviours.set(method, [...(this.#behaviours.get(method) ?? []), behaviour])
  }

  fails(method: string, error_code: number, description: string, parameters: object = {}): void {
    this.next(method, () => ({ ok: false, error_code, description, parameters }))
  }

  breaks(method: string, code: string): void {
    this.next(method, () => Object.assign(new Error(`request to https://x/bot123456:TEST/${method} failed`), { code }))
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input))
    const file = /^\/file\/bot[^/]+\/(.+)$/.exec(url.pathname)?.[1]
    if (file !== undefined) return this.#download(decodeURIComponent(file))
    const method = url.pathname.split('/').at(-1) ?? ''
    const contentType = new Headers(init?.headers).get('content-type') ?? ''
    const payload = readRequest(contentType, await bytesOf(init?.body))
    this.recorder.note(method, payload)
    const behaviour = this.#behaviours.get(method)?.shift()
    const answer = behaviour ? await behaviour(payload) : await this.#answer(method, payload, init?.signal ?? null)
    if (answer instanceof Error) throw answer
    return Response.json(answer)
  }

  #download(path: string): Response {
    const bytes = this.files.get(path)
    return bytes ? new Response(new Uint8Array(bytes)) : new Response(null, { status: 404 })
  }

  async #answer(method: string, payload: Record<string, unknown>, signal: AbortSignal | null): Promise<Answer> {
    switch (method) {
      case 'getMe':
        return { ok: true, result: { id: 666, is_bot: true, first_name: 'Bot', username: 'thidua_bot' } }
      case 'getUpdates':
        return { ok: true, result: await this.#poll(payload, signal) }
      case 'sendMessage':
      case 'sendDocument':
      case 'sendPhoto':
        this.#lastMessage += 1
        return {
          ok: true,
          result: { message_id: this.#lastMessage, date: 1, chat: { id: payload.chat_id, type: 'private' } },
        }
      case 'getFile':
        return this.#file(String(payload.file_id))
      default:
        return { ok: true, result: true }
    }
  }

  async #poll(payload: Record<string, unknown>, signal: AbortSignal | null): Promise<unknown[]> {
    const offset = Number(payload.offset ?? 0)
    this.confirmed.push(...this.#waiting.filter(update => update.update_id < offset).map(update => update.update_id))
    this.#waiting = this.#waiting.filter(update => update.update_id >= offset)
    if (this.#waiting.length === 0 && Number(payload.timeout) > 0) {
      await new Promise<void>((resolve, reject) => {
        this.#arrivals.push(resolve)
        signal?.addEventListener('abort', () => reject(new Error('aborted')))
      })
    }
    return this.#waiting.slice(0, 100)
  }

  #file(id: string): Answer {
    const bytes = this.files.get(id)
    if (!bytes) return { ok: false, error_code: 400, description: 'Bad Request: wrong file_id or the file is gone' }
    return { ok: true, result: { file_id: id, file_unique_id: id, file_path: id, file_size: bytes.length } }
  }
}

async function bytesOf(body: unknown): Promise<Buffer> {
  if (body === undefined || body === null) return Buffer.alloc(0)
  if (typeof body === 'string') return Buffer.from(body)
  const chunks: Uint8Array[] = []
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
