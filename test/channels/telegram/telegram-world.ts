import type { Inbound } from '../../../src/channels/channel.ts'
import type { TelegramConfig } from '../../../src/channels/telegram/config.ts'
import { type TelegramChannel, type TelegramDeps, telegramChannel } from '../../../src/channels/telegram/telegram.ts'
import { steppedClock } from '../../../src/clock.ts'
import { loadTexts } from '../../../src/texts.ts'
import { FakeTelegram } from '../../support/telegram/fake-telegram.ts'
import { Recorder } from '../../support/telegram/recorder.ts'

export const TOKEN = '123456:TEST-secret-token'
export const SECRET = 'wh-secret_1'

/** The adapter between a fake Telegram and a `receive` that notes what came in. */
export class TelegramWorld {
  readonly telegram: FakeTelegram
  readonly clock = steppedClock('2024-03-20T02:00:00Z')
  readonly received: Inbound[] = []
  readonly logged: unknown[] = []
  readonly pauses: number[] = []
  onReceive: (inbound: Inbound) => unknown = () => 'handled'

  private constructor(recorder: Recorder) {
    this.telegram = new FakeTelegram(recorder)
  }

  static async open(): Promise<TelegramWorld> {
    return new TelegramWorld(await Recorder.make())
  }

  channel(mode: TelegramConfig['mode'] = { kind: 'polling' }, deps: Partial<TelegramDeps> = {}): TelegramChannel {
    const note = (...given: unknown[]) => void this.logged.push(...given)
    return telegramChannel(
      { token: TOKEN, mode },
      {
        receive: async inbound => {
          await this.onReceive(inbound)
          this.received.push(inbound)
        },
        clock: this.clock,
        log: { info: note, warn: note, error: note },
        t: loadTexts('vi'),
        commands: [{ command: 'menu', description: 'Danh mục việc' }],
        fetch: this.telegram.fetch,
        pause: async ms => {
          this.pauses.push(ms)
          await new Promise(resolve => setImmediate(resolve))
        },
        ...deps,
      },
    )
  }

  webhook(): TelegramChannel {
    return this.channel({ kind: 'webhook', url: 'https://thidua.example.vn/webhooks/telegram', secret: SECRET })
  }

  get eventIds(): string[] {
    return this.received.map(inbound => inbound.eventId)
  }
}

export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(resolve => setTimeout(resolve, 2))
}
