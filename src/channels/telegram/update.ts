import { z } from 'zod'

const id = z.number().int()
const user = z.object({ id, first_name: z.string().default(''), last_name: z.string().optional() })
const chat = z.object({ id, type: z.string() })
const named = z.object({ file_id: z.string(), file_name: z.string().optional(), file_size: z.number().optional() })
const photo = z.object({
  file_id: z.string(),
  width: z.number(),
  height: z.number(),
  file_size: z.number().optional(),
})
const entities = z.array(
  z.object({ type: z.string(), offset: z.number().int(), length: z.number().int(), url: z.string().optional() }),
)
const anything = z.unknown().optional()

const message = z.object({
  message_id: id,
  date: z.number(),
  chat,
  from: user.optional(),
  media_group_id: z.string().optional(),
  reply_to_message: z.object({ message_id: id }).optional(),
  text: z.string().optional(),
  entities: entities.optional(),
  caption_entities: entities.optional(),
  caption: z.string().optional(),
  document: named.optional(),
  video: named.optional(),
  photo: z.array(photo).min(1).optional(),
  contact: z.object({ phone_number: z.string(), user_id: id.optional() }).optional(),
  sticker: anything,
  animation: anything,
  voice: anything,
  video_note: anything,
  audio: anything,
  location: anything,
  venue: anything,
  pinned_message: anything,
  message_auto_delete_timer_changed: anything,
  write_access_allowed: anything,
  chat_background_set: anything,
})
export type TelegramMessage = z.infer<typeof message>

const callback = z.object({
  id: z.string(),
  from: user,
  data: z.string().optional(),
  message: z.object({ message_id: id, date: z.number(), chat }).optional(),
})

const membership = z.object({
  chat,
  from: user,
  date: z.number(),
  old_chat_member: z.object({ status: z.string() }).optional(),
  new_chat_member: z.object({ status: z.string() }),
})

/** The parts of an update that this bot reads; all others are left out. */
export const telegramUpdate = z.object({
  update_id: id,
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: callback.optional(),
  my_chat_member: membership.optional(),
})
export type TelegramUpdate = z.infer<typeof telegramUpdate>

/** Telegram delivers a chat's updates in this order; the chat whose order counts, or null when there is none. */
export function chatOf(update: TelegramUpdate): number | null {
  const { message, edited_message, callback_query, my_chat_member } = update
  return (message ?? edited_message ?? my_chat_member)?.chat.id ?? callback_query?.from.id ?? null
}

/** The group or channel that the bot was just put into; null: none. */
export function joinedGroup({ my_chat_member: change }: TelegramUpdate): number | null {
  if (!change || change.chat.type === 'private') return null
  const isIn = (member?: { status: string }) => member?.status === 'member' || member?.status === 'administrator'
  return isIn(change.new_chat_member) && !isIn(change.old_chat_member) ? change.chat.id : null
}
