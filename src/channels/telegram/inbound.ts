import { instantOf } from '../../clock.ts'
import type { Inbound, InboundContent, IncomingFile } from '../channel.ts'
import type { PressTime } from './press-times.ts'
import type { TelegramMessage, TelegramUpdate } from './update.ts'

/** Names for files that come without one. */
export interface FileNames {
  photo(number: number): string
  video(number: number): string
  document(number: number): string
}

/**
 * What an update means in our words; null when it is none of ours: groups, channels, service messages. Pure. Only private chats
 * are taken, so the account is the person. Contents stay as typed; a contact is proof of a number only when it is the sender's own.
 * A press has no time of its own: it gets the latest that is certain, and the earliest as a claim.
 */
export function inboundOf(
  update: TelegramUpdate,
  names: FileNames,
  now: Date,
  pressTime: PressTime = {},
): Inbound | null {
  const { message, edited_message, callback_query, my_chat_member } = update
  const event = { channel: 'telegram', eventId: String(update.update_id) } as const
  if (callback_query) {
    const { from, data, message: pressed } = callback_query
    if (pressed && pressed.chat.type !== 'private') return null
    const content = pressOf(data ?? '')
    return { ...event, ...personOf(from), ...timesOfPress(pressed?.date ?? 0, now, pressTime), content }
  }
  if (my_chat_member) {
    if (my_chat_member.chat.type !== 'private') return null
    const content = membershipOf(my_chat_member.new_chat_member.status)
    return (
      content && { ...event, ...personOf(my_chat_member.from), at: instantOf(my_chat_member.date * 1_000), content }
    )
  }
  const written = message ?? edited_message
  if (!written?.from || written.chat.type !== 'private') return null
  const content = edited_message ? ({ type: 'other', what: 'edited' } as const) : contentOf(written, names)
  return content && { ...event, ...personOf(written.from), at: instantOf(written.date * 1_000), content }
}

function personOf(from: { id: number; first_name: string; last_name?: string | undefined }) {
  const displayName = [from.first_name, from.last_name].filter(Boolean).join(' ')
  return { account: String(from.id), ...(displayName ? { displayName } : {}) }
}

/** `asked`: the second in which the message with the button was sent; 0: Telegram no longer has it. */
function timesOfPress(asked: number, now: Date, { from, by }: PressTime): Pick<Inbound, 'at' | 'claimedAt'> {
  const at = by && by < now ? by : now
  const shown = asked > 0 ? instantOf(asked * 1_000) : undefined
  const earliest = shown && from ? (shown > from ? shown : from) : (shown ?? from)
  return { at, ...(earliest && earliest < at ? { claimedAt: earliest } : {}) }
}

/** What a button carries is input like any other: what does not look like a payload is a press on something that is gone. */
function pressOf(data: string): InboundContent {
  const [, prompt, number] = /^(n?\d{1,18}):(\d{1,4})$/.exec(data) ?? []
  return { type: 'choice', prompt: prompt ?? '', number: Number(number ?? 0) }
}

function membershipOf(status: string): InboundContent | null {
  if (status === 'kicked' || status === 'left') return { type: 'left' }
  return status === 'member' ? { type: 'returned' } : null
}

function contentOf(message: TelegramMessage, names: FileNames): InboundContent | null {
  if (message.text !== undefined) {
    const repliesTo = message.reply_to_message?.message_id
    const text = withAddresses(message.text, message.entities)
    return { type: 'text', text, ...(repliesTo === undefined ? {} : { repliesTo: String(repliesTo) }) }
  }
  if (message.contact)
    return {
      type: 'contact',
      phone: message.contact.phone_number,
      isOwn: message.contact.user_id !== undefined && message.contact.user_id === message.from?.id,
    }
  // An animation also comes as a document; it is not an answer.
  const file = message.animation ? null : fileOf(message, names)
  const caption = withAddresses(message.caption ?? '', message.caption_entities)
  const album = message.media_group_id
  if (file) return { type: 'files', files: [file], ...(caption ? { caption } : {}), ...(album ? { album } : {}) }
  return isService(message) ? null : { type: 'other', what: otherOf(message) }
}

/** An address behind a word is written out behind it: what is kept is text. Offsets count UTF-16 units, as strings here do. */
function withAddresses(text: string, entities: TelegramMessage['entities'] = []): string {
  return entities
    .flatMap(({ type, offset, length, url }) => (type === 'text_link' && url ? [{ at: offset + length, url }] : []))
    .sort((a, b) => b.at - a.at)
    .reduce((sofar, { at, url }) => `${sofar.slice(0, at)} (${url})${sofar.slice(at)}`, text)
}

function fileOf(message: TelegramMessage, names: FileNames): IncomingFile | null {
  const { document, video, photo, message_id } = message
  const largest = photo?.reduce((best, size) => (size.width * size.height > best.width * best.height ? size : best))
  if (document) return incoming(document.file_name ?? names.document(message_id), document)
  if (video) return incoming(video.file_name ?? names.video(message_id), video)
  if (largest) return incoming(names.photo(message_id), largest)
  return null
}

function incoming(name: string, file: { file_id: string; file_size?: number | undefined }): IncomingFile {
  return { name, ref: file.file_id, ...(file.file_size === undefined ? {} : { size: file.file_size }) }
}

function isService(message: TelegramMessage): boolean {
  const { pinned_message, message_auto_delete_timer_changed, write_access_allowed, chat_background_set } = message
  return [pinned_message, message_auto_delete_timer_changed, write_access_allowed, chat_background_set].some(
    part => part !== undefined,
  )
}

function otherOf(message: TelegramMessage): Extract<InboundContent, { type: 'other' }>['what'] {
  if (message.sticker !== undefined) return 'sticker'
  if (message.voice !== undefined || message.video_note !== undefined) return 'voice'
  if (message.location !== undefined || message.venue !== undefined) return 'location'
  if (message.audio !== undefined || message.animation !== undefined) return 'media'
  return 'unknown'
}
