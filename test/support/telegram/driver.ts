import type { Channel, Inbound } from '../../../src/channels/channel.ts'
import { telegramChannel } from '../../../src/channels/telegram/telegram.ts'
import { type Fetcher, fetcherOver } from '../../../src/files/fetcher.ts'
import { receive } from '../../../src/intake/receive.ts'
import type { System } from '../../../src/intake/system.ts'
import { type Outbox, outboxOver } from '../../../src/outbox/deliver.ts'
import type { Store } from '../../../src/store/open.ts'
import { loadTexts } from '../../../src/texts.ts'
import type { ChannelDriver, DrivenPerson } from '../channel-driver.ts'
import { leftToDo } from '../left-to-do.ts'
import { Recorder } from './recorder.ts'
import { type BotMessage, TelegramWire } from './wire.ts'

/** What the driver needs of a system; `receive` may be another one. */
export type DrivenSystem = Pick<System, 'clock' | 'log'> & { prisma: Store['prisma'] }

/** Telegram over real HTTP, polled, with the sender and the file fetcher of the system. `wire.recorder` holds every request. */
export class TelegramDriver implements ChannelDriver {
  readonly name = 'telegram'
  readonly wire: TelegramWire
  readonly #cursors = new Map<number, number>()
  #parts: { channel: Channel; outbox: Outbox; fetcher: Fetcher; system: DrivenSystem } | null = null

  readonly #byTurns: (() => void) | undefined

  private constructor(wire: TelegramWire, byTurns: (() => void) | undefined) {
    this.wire = wire
    this.#byTurns = byTurns
  }

  /**
   * `byTurns`: nothing is sent in the background, only while somebody waits for it; called whenever a turn has left something, so that a
   * clock that stands still goes on.
   */
  static async open(byTurns?: () => void): Promise<TelegramDriver> {
    return new TelegramDriver(await TelegramWire.start(await Recorder.make()), byTurns)
  }

  start(system: System): Promise<void> {
    return this.startWith(system, inbound => receive(system, inbound))
  }

  async startWith(system: DrivenSystem, take: (inbound: Inbound) => Promise<unknown>): Promise<void> {
    const { prisma, clock, log } = system
    const config = { token: this.wire.token, apiRoot: this.wire.apiRoot, mode: { kind: 'polling' } } as const
    const channel = telegramChannel(config, { receive: take, clock, log, t: loadTexts('vi'), commands: [] })
    // A script types faster than people do; the pace has tests of its own.
    const paces = { telegram: { perSecond: 10_000, forReplies: 0, chatBurst: 10_000, parallel: 3 } }
    const channels = [channel]
    const outbox = outboxOver({ prisma, clock, log, owner: `driver-${process.pid}`, channels, paces })
    const fetcher = fetcherOver({ prisma, clock, log, channels, texts: loadTexts })
    this.#parts = { channel, outbox, fetcher, system }
    if (!this.#byTurns) outbox.start()
    fetcher.start()
    await channel.start()
  }

  async stop(): Promise<void> {
    await this.#parts?.channel.stop()
    await this.#parts?.outbox.stop()
    await this.#parts?.fetcher.stop()
    await this.wire.stop()
  }

  person(account: string): DrivenPerson {
    const user = Number(account)
    const act = async (work: () => Promise<void>) => {
      this.#cursors.set(user, this.wire.messagesTo(user).length)
      await work()
      await this.settled()
    }
    return {
      type: text => act(() => this.wire.type(user, text)),
      press: button => {
        const messages = this.wire.messagesTo(user)
        const { data, id } = found(messages, button)
        return act(() => this.wire.press(user, data, id))
      },
      sendFile: (name, bytes) => act(() => this.wire.sendFile(user, name, bytes)),
      lastMessages: () =>
        this.wire
          .messagesTo(user)
          .slice(this.#cursors.get(user) ?? 0)
          .map(({ text, buttons }) => ({ text, buttons: buttons.map(each => each.text) })),
    }
  }

  /** Until everything typed is taken in, fetched and answered. */
  async settled(): Promise<void> {
    if (!this.#parts) throw new Error('the driver is not started')
    const { outbox, fetcher, system } = this.#parts
    for (;;) {
      const isTakenIn = await this.wire.isTakenIn()
      if (this.#byTurns) await outbox.turn()
      else outbox.wake()
      const { isUnsent, isUnfetched } = await leftToDo(system.prisma, system.clock.now(), 'telegram')
      if (isUnfetched) fetcher.wake()
      if (isTakenIn && !isUnsent && !isUnfetched) return
      if (this.#byTurns && isUnsent) this.#byTurns()
      else await new Promise(resolve => setTimeout(resolve, 5))
    }
  }
}

function found(messages: readonly BotMessage[], button: string | number): { data: string; id: number } {
  const latest = messages.findLast(message => message.buttons.some(each => each.callback_data !== undefined))
  const match = latest?.buttons.find(({ text, callback_data = '' }) =>
    typeof button === 'number' ? callback_data.endsWith(`:${button}`) : text.replace(/^\d+\. /, '').startsWith(button),
  )
  if (!latest || !match?.callback_data) throw new Error(`there is no button ${button}`)
  return { data: match.callback_data, id: latest.id }
}
