import type { Channel } from '../src/channels/channel.ts'
import type { System } from '../src/intake/system.ts'
import { type Outbox, outboxOver } from '../src/outbox/deliver.ts'

/** The product's outbox before a platform that takes every message at once, without a pace. */
export function deliverer({ prisma, clock, log }: System): Outbox {
  const paces = { telegram: { perSecond: 1_000_000, forReplies: 0, chatBurst: 1_000_000, parallel: 100 } }
  return outboxOver({ prisma, clock, log, owner: 'bench', channels: [telegram], paces })
}

const telegram: Channel = {
  name: 'telegram',
  abilities: { textLength: 4096, buttons: 100, filesIn: false, proactive: 'always' },
  send: async () => ({ result: 'sent', externalId: '1' }),
  fetch: async () => ({ result: 'gone', why: 'bench' }),
  start: async () => undefined,
  stop: async () => undefined,
  health: () => ({ state: 'up' }),
}
