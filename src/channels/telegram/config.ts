/** How the bot is reached. Whoever runs webhooks must give a secret: there is no open door. */
export interface TelegramConfig {
  token: string
  /** Another Bot API server than api.telegram.org; no slash at the end. */
  apiRoot?: string
  mode: { kind: 'polling' } | { kind: 'webhook'; url: string; secret: string }
}

export const PUBLIC_API_ROOT = 'https://api.telegram.org'

/** Sticky on Telegram's side, hence named in every call: what forms and reminders need, and nothing else. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const
