import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inbound } from '../../src/channels/channel.ts'
import { inboundOf } from '../../src/channels/telegram/inbound.ts'
import { telegramUpdate } from '../../src/channels/telegram/update.ts'
import { formEntry } from '../../src/contract/feature.ts'
import { features } from '../../src/features/list.ts'
import { receive } from '../../src/intake/receive.ts'
import { registryOf } from '../../src/intake/registry.ts'
import type { System } from '../../src/intake/system.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { textUpdate } from '../support/telegram/updates.ts'
import { testSystem } from '../support/test-system.ts'
import { talkForm, talkTexts } from './talk-form.ts'

const lines = readFileSync(new URL('values.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => {
    const [field = '', typed = '', expected = ''] = line.split('\t')
    return { field, typed, expected }
  })

const person = 4711
const names = { photo: String, video: String, document: String }

/** The same text as each channel brings it. */
const arriving = {
  web: (eventId: number, text: string, at: Date): Inbound => ({
    ...{ channel: 'web', eventId: String(eventId), account: String(person), at, content: { type: 'text', text } },
  }),
  telegram: (eventId: number, text: string, at: Date): Inbound => {
    const inbound = inboundOf(telegramUpdate.parse(textUpdate(eventId, person, text)), names, at)
    if (!inbound) throw new Error(`Telegram's update of «${text}» means nothing`)
    return inbound
  },
}

describe.each(['web', 'telegram'] as const)(
  'what is typed on %s, through the real engine into the database',
  channel => {
    let store: Store
    let system: System
    beforeAll(async () => {
      store = await freshEmbedded()
      const talk = { name: 'talk', forms: [formEntry(talkForm, { submit: async () => ({ text: 'x' }) })] }
      const registry = registryOf([...features, talk])
      system = Object.assign(await testSystem(store), { registry, texts: () => talkTexts })
    })
    afterAll(() => store.close())

    it('300 lines over all kinds of questions are stored as they were meant, and nothing else is', async () => {
      expect(lines.length).toBeGreaterThanOrEqual(300)
      const kinds = new Set(Object.values(talkForm.fields).map(({ kind }) => kind))
      expect(new Set(lines.map(({ field }) => talkForm.fields[field as 'title'].kind))).toEqual(
        new Set([...kinds].filter(kind => kind !== 'files')),
      )
      const account = await anAccount()
      const wrong: string[] = []
      const misread: string[] = []
      for (const [at, line] of lines.entries()) {
        const got = await play(account, at, line)
        if (got === line.expected) continue
        const said = `${line.field}: ${line.typed} → ${got}, meant ${line.expected}`
        if (got === 'open') wrong.push(said)
        else misread.push(said)
      }
      expect(misread).toEqual([])
      // A question too many is the lesser evil; it is bounded all the same.
      expect({ wrong, holds: wrong.length <= lines.length * 0.02 }).toMatchObject({ holds: true })
    }, 240_000)

    async function anAccount() {
      const now = system.clock.now()
      const personId = newId(now)
      const id = newId(now)
      await store.prisma.person.create({
        data: { id: personId, fullName: 'Người Thử', givenName: 'Thử', createdAt: now },
      })
      await store.prisma.account.create({
        data: {
          ...{ id, channel, externalId: String(person), displayName: '', personId, createdAt: now },
          conversation: { create: {} },
        },
      })
      return { id, personId }
    }

    /** What one line leaves of a question that is open. */
    async function play(
      account: { id: string; personId: string },
      at: number,
      { field, typed }: (typeof lines)[number],
    ) {
      const { prisma, clock } = system
      const now = clock.now()
      const draftId = newId(now)
      await prisma.draft.create({
        data: {
          ...{ id: draftId, personId: account.personId, form: 'talk', formVersion: 1, key: String(at), params: {} },
          ...{ position: field, createdAt: now, updatedAt: now },
          answers: { create: { field: 'first', value: 'Mở đầu', typed: '', at: now } },
        },
      })
      await prisma.conversation.update({ where: { accountId: account.id }, data: { draftId, prompt: {} } })
      await receive(system, arriving[channel](at + 1, typed, now))
      const draft = await prisma.draft.findUniqueOrThrow({ where: { id: draftId }, include: { answers: true } })
      const answer = draft.answers.find(one => one.field === field)
      if (answer) {
        if (answer.value === null) return 'none'
        return typeof answer.value === 'string' ? answer.value : JSON.stringify(answer.value)
      }
      if (draft.state !== 'OPEN') return draft.state.toLowerCase()
      return draft.position === field ? 'open' : 'went back'
    }
  },
)
