import { randomUUID } from 'node:crypto'
import type { Channel, ChannelName, FetchResult, InboundContent, OutboundMessage } from '../../src/channels/channel.ts'
import { type Fetcher, fetcherOver } from '../../src/files/fetcher.ts'
import { receive } from '../../src/intake/receive.ts'
import { waitingSender } from '../../src/intake/send-waiting.ts'
import type { System } from '../../src/intake/system.ts'

/** One person in one chat, straight into the intake: events with times of their own, files that come when the test says. */
export interface Chat {
  account: string
  /** Says a line; `at` is the platform's time of it, now when absent. */
  say(text: string, more?: { at?: string; claimedAt?: string }): Promise<void>
  file(...names: string[]): Promise<void>
  press(prompt: string, number: number): Promise<void>
  /** Everything the bot said, oldest first. */
  heard(): Promise<{ seq: bigint; kind: string; message: OutboundMessage }[]>
  last(): Promise<OutboundMessage>
}

export function chatIn(
  system: System,
  channel: ChannelName,
  account: string,
  options: { deliveries?: number } = {},
): Chat {
  const act = async (content: InboundContent, more: { at?: string; claimedAt?: string } = {}) => {
    const at = more.at ? new Date(more.at) : system.clock.now()
    const claimed = more.claimedAt ? { claimedAt: new Date(more.claimedAt) } : {}
    const inbound = { channel, eventId: randomUUID(), account, at, content, ...claimed }
    for (let times = 0; times < (options.deliveries ?? 1); times += 1) await receive(system, inbound)
  }
  const heard = async () => {
    const rows = await system.prisma.outbox.findMany({
      where: { account: { channel, externalId: account } },
      orderBy: { seq: 'asc' },
    })
    return rows.map(({ seq, kind, body }) => ({
      seq,
      kind,
      message: (body as unknown as { message: OutboundMessage }).message,
    }))
  }
  return {
    account,
    say: (text, more) => act({ type: 'text', text }, more),
    file: (...names) => act({ type: 'files', files: names.map(name => ({ name, ref: name })) }),
    press: (prompt, number) => act({ type: 'choice', prompt, number }),
    heard,
    last: async () => {
      const last = (await heard()).at(-1)
      if (!last) throw new Error('nothing was said')
      return last.message
    },
  }
}

/** The fetcher of a running system over a channel whose files are as `give` says, with the sender of what waits for them. */
export function filesOf(system: System, channel: ChannelName, give: (name: string) => FetchResult): Fetcher {
  const { prisma, clock, log, texts } = system
  const store: Channel = {
    name: channel,
    abilities: { textLength: 4096, buttons: 0, filesIn: true, proactive: 'always' },
    send: async () => ({ result: 'sent' }),
    fetch: async ref => give(ref),
    start: async () => undefined,
    stop: async () => undefined,
    health: () => ({ state: 'up' }),
  }
  const afterRound = waitingSender(system).turn
  return fetcherOver({ prisma, clock, log, texts, channels: [store], afterRound })
}
