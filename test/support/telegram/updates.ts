/** Updates in the form in which Telegram delivers them. */

let lastMessage = 1

const from = (id: number) => ({ id, is_bot: false, first_name: 'Lan', last_name: 'Nguyễn', language_code: 'vi' })
const privateChat = (id: number) => ({ id, first_name: 'Lan', type: 'private' })
export const DATE = 1_710_900_000

export function messageUpdate(update_id: number, user: number, fields: object) {
  lastMessage += 1
  return {
    update_id,
    message: { message_id: lastMessage, from: from(user), chat: privateChat(user), date: DATE, ...fields },
  }
}

export function textUpdate(update_id: number, user: number, text: string) {
  const entities = text.startsWith('/') ? { entities: [{ offset: 0, length: text.length, type: 'bot_command' }] } : {}
  return messageUpdate(update_id, user, { text, ...entities })
}

export function pressUpdate(update_id: number, user: number, data: string, message_id = 55) {
  return {
    update_id,
    callback_query: {
      id: `q${update_id}`,
      from: from(user),
      chat_instance: '1',
      data,
      message: { message_id, date: DATE, chat: privateChat(user), text: 'Câu hỏi' },
    },
  }
}

export function membershipUpdate(update_id: number, user: number, status: 'kicked' | 'member') {
  return {
    update_id,
    my_chat_member: {
      chat: privateChat(user),
      from: from(user),
      date: DATE,
      old_chat_member: { user: from(666), status: 'member' },
      new_chat_member: { user: from(666), status },
    },
  }
}

export function groupUpdate(update_id: number, user: number, text: string) {
  const chat = { id: -100123, type: 'supergroup', title: 'Nhóm' }
  return { update_id, message: { message_id: 9, from: from(user), chat, date: DATE, text } }
}
