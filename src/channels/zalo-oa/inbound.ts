import type { OaContent, OaEvent, OaMessageEvent } from 'zalo-api-client'
import { instantOf } from '../../clock.ts'
import type { Inbound, InboundContent } from '../channel.ts'

/** Names for files that come without one. */
export interface FileNames {
  photo(number: string): string
  video(number: string): string
  document(number: string): string
}

/**
 * What an event means in our words; null when it is none of ours: what the OA itself sent, receipts, visitors without an
 * account, groups, events that nobody has heard of. Pure. Zalo tells no name here, so that there is none.
 */
export function inboundOf(event: OaEvent, names: FileNames): Inbound | null {
  switch (event.kind) {
    case 'message':
      if (event.from.kind !== 'user') return null
      return inbound(event, event.from.userId, contentOf(event, names))
    case 'follow':
      return inbound(event, event.userId, { type: 'opened' })
    case 'unfollow':
      return inbound(event, event.userId, { type: 'left' })
    case 'chat-opened':
      return event.userId === null ? null : inbound(event, event.userId, { type: 'opened' })
    case 'contact':
      // Typed into a form by the person: not proof that the number is theirs.
      return event.phone === null
        ? inbound(event, event.userId, { type: 'other', what: 'unknown' })
        : inbound(event, event.userId, { type: 'contact', phone: event.phone, isOwn: false })
    default:
      return null
  }
}

function inbound(event: OaEvent, account: string, content: InboundContent): Inbound {
  return { channel: 'zalo-oa', eventId: event.key, account, at: instantOf(event.at), content }
}

function contentOf({ content, messageId, quotedMessageId }: OaMessageEvent, names: FileNames): InboundContent {
  // Short, and different for each of the files of one answer.
  const number = messageId.slice(-6)
  const file = (name: string, ref: string, more: { size?: number; caption?: string | null } = {}): InboundContent => {
    const { size, caption } = more
    const files = [{ name, ref, ...(size === undefined ? {} : { size }) }]
    return { type: 'files', files, ...(caption ? { caption } : {}) }
  }
  switch (content.kind) {
    case 'text':
      return (
        pressOf(content.text) ?? {
          type: 'text',
          text: content.text,
          ...(quotedMessageId === null ? {} : { repliesTo: quotedMessageId }),
        }
      )
    case 'link':
      return { type: 'text', text: linkText(content) }
    case 'image':
      return file(names.photo(number), content.url, { caption: content.text })
    case 'video':
      return file(names.video(number), content.url, { caption: content.text })
    case 'file': {
      const { name, url, bytes } = content
      return file(name || names.document(number), url, bytes === null ? {} : { size: bytes })
    }
    case 'business-card':
      return content.phone === null
        ? { type: 'other', what: 'unknown' }
        : { type: 'contact', phone: content.phone, isOwn: false }
    case 'sticker':
      return { type: 'other', what: 'sticker' }
    case 'audio':
      return { type: 'other', what: 'voice' }
    case 'location':
      return { type: 'other', what: 'location' }
    case 'gif':
      return { type: 'other', what: 'media' }
    case 'other':
      return { type: 'other', what: 'unknown' }
  }
}

/** A tap on a button comes as a text: its payload, `<prompt>:<number>`. What it means is looked up, so that nothing is won by typing one. */
function pressOf(text: string): InboundContent | null {
  const [, prompt, number] = /^(n?\d{1,18}):(\d{1,4})$/.exec(text) ?? []
  return prompt === undefined ? null : { type: 'choice', prompt, number: Number(number) }
}

/** Zalo makes a link of a message that is one or holds one; the text counts, unless the address is not in it. */
function linkText({ text, url }: Extract<OaContent, { kind: 'link' }>): string {
  if (text === null) return url
  return /https?:\/\//i.test(text) ? text : `${text} ${url}`
}
