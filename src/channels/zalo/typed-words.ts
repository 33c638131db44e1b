import { fold, normalise } from '../../reading/text.ts'
import type { PrismaClient } from '../../store/generated/client.ts'
import type { ChannelName, Inbound, OutboundMessage } from '../channel.ts'

/** A notice with words that open something. */
export interface Offer {
  prompt: string
  words: readonly string[]
  /** The number that stands for the first word. */
  first: number
}

/** The latest notices to an account, newest first. */
export type Offers = (account: string) => Promise<readonly Offer[]>

/** Longer texts are answers, not words of a notice. */
const LONGEST_WORD = 60
const LATEST = 10

/**
 * Where a word of a notice has no button, it is typed: then it is the press that it stands for (promise 3: everything can be
 * done with plain text). Accents and case aside. The words of questions need no help: the conversation reads them.
 */
export async function withTypedWord(inbound: Inbound, offers: Offers): Promise<Inbound> {
  const { content, account } = inbound
  if (content.type !== 'text' || content.text.length > LONGEST_WORD) return inbound
  const typed = plain(content.text)
  if (!/\p{L}/u.test(typed)) return inbound
  for (const { prompt, words, first } of await offers(account)) {
    const index = words.findIndex(word => plain(word) === typed)
    if (index >= 0) return { ...inbound, content: { type: 'choice', prompt, number: first + index } }
  }
  return inbound
}

/** The notices that were sent to an account, as the outbox keeps them. */
export function sentOffers(prisma: PrismaClient, channel: ChannelName): Offers {
  return async account => {
    const rows = await prisma.outbox.findMany({
      where: {
        channel,
        kind: { not: 'REPLY' },
        state: { in: ['SENT', 'SENDING', 'UNKNOWN'] },
        account: { channel, externalId: account },
      },
      orderBy: { seq: 'desc' },
      take: LATEST,
      select: { seq: true, body: true },
    })
    return rows.flatMap(({ seq, body }) => {
      const { message, go } = body as unknown as { message: OutboundMessage; go?: readonly unknown[] }
      const { choices = [], words = [] } = message
      return go && words.length > 0 ? [{ prompt: `n${seq}`, words, first: choices.length + 1 }] : []
    })
  }
}

function plain(text: string): string {
  return fold(normalise(text))
    .replace(/[«»".!]/g, '')
    .trim()
}
