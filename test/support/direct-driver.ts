import { randomUUID } from 'node:crypto'
import type { Channel, ChannelName, InboundContent, OutboundMessage } from '../../src/channels/channel.ts'
import { fetcherOver } from '../../src/files/fetcher.ts'
import { receive } from '../../src/intake/receive.ts'
import type { System } from '../../src/intake/system.ts'
import { type Actor, type ChannelDriver, pdfNamed } from './journey.ts'

/** Journeys straight into the intake: no channel, no sending; what the bot says is read from the outbox. */
export function directDriver(
  system: System,
  options: { channel?: ChannelName; deliveries?: number; rival?: System; prefix?: string } = {},
): ChannelDriver {
  const channel = options.channel ?? 'telegram'
  const actors = new Map<string, Actor>()
  const { prisma, clock, log, texts } = system
  const fetcher = fetcherOver({ prisma, clock, log, texts, channels: [fileStore(channel)] })
  const make = (account: string): Actor => {
    let heardUpTo = 0n
    let marked = 0n
    const messages = async (from: bigint) => {
      const rows = await system.prisma.outbox.findMany({
        where: { account: { channel, externalId: account }, seq: { gt: from } },
        orderBy: { seq: 'asc' },
      })
      const last = rows.at(-1)
      if (last) heardUpTo = last.seq
      return rows.map(row => {
        const { message } = row.body as unknown as { message: OutboundMessage }
        // Buttons of a notice carry its place in the outbox, as they do when it is sent.
        const isNotice = row.kind !== 'REPLY' && message.words !== undefined
        return { seq: row.seq, message: isNotice ? { ...message, prompt: `n${row.seq}` } : message }
      })
    }
    const act = async (content: InboundContent) => {
      await messages(0n)
      marked = heardUpTo
      const inbound = { channel, eventId: randomUUID(), account, at: system.clock.now(), content }
      if (options.rival) {
        // Both instances get the event at the same moment; either may be first.
        await Promise.all([receive(options.rival, inbound), receive(system, inbound)])
        return
      }
      for (let times = 0; times < (options.deliveries ?? 1); times++) await receive(system, inbound)
    }
    return {
      type: text => act({ type: 'text', text }),
      press: async button => {
        const prompt = (await messages(0n))
          .map(({ message }) => message)
          .findLast(message => message.prompt !== undefined)
        const buttons = [...(prompt?.choices ?? []), ...(prompt?.words ?? [])]
        const index = /^\d+$/.test(button) ? Number(button) - 1 : buttons.findIndex(label => label.startsWith(button))
        if (prompt?.prompt === undefined || index < 0)
          throw new Error(`no button «${button}» among ${buttons.join(' | ')}`)
        await act({ type: 'choice', prompt: prompt.prompt, number: index + 1 })
      },
      sendFile: async name => {
        await act({ type: 'files', files: [{ name, ref: name }] })
        await fetcher.turn()
      },
      heard: async () => {
        const all = await messages(marked)
        return all.map(({ message }) =>
          [
            message.title,
            message.text,
            ...(message.choices ?? []).map((label, index) => `${index + 1}. ${label}`),
          ].join('\n'),
        )
      },
    }
  }
  return {
    name: `direct ${channel}`,
    actor: async key => {
      const actor = actors.get(key) ?? make(`${options.prefix ?? ''}${key}@direct`)
      actors.set(key, actor)
      return actor
    },
  }
}

/** A channel that has every file and does nothing else. */
function fileStore(name: ChannelName): Channel {
  return {
    name,
    abilities: { textLength: 4096, buttons: 0, filesIn: true, proactive: 'always' },
    send: async () => ({ result: 'sent' }),
    fetch: async ref => ({ result: 'fetched', bytes: pdfNamed(ref) }),
    start: async () => undefined,
    stop: async () => undefined,
    health: () => ({ state: 'up' }),
  }
}
