import { type OaClient, type SentOaMessage, ZaloError } from 'zalo-api-client'
import type { Clock } from '../../clock.ts'
import type { Translate } from '../../texts.ts'
import type { Delivery, OutboundMessage, SendResult } from '../channel.ts'
import type { Condition } from '../zalo/condition.ts'
import { inWords, isAccountTrouble, sendResultOf } from '../zalo/send-failure.ts'
import { partSender } from '../zalo/send-parts.ts'
import { uploaded } from './attachments.ts'
import { render, renderPlain, type TextPart } from './render.ts'

export interface ConsultationDeps {
  client: OaClient
  clock: Clock
  condition: Condition
  t: Translate
  /** The bytes of a stored file; null when there are none. */
  readFile(fileId: string): Promise<Uint8Array | null>
}

/**
 * Sends messages as consultation messages: first the files, last the text with the buttons. The result tells `oaPaid` where
 * Zalo says so, whatever was expected. Never throws.
 */
export function consultation(
  deps: ConsultationDeps,
): (delivery: Delivery, way: 'oaFree' | 'oaPaid') => Promise<SendResult> {
  const { client, clock, condition, t } = deps
  const sendParts = partSender(error => {
    if (isAccountTrouble(error)) condition.down(inWords(error))
    return sendResultOf(error, clock.now())
  })

  const typed = (words: readonly string[]) => t('zalo.words', { words: words.map(word => `«${word}»`).join(', ') })

  return async ({ key, account, message }, way) => {
    let isCharged = false
    const parts = [...files(account, message), ...texts(account, message)]
    const noting = parts.map(part => async () => {
      const sent = await part()
      isCharged ||= sent.quota !== null && charged.has(sent.quota.type ?? '')
      return sent
    })
    const result = await sendParts(key, noting)
    if (result.result === 'unknown') return { ...result, way }
    if (result.result !== 'sent') return result
    const unexpected = isCharged && way === 'oaFree' ? { why: 'charged' } : {}
    return { ...result, ...unexpected, way: isCharged ? 'oaPaid' : way, parts: parts.length }
  }

  function texts(userId: string, message: OutboundMessage): Sending[] {
    return render(message, typed).map(part => () => sendText(userId, message, part))
  }

  async function sendText(userId: string, message: OutboundMessage, part: TextPart): Promise<SentOaMessage> {
    const { text, buttons } = part
    if (buttons.length === 0) return client.sendMessage({ userId }, { kind: 'text', text })
    try {
      return await client.sendMessage({ userId }, { kind: 'buttons', text, buttons })
    } catch (error) {
      if (!(error instanceof ZaloError) || error.errorClass !== 'payload') throw error
      // Not every OA takes buttons here (-233, -201): everything can be typed, too.
      return sendPlain(userId, message, part)
    }
  }

  /** The buttons stood under the last piece, so that only what this piece lacks is added. */
  async function sendPlain(userId: string, message: OutboundMessage, { text }: TextPart): Promise<SentOaMessage> {
    const isWhole = render(message, typed).length === 1
    const rest = { ...message, title: '', text: '' }
    const pieces = isWhole ? renderPlain(message, typed) : [{ text }, ...renderPlain(rest, typed)]
    let sent: SentOaMessage = { messageId: null, quota: null }
    for (const piece of pieces) sent = await client.sendMessage({ userId }, { kind: 'text', text: piece.text })
    return sent
  }

  function files(userId: string, message: OutboundMessage): Sending[] {
    return (message.attachments ?? []).map(({ fileId, name }) => async () => {
      const bytes = await deps.readFile(fileId)
      const found = bytes === null ? null : await uploaded(client, name, bytes)
      return client.sendMessage({ userId }, found ?? { kind: 'text', text: t('zalo.fileOnWeb', { name }) })
    })
  }
}

type Sending = () => Promise<SentOaMessage>

/** What Zalo takes from what was paid for; `reply` is the free count (zalo.md §4.3). */
const charged: ReadonlySet<string> = new Set(['sub_quota', 'purchase_quota', 'reward_quota'])
