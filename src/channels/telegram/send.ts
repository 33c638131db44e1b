import { type Api, InputFile } from 'grammy'
import type { Clock } from '../../clock.ts'
import type { Delivery, OutboundMessage, SendResult } from '../channel.ts'
import { faultOf } from './fault.ts'
import { render } from './render.ts'
import { sendResultOf } from './send-result.ts'

export interface SendingDeps {
  api: Api
  clock: Clock
  /** The bytes of a stored file; null when there are none. */
  readFile(fileId: string): Promise<Uint8Array | null>
}

type Part = (chat: number) => Promise<{ message_id: number }>

/** How many unfinished messages are remembered; the oldest is forgotten and would begin anew. */
const MOST_REMEMBERED = 500

/**
 * Sends messages, each in as many parts as Telegram needs: first its files, last the text with the buttons. A message
 * that failed half-way goes on, when it is sent again, with the part that failed. Never throws.
 */
export function messageSender({ api, clock, readFile }: SendingDeps): (delivery: Delivery) => Promise<SendResult> {
  const done = new Map<string, number>()

  return async ({ key, account, message }) => {
    const parts = [...(await documents(message)), ...texts(message)]
    if (parts.length === 0) return { result: 'refused', why: 'empty' }
    let last = 0
    for (const [index, send] of parts.entries()) {
      if (index < (done.get(key) ?? 0)) continue
      try {
        last = (await send(Number(account))).message_id
        remember(key, index + 1)
      } catch (error) {
        const result = sendResultOf(faultOf(error), clock.now())
        if (result.result === 'refused' || result.result === 'unreachable') done.delete(key)
        return result
      }
    }
    done.delete(key)
    return { result: 'sent', externalId: String(last) }
  }

  function texts(message: OutboundMessage): Part[] {
    return render(message).map(
      ({ text, entities, keyboard }) =>
        chat =>
          api.sendMessage(chat, text, {
            ...(entities.length > 0 ? { entities } : {}),
            ...(keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
            // A preview would have Telegram open the link, and some links open only once.
            link_preview_options: { is_disabled: true },
          }),
    )
  }

  async function documents(message: OutboundMessage): Promise<Part[]> {
    const files = await Promise.all(
      (message.attachments ?? []).map(async ({ fileId, ...file }) => ({ ...file, bytes: await readFile(fileId) })),
    )
    return files.flatMap(({ name, isPicture, bytes }) => {
      if (!bytes) return []
      const file = new InputFile(bytes, plainName(name))
      return [(chat: number) => (isPicture ? api.sendPhoto(chat, file) : api.sendDocument(chat, file))]
    })
  }

  function remember(key: string, parts: number): void {
    done.set(key, parts)
    if (done.size <= MOST_REMEMBERED) return
    for (const oldest of done.keys()) {
      done.delete(oldest)
      return
    }
  }
}

/** The library writes the name unquoted into a header, where these signs would end it. */
function plainName(name: string): string {
  return name.replace(/[\r\n;"]/g, ' ')
}
