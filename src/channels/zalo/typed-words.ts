import { fold, normalise } from '../../reading/text.ts'
import type { PrismaClient } from '../../store/generated/client.ts'
import type { ChannelName, Inbound } from '../channel.ts'

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
    if (index >= 0)
      return { ...inbound, content: { type: 'choice', prompt, number: first + index, typed: content.text } }
  }
  return inbound
}

/** The notices with words that were sent to an account, as the outbox keeps them. One cheap statement: every text that is typed asks it. */
export function sentOffers(prisma: PrismaClient, channel: ChannelName): Offers {
  return async account => {
    const rows = await prisma.$queryRaw<{ seq: bigint; words: string[]; choices: number }[]>`
      SELECT o.seq, o.body->'message'->'words' AS words,
        COALESCE(jsonb_array_length(o.body->'message'->'choices'), 0)::int AS choices
      FROM outbox o
      WHERE o.account_id = (SELECT id FROM account WHERE channel = ${channel} AND external_id = ${account})
        AND o.channel = ${channel} AND o.kind <> 'REPLY' AND o.state IN ('SENT', 'SENDING', 'UNKNOWN')
        AND jsonb_array_length(o.body->'message'->'words') > 0 AND o.body ? 'go'
      ORDER BY o.seq DESC LIMIT ${LATEST}`
    return rows.map(({ seq, words, choices }) => ({ prompt: `n${seq}`, words, first: choices + 1 }))
  }
}

function plain(text: string): string {
  return fold(normalise(text))
    .replace(/[«»".!]/g, '')
    .trim()
}
