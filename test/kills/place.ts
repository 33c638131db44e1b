import type { Store } from '../../src/store/open.ts'
import { type SpawnedServer, spawnServer } from '../support/spawned-server.ts'

/** A database that processes are started over, and how it is looked into once they have ended. */
export interface Place {
  readonly env: Readonly<Record<string, string>>
  open(): Promise<Store>
}

const secret = 'a-secret-of-the-webhook'

/** The product behind the webhook of Telegram, killed and started again over the same database. */
export class KilledServer {
  readonly env: Readonly<Record<string, string>>
  #server: SpawnedServer | undefined

  constructor(place: Place, botRoot: string) {
    this.env = {
      ...place.env,
      TELEGRAM_BOT_TOKEN: '123456:TEST',
      TELEGRAM_API_ROOT: botRoot,
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: secret,
    }
  }

  /** SIGKILL, and a new start at that time. */
  async startAt(time: string): Promise<void> {
    await this.kill()
    this.#server = await spawnServer({ ...this.env, CLOCK_START: time })
  }

  async kill(): Promise<void> {
    await this.#server?.kill()
  }

  async terminate(): Promise<void> {
    await this.#server?.terminate()
  }

  async post(update: object): Promise<number> {
    const response = await fetch(`${this.#server?.url}/webhooks/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify(update),
    })
    return response.status
  }

  async isDrained(): Promise<boolean> {
    const health = (await (await fetch(`${this.#server?.url}/healthz`)).json()) as {
      parts: { database: { outbox: { waiting: number }; files: { waiting: number } } }
    }
    const { outbox, files } = health.parts.database
    return outbox.waiting === 0 && files.waiting === 0
  }

  drained(): Promise<void> {
    return this.until(() => this.isDrained())
  }

  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 1_200; tries += 1) {
      if (await holds()) return
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    throw new Error('waited in vain')
  }
}
