import type { Clock } from '../../clock.ts'
import { after } from '../../clock.ts'
import type { PrismaClient } from '../../store/generated/client.ts'
import { isTransient } from '../../store/transient.ts'
import type { Channel, ChannelAbilities, Delivery, SendResult } from '../channel.ts'
import type { Bell } from './bell.ts'
import { fetchStaged } from './staged-file.ts'
import { writeLine } from './transcript.ts'

const abilities: ChannelAbilities = { textLength: 100_000, buttons: 50, filesIn: true, proactive: 'always' }

/** How long to wait before a line is written again when the database was away. */
const retryAfter = 5_000

/**
 * The web chat as a channel. A message is delivered when it stands in the transcript: it is there whenever the person opens
 * the page; pages that are open are told by the database. Delivering the same key twice writes one line.
 */
export function webChannel(parts: { prisma: PrismaClient; clock: Clock; bell: Bell }): Channel {
  const { prisma, clock, bell } = parts
  let isUp = false

  const deliver = async (delivery: Delivery): Promise<SendResult> => {
    const account = await prisma.account.findUnique({
      where: { channel_externalId: { channel: 'web', externalId: delivery.account } },
      select: { id: true },
    })
    if (!account) return { result: 'unreachable', why: 'no such web account' }
    const key = `outbox:${delivery.key}`
    await writeLine(
      prisma,
      { accountId: account.id, key, body: { message: delivery.message, kind: delivery.kind } },
      clock.now(),
    )
    return { result: 'sent', externalId: key }
  }

  return {
    name: 'web',
    abilities,
    send: async delivery => {
      try {
        return await deliver(delivery)
      } catch (error) {
        const why = error instanceof Error ? error.name : 'unknown error'
        // Writing again is harmless, so an unclear end is a plain "later".
        if (isTransient(error)) return { result: 'retryAt', at: after(clock.now(), retryAfter), why }
        return { result: 'refused', why }
      }
    },
    fetch: async (ref, maxBytes) => {
      try {
        return await fetchStaged(prisma, ref, maxBytes)
      } catch (error) {
        return { result: 'retry', why: error instanceof Error ? error.name : 'unknown error' }
      }
    },
    start: async () => {
      isUp = true
    },
    stop: async () => {
      isUp = false
      bell.close()
    },
    health: () => ({ state: isUp ? 'up' : 'starting' }),
  }
}
