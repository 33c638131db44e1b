import { expect } from 'vitest'
import { channelContract } from '../contract.ts'
import { TelegramWorld } from './telegram-world.ts'

channelContract('Telegram', async () => {
  const world = await TelegramWorld.open()
  const { telegram } = world
  let files = 0
  return {
    channel: world.channel(),
    account: '42',
    received: () =>
      telegram.recorder.of('sendMessage').map(({ text, reply_markup }) => {
        const { inline_keyboard = [] } = (reply_markup ?? {}) as { inline_keyboard?: { text: string }[][] }
        return [text, ...inline_keyboard.flat().map(button => button.text)].join('\n')
      }),
    nextSend: behaviour => {
      if (behaviour === 'unreachable') telegram.fails('sendMessage', 403, 'Forbidden: bot was blocked by the user')
      if (behaviour === 'busy') telegram.fails('sendMessage', 429, 'Too Many Requests', { retry_after: 7 })
      if (behaviour === 'refused') telegram.fails('sendMessage', 400, 'Bad Request: message text is empty')
      if (behaviour === 'breaks') telegram.breaks('sendMessage', 'ECONNRESET')
      if (behaviour === 'noConnection') telegram.breaks('sendMessage', 'ECONNREFUSED')
    },
    holdFile: bytes => {
      files += 1
      telegram.files.set(`documents/tệp ${files}.pdf`, bytes)
      return `documents/tệp ${files}.pdf`
    },
    close: async () => expect(telegram.recorder.problems).toEqual([]),
  }
})
