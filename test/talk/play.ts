import { readFileSync } from 'node:fs'
import type { Inbound } from '../../src/channels/channel.ts'
import { inboundOf } from '../../src/channels/telegram/inbound.ts'
import { telegramUpdate } from '../../src/channels/telegram/update.ts'
import { type Clock, steppedClock } from '../../src/clock.ts'
import { formEntry } from '../../src/contract/feature.ts'
import type { Json, Params } from '../../src/conversation/field.ts'
import type { Form } from '../../src/conversation/form.ts'
import { features } from '../../src/features/list.ts'
import { receive } from '../../src/intake/receive.ts'
import { registryOf } from '../../src/intake/registry.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { textUpdate } from '../support/telegram/updates.ts'
import { testSystem } from '../support/test-system.ts'
import { talkTexts } from './talk-form.ts'

export interface TypedLine {
  readonly field: string
  readonly typed: string
  readonly expected: string
}

/** field <TAB> typed <TAB> expected; `#` opens a comment, \n and \t stand for a line break and a tab. */
export function linesOf(file: string): TypedLine[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [field = '', typed = '', expected = ''] = line.split('\t')
      return { field, typed: typed.replaceAll('\\n', '\n').replaceAll('\\t', '\t'), expected }
    })
}

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

export type PlayedChannel = keyof typeof arriving

/** What one line leaves of a question that is open. */
export interface Left {
  /** What is stored; undefined: nothing. */
  readonly stored: string | undefined
  /** 'open': the same question is asked still. */
  readonly at: 'open' | 'went back' | 'elsewhere' | 'left'
  readonly pending: {
    readonly is: string
    readonly values?: readonly Json[]
    readonly word?: { command: string }
  } | null
}

/** Plays typed lines through the real intake into the database, each at an open question of its own draft. */
export async function player(
  store: Store,
  channel: PlayedChannel,
  form: Form,
  { clock, params = {} }: { clock?: Clock; params?: Params } = {},
) {
  const talk = { name: 'talk', forms: [formEntry(form, { submit: async () => ({ text: 'x' }) })] }
  const base = await testSystem(store, clock ?? steppedClock('2024-03-20T01:30:00Z'))
  const system = Object.assign(base, { registry: registryOf([...features, talk]), texts: () => talkTexts })
  const { prisma } = system
  const start = system.clock.now()
  const [personId, accountId] = [newId(start), newId(start)]
  await prisma.person.create({ data: { id: personId, fullName: 'Người Thử', givenName: 'Thử', createdAt: start } })
  await prisma.account.create({
    data: {
      ...{ id: accountId, channel, externalId: String(person), displayName: '', personId, createdAt: start },
      conversation: { create: {} },
    },
  })
  let event = 0

  return async ({ field, typed }: TypedLine): Promise<Left> => {
    const now = system.clock.now()
    const draftId = newId(now)
    event += 1
    await prisma.draft.create({
      data: {
        ...{ id: draftId, personId, form: form.id, formVersion: form.version, key: String(event), params },
        ...{ position: field, createdAt: now, updatedAt: now },
        ...(field !== 'first' && { answers: { create: { field: 'first', value: 'Mở đầu', typed: '', at: now } } }),
      },
    })
    await prisma.conversation.update({ where: { accountId }, data: { draftId, prompt: {} } })
    await receive(system, arriving[channel](event, typed, now))
    const draft = await prisma.draft.findUniqueOrThrow({ where: { id: draftId }, include: { answers: true } })
    const talking = await prisma.conversation.findUniqueOrThrow({ where: { accountId } })
    const answer = draft.answers.find(one => one.field === field)
    const isBefore = form.order.indexOf(draft.position) < form.order.indexOf(field)
    const place = draft.position === field ? 'open' : isBefore ? 'went back' : 'elsewhere'
    return {
      stored: answer && storedAs(answer.value),
      at: draft.state !== 'OPEN' || talking.draftId !== draftId ? 'left' : place,
      pending: draft.pending as Left['pending'],
    }
  }
}

export function storedAs(value: unknown): string {
  if (value === null) return 'none'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
