import type { Channel } from '../src/channels/channel.ts'
import type { System } from '../src/intake/system.ts'
import { outboxOver } from '../src/outbox/deliver.ts'

export interface Delivering {
  /** The system with its outbox at work, as the product runs. */
  system: System
  /** Resolves when that many messages have been handed to the platform since the beginning. */
  sent(count: number): Promise<void>
  /** Resolves when the end of every send has been written down. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** The product with its outbox, at the pace of Telegram, before a platform that takes every message at once. */
export function delivering(over: System): Delivering {
  const { prisma, clock, log } = over
  let sent = 0
  let tell: () => void = () => undefined
  const telegram = takingAll(() => {
    sent++
    tell()
  })
  const outbox = outboxOver({ prisma, clock, log, owner: 'bench', channels: [telegram] })
  outbox.start()
  return {
    system: { ...over, wake: worker => worker === 'outbox' && outbox.wake(), place: outbox.place },
    sent: async count => {
      while (sent < count)
        await new Promise<void>(resolve => {
          tell = resolve
        })
    },
    settled: () => outbox.turn(),
    stop: () => outbox.stop(),
  }
}

function takingAll(note: () => void): Channel {
  return {
    name: 'telegram',
    abilities: { textLength: 4096, buttons: 100, filesIn: false, proactive: 'always' },
    send: async () => {
      note()
      return { result: 'sent', externalId: '1' }
    },
    fetch: async () => ({ result: 'gone', why: 'bench' }),
    start: async () => undefined,
    stop: async () => undefined,
    health: () => ({ state: 'up' }),
  }
}
