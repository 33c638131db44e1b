import type { Actor, ChannelDriver } from '../journey.ts'
import type { TelegramDriver } from './driver.ts'

/** Journeys on Telegram, over real HTTP through an independent Bot API server. */
export function telegramJourneyDriver(telegram: TelegramDriver): ChannelDriver {
  const accounts = new Map<string, string>()
  return {
    name: 'telegram',
    actor: async key => {
      const account = accounts.get(key) ?? String(5_000_000_001 + accounts.size)
      accounts.set(key, account)
      return actorOf(telegram, account)
    },
  }
}

function actorOf(telegram: TelegramDriver, account: string): Actor {
  const person = telegram.person(account)
  return {
    type: text => person.type(text),
    press: async button => {
      const isNumber = /^\d+$/.test(button)
      const labels = person.lastMessages().flatMap(({ buttons }) => buttons)
      // Long labels stand in the text and their buttons are numbers: then the label is typed, which is the same.
      const isThere = isNumber || labels.some(label => label.replace(/^\d+\. /, '').startsWith(button))
      await (isThere ? person.press(isNumber ? Number(button) : button) : person.type(button))
    },
    sendFile: (name, bytes) => person.sendFile(name, bytes),
    heard: async () => person.lastMessages().map(({ text, buttons }) => [text, ...buttons].join('\n')),
  }
}
