import type { Actor, ChannelDriver } from './journey.ts'
import { enterWeb, openBrowser, type WebDriver, type WebDriverSettings } from './web-driver.ts'

/**
 * Journeys through the pages of the web chat, over HTTP or straight into an app. Who has no session yet stands before the
 * door: «/start CODE» is the code typed there, and everything else typed finds the door as it is.
 */
export function webJourneyDriver(settings: WebDriverSettings & { deliveries?: number }): ChannelDriver {
  const actors = new Map<string, Actor>()
  return {
    name: 'web',
    actor: async key => {
      const actor = actors.get(key) ?? newcomer(settings)
      actors.set(key, actor)
      return actor
    },
  }
}

function newcomer(settings: WebDriverSettings & { deliveries?: number }): Actor {
  let visitor: WebDriver | null = null
  const inside = () => {
    if (!visitor) throw new Error('nobody is signed in')
    return visitor
  }
  const again = async () => {
    for (let times = 1; times < (settings.deliveries ?? 1); times++) await inside().repeat()
  }
  return {
    type: async text => {
      const code = /^\/start (\S+)$/.exec(text)?.[1]
      if (visitor) await visitor.type(text).then(again)
      else if (code !== undefined) visitor = await enterWeb(settings, { code })
    },
    press: button => inside().press(button).then(again),
    sendFile: (name, bytes) => inside().sendFile(name, bytes).then(again),
    heard: async () => (visitor ? visitor.lastMessages() : [(await openBrowser(settings).get('/')).html]),
  }
}
