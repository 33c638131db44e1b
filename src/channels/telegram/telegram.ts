import { setTimeout as sleep } from 'node:timers/promises'
import { Api, type ApiClientOptions } from 'grammy'
import type { BotCommand } from 'grammy/types'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Translate } from '../../texts.ts'
import type { Channel, ChannelAbilities, Inbound } from '../channel.ts'
import type { PollingTurn } from '../polling.ts'
import { tidyAfterPress } from './after-press.ts'
import { botCommands } from './commands.ts'
import { conditionOf, waitAfter } from './condition.ts'
import { ALLOWED_UPDATES, PUBLIC_API_ROOT, type TelegramConfig } from './config.ts'
import { setDelivery, showCommands, TelegramTokenRefused } from './connect.ts'
import { faultOf, isTokenRefused } from './fault.ts'
import { fetchFile } from './fetch-file.ts'
import { limits } from './limits.ts'
import { MOST_AT_ONCE, poll } from './polling.ts'
import { messageSender } from './send.ts'
import { updateTaker } from './take-update.ts'
import { answerWebhook } from './webhook.ts'

export interface TelegramDeps {
  /** Resolves when the event is stored. */
  receive(inbound: Inbound): Promise<unknown>
  clock: Clock
  log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** Sentences of the menu of commands and names of nameless files. */
  t: Translate
  /** What the features declare for the menu of commands. */
  commands: readonly BotCommand[]
  /** Of several instances one polls; without it this one always may. */
  turn?: PollingTurn
  /** The name of the bot, each time that Telegram tells it. */
  named?(username: string): Promise<void>
  /** The bytes of a stored file, for attachments. */
  readFile?(fileId: string): Promise<Uint8Array | null>
  /** Instead of the network. */
  fetch?: typeof fetch
  /** Instead of waiting. */
  pause?(ms: number, signal: AbortSignal): Promise<void>
}

export interface TelegramChannel extends Channel {
  /** Takes one webhook request. In polling mode there is no webhook: 404. */
  handleWebhook(request: Request): Promise<Response>
  /** Name of the bot for deep links (`https://t.me/<name>?start=<code>`); null until Telegram has told it. */
  username(): string | null
}

const abilities: ChannelAbilities = {
  textLength: limits.text,
  buttons: limits.buttons,
  filesIn: true,
  proactive: 'always',
}

/** Seconds that one call may take. */
const CALL_TIMEOUT = 30

/**
 * The Telegram channel. `start` rejects with TelegramTokenRefused when the token is wrong; when Telegram cannot be reached it goes on
 * trying by itself, and `health` says so.
 */
export function telegramChannel(config: TelegramConfig, deps: TelegramDeps): TelegramChannel {
  const { clock, log, t } = deps
  const apiRoot = config.apiRoot ?? PUBLIC_API_ROOT
  const api = new Api(config.token, { apiRoot, timeoutSeconds: CALL_TIMEOUT, ...fetchOption(deps.fetch) })
  const condition = conditionOf(log)
  const stopping = new AbortController()
  const background = new Set<Promise<unknown>>()
  let username: string | null = null
  let running: Promise<void> = Promise.resolve()

  const inBackground = (work: Promise<unknown>): void => {
    background.add(work)
    work.finally(() => background.delete(work))
  }
  const number = (key: string) => (value: number) => t(`telegram.files.${key}`, { number: value })
  const take = updateTaker({
    receive: deps.receive,
    afterPress: callback => inBackground(tidyAfterPress(api, callback)),
    // A group has no person: nothing is kept of it, and the one sentence may be said twice or be lost.
    afterGroup: chat => inBackground(api.sendMessage(chat, t('telegram.privateOnly')).catch(() => undefined)),
    clock,
    log,
    names: { photo: number('photo'), video: number('video'), document: number('document') },
  })
  const pause = deps.pause ?? ((ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined))

  async function connect(): Promise<void> {
    username = (await api.getMe()).username ?? null
    if (username !== null) await deps.named?.(username)
    await setDelivery(api, config.mode)
    condition.up()
    inBackground(showCommands(api, botCommands(deps.commands, t), log))
  }

  async function connectAgain(): Promise<void> {
    for (let failures = 1; condition.read().state !== 'up' && !stopping.signal.aborted; failures += 1) {
      try {
        await connect()
      } catch (error) {
        condition.down(faultOf(error))
        await pause(waitAfter(faultOf(error), failures), stopping.signal)
      }
    }
  }

  async function run(): Promise<void> {
    await connectAgain()
    if (config.mode.kind === 'webhook' || stopping.signal.aborted) return
    await poll(
      {
        getUpdates: (offset, timeout, signal) =>
          api.getUpdates(
            {
              ...(offset === undefined ? {} : { offset }),
              limit: MOST_AT_ONCE,
              timeout,
              allowed_updates: ALLOWED_UPDATES,
            },
            // The library names the type of a stand-in for the platform's own signals; it takes both.
            signal as Parameters<typeof api.getUpdates>[1],
          ),
        take,
        now: () => clock.now(),
        turn: deps.turn ?? { hold: async () => true, release: async () => undefined },
        condition,
        pause,
        clearWay: () => setDelivery(api, config.mode),
      },
      stopping.signal,
    )
  }

  return {
    name: 'telegram',
    abilities,
    send: messageSender({ api, clock, readFile: deps.readFile ?? (async () => null) }),
    fetch: (ref, maxBytes) => {
      const root = `${apiRoot}/file/bot${config.token}`
      return fetchFile({ api, root, fetch: deps.fetch ?? fetch }, ref, Math.min(maxBytes, limits.download))
    },
    start: async () => {
      try {
        await connect()
      } catch (error) {
        const fault = faultOf(error)
        if (isTokenRefused(fault)) throw new TelegramTokenRefused()
        condition.down(fault)
      }
      running = run()
    },
    stop: async () => {
      stopping.abort()
      await running
      await Promise.allSettled(background)
    },
    health: () => condition.read(),
    handleWebhook: async request => {
      if (config.mode.kind !== 'webhook') return new Response(null, { status: 404 })
      if (stopping.signal.aborted) return new Response(null, { status: 503 })
      return answerWebhook(request, config.mode.secret, take)
    },
    username: () => username,
  }
}

/** The library names the types of another fetch; what it asks of one the platform's own has. */
function fetchOption(given: typeof fetch | undefined): ApiClientOptions {
  return given ? { fetch: given as unknown as NonNullable<ApiClientOptions['fetch']> } : {}
}
