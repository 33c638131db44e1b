import type { Update, UserFromGetMe } from 'grammy/types'

/** Of the bots that the bench runs: nothing is asked of Telegram. */
export const botInfo: UserFromGetMe = {
  id: 1,
  is_bot: true,
  first_name: 'Bench',
  username: 'bench_bot',
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
}

/** A text message as Telegram delivers it. */
export function textUpdate(id: number, text: string, user = 7): Update {
  return {
    update_id: id,
    message: {
      message_id: id,
      date: 1_710_900_000,
      chat: { id: user, type: 'private', first_name: 'Lan' },
      from: { id: user, is_bot: false, first_name: 'Lan', language_code: 'vi' },
      text,
    },
  }
}
