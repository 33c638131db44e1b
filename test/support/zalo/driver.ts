import type { System } from '../../../src/intake/system.ts'
import type { Actor, ChannelDriver } from '../journey.ts'
import { uploadByLink, uploadLinkIn } from '../upload-by-link.ts'
import { ZaloStage, type ZaloWay } from './stage.ts'

export interface ZaloDriver extends ChannelDriver {
  readonly stage: ZaloStage
  close(): Promise<void>
}

/** Journeys over Zalo: people write in the fake Zalo, everything between goes over real HTTP. `byTurns`: see the stage. */
export async function zaloDriver(system: System, way: ZaloWay, byTurns?: () => void): Promise<ZaloDriver> {
  const stage = await ZaloStage.open(system, way, byTurns ? { byTurns } : {})
  const actors = new Map<string, Actor>()
  return {
    name: `zalo ${way}`,
    stage,
    actor: async key => {
      const actor = actors.get(key) ?? (way === 'oa' ? oaActor(stage) : botActor(stage))
      actors.set(key, actor)
      return actor
    },
    close: () => stage.close(),
  }
}

function oaActor(stage: ZaloStage): Actor {
  const { people, users, oa } = stage.fake
  const { id } = users.add()
  let heardFrom = 0
  const mine = () => oa.sent.all.filter(({ userId }) => userId === id)
  const act = async (deed: () => Promise<unknown>) => {
    heardFrom = mine().length
    await deed()
    await stage.settled()
  }
  return {
    type: text => act(() => people.sends(id, text)),
    press: async button => {
      await stage.settled()
      // The choices of a screen stand on buttons, or, where one is too long for a button, as numbers in its text.
      const latest = mine().findLast(
        ({ text, buttons }) => buttons.some(each => each.type === 'oa.query.hide') || /^1\. /m.test(text ?? ''),
      )
      const index = (latest?.buttons ?? []).findIndex(({ title, payload }) =>
        /^\d+$/.test(button)
          ? String(payload).endsWith(`:${button}`)
          : title.startsWith(button) || title.replace(/^\d+\. /, '').startsWith(button),
      )
      // What has no button is typed: the number, or the word.
      await act(() =>
        latest && index >= 0 ? people.taps(latest, index + 1) : people.sends(id, typed(mine().at(-1)?.text, button)),
      )
    },
    sendFile: (name, bytes) =>
      act(() => {
        const url = stage.fake.serve(bytes, 'application/pdf', name)
        return people.sends(id, { kind: 'file', url, name, bytes: bytes.length })
      }),
    heard: async () => {
      await stage.settled()
      const sent = mine().slice(heardFrom)
      return sent.map(({ text, buttons }) => [text, ...buttons.map(({ title }) => title)].join('\n'))
    },
  }
}

function botActor(stage: ZaloStage): Actor {
  const { bot } = stage.fake
  const chat = bot.addChat()
  bot.unsupportedForm = 'with-sender'
  let heardFrom = 0
  const mine = () => bot.sent.all.filter(({ chatId }) => chatId === chat)
  const act = async (content: string | { kind: 'unsupported' }) => {
    await stage.settled()
    heardFrom = mine().length
    const before = await stage.system.prisma.inboundEvent.count({ where: { channel: 'zalo-bot' } })
    await bot.sends(chat, content)
    await stage.isStored('zalo-bot', before + 1)
    await stage.settled()
  }
  return {
    type: act,
    press: async button => {
      await stage.settled()
      await act(typed(mine().at(-1)?.text, button))
    },
    // The platform lets no files in: the chat answers with a link, and goes on by itself after it.
    sendFile: async (name, bytes) => {
      await act({ kind: 'unsupported' })
      heardFrom = mine().length
      const sent = await uploadByLink(stage.url, uploadLinkIn(mine().at(-1)?.text), [{ name, bytes }])
      if (sent.status !== 200) throw new Error(`the page for files answered ${sent.status}`)
      await stage.settled()
    },
    heard: async () => {
      await stage.settled()
      return mine()
        .slice(heardFrom)
        .map(({ text }) => text ?? '')
    },
  }
}

/** What a person types who wants this button: the number of the choice, or the word as it is written under the message. */
function typed(text: string | null | undefined, button: string): string {
  const choices = [...(text ?? '').matchAll(/^(\d+)\. (.*)$/gm)]
  const byLabel = choices.find(([, , label = '']) => label.startsWith(button))?.[1]
  if (byLabel !== undefined) return byLabel
  const words = [...(/cũng có thể gõ: (.*)\.$/m.exec(text ?? '')?.[1] ?? '').matchAll(/«([^»]*)»/g)]
  const beyond = Number(button) - choices.length
  return words[beyond - 1]?.[1] ?? button
}
