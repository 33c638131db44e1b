import { randomUUID } from 'node:crypto'
import type { Channel, ChannelName, InboundContent, OutboundMessage } from '../../../src/channels/channel.ts'
import { createBell } from '../../../src/channels/web/bell.ts'
import { webChannel } from '../../../src/channels/web/channel.ts'
import type { ChatLineBody } from '../../../src/channels/web/chat-line.ts'
import { stageFile } from '../../../src/channels/web/staged-file.ts'
import { writeLine } from '../../../src/channels/web/transcript.ts'
import { steppedClock } from '../../../src/clock.ts'
import { fetcherOver } from '../../../src/files/fetcher.ts'
import { receive } from '../../../src/intake/receive.ts'
import type { System } from '../../../src/intake/system.ts'
import { outboxOver } from '../../../src/outbox/deliver.ts'
import type { Store } from '../../../src/store/open.ts'
import { silentLog } from '../../support/database.ts'
import { pdfNamed } from '../../support/journey.ts'
import { testSystem } from '../../support/test-system.ts'

export interface World {
  store: Store
  system: System
  clock: ReturnType<typeof steppedClock>
  /** Says lines in a chat; gives the last answer. On the web each line stands in the transcript too. */
  say(chat: Chat, ...lines: string[]): Promise<OutboundMessage>
  sendFile(chat: Chat, name: string): Promise<void>
  /** Sends everything that is queued. */
  deliver(): Promise<void>
  /** Every row of every table as text, by table; bytes of files left out. */
  dump(): Promise<ReadonlyMap<string, readonly string[]>>
}

export interface Chat {
  channel: ChannelName
  account: string
  displayName?: string
}

/** A system whose web chat and Telegram are both there, with their transcript, files and sent messages. */
export async function erasureWorld(freshStore: () => Promise<Store>): Promise<World> {
  const store = await freshStore()
  const { prisma } = store
  const clock = steppedClock('2024-03-20T01:30:00Z')
  const system = await testSystem(store, clock)
  const channels = [webChannel({ prisma, clock, bell: createBell() }), quietChannel('telegram')]
  const outbox = outboxOver({ prisma, clock, log: silentLog, owner: 'one', channels })
  const fetcher = fetcherOver({ prisma, clock, log: silentLog, texts: system.texts, channels })

  const deliver = async (): Promise<void> => {
    for (let turns = 0; turns < 50; turns++) {
      clock.advance(1_500)
      await outbox.turn()
      const waits = await prisma.outbox.count({ where: { state: 'QUEUED', notBefore: { lte: clock.now() } } })
      if (waits === 0) return
    }
    throw new Error('the outbox does not become empty')
  }

  async function act(chat: Chat, content: InboundContent, line: ChatLineBody): Promise<OutboundMessage> {
    clock.advance(1_000)
    const { channel, account, displayName } = chat
    const id = randomUUID()
    const known = await prisma.account.findFirst({ where: { channel, externalId: account } })
    if (channel === 'web' && known)
      await writeLine(prisma, { accountId: known.id, key: `in:${known.id}:${id}`, body: line }, clock.now())
    const eventId = channel === 'web' ? `${account}:${id}` : id
    const named = displayName === undefined ? {} : { displayName }
    await receive(system, { channel, eventId, account, at: clock.now(), content, ...named })
    const row = await prisma.outbox.findFirstOrThrow({
      where: { account: { channel, externalId: account }, kind: 'REPLY' },
      orderBy: { seq: 'desc' },
    })
    const { message } = row.body as unknown as { message: OutboundMessage }
    await deliver()
    return message
  }

  return {
    ...{ store, system, clock, deliver },
    say: async (chat, ...lines) => {
      let last: OutboundMessage = { text: '' }
      for (const text of lines) last = await act(chat, { type: 'text', text }, { text })
      return last
    },
    sendFile: async (chat, name) => {
      const ref = chat.channel === 'web' ? await stageFile(prisma, pdfNamed(name), system.clock.now()) : name
      await act(chat, { type: 'files', files: [{ name, ref }] }, { file: name })
      await fetcher.turn()
      await deliver()
    },
    dump: async () => {
      const tables = await prisma.$queryRaw<{ name: string }[]>`
        SELECT table_name::text AS name FROM information_schema.tables
        WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`
      const rows = new Map<string, string[]>()
      for (const { name } of tables) {
        const found = await prisma.$queryRawUnsafe<{ row: string }[]>(
          `SELECT (to_jsonb(x) - 'bytes')::text AS row FROM "${name}" x`,
        )
        rows.set(
          name,
          found.map(({ row }) => row),
        )
      }
      return rows
    },
  }
}

/** Takes every message and has every file. */
function quietChannel(name: ChannelName): Channel {
  return {
    name,
    abilities: { textLength: 4096, buttons: 0, filesIn: true, proactive: 'always' },
    send: async () => ({ result: 'sent', externalId: randomUUID() }),
    fetch: async ref => ({ result: 'fetched', bytes: pdfNamed(ref) }),
    start: async () => undefined,
    stop: async () => undefined,
    health: () => ({ state: 'up' }),
  }
}
