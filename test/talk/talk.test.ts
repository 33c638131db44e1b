import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelName, InboundContent } from '../../src/channels/channel.ts'
import { formEntry } from '../../src/contract/feature.ts'
import { features } from '../../src/features/list.ts'
import { receive } from '../../src/intake/receive.ts'
import { registryOf } from '../../src/intake/registry.ts'
import type { System } from '../../src/intake/system.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'
import { talkForm, talkTexts } from './talk-form.ts'

const lines = readFileSync(new URL('lines.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => {
    const [field = '', typed = '', expected = ''] = line.split('\t')
    return { field, typed: typed.split(' | '), expected }
  })
const files = [
  { id: '00000000-0000-7000-8000-000000000001', name: 'a.pdf' },
  { id: '00000000-0000-7000-8000-000000000002', name: 'b.jpg' },
]

/** What a line leaves in the database. */
async function outcomeOf(store: Store, account: string, draftId: string, field: string): Promise<string> {
  const draft = await store.prisma.draft.findUniqueOrThrow({ where: { id: draftId }, include: { answers: true } })
  const talk = await store.prisma.conversation.findUniqueOrThrow({ where: { accountId: account } })
  const pending = draft.pending as { is: string; word?: { command: string; n?: number } } | null
  if (draft.state !== 'OPEN') return draft.state.toLowerCase()
  if (talk.draftId === null) return 'left'
  if (pending && pending.is !== 'asked')
    return ['ask', pending.is, pending.word?.command, pending.word?.n].filter(Boolean).join(' ')
  const answer = draft.answers.find(answer => answer.field === field)
  if (talkForm.order.indexOf(draft.position) < talkForm.order.indexOf(field)) return 'went back'
  if (draft.position === field && field !== 'files') return 'asked again'
  if (answer === undefined) return 'nothing'
  if (field === 'files') return `files=${((answer.value ?? []) as { name: string }[]).map(file => file.name).join('+')}`
  return answer.value === null
    ? 'left out'
    : `stored=${typeof answer.value === 'string' ? answer.value : JSON.stringify(answer.value)}`
}

describe.each(['web', 'telegram'] as const)('through the real engine, on %s', channel => {
  let store: Store
  let system: System
  beforeAll(async () => {
    store = await freshEmbedded()
    const base = await testSystem(store)
    const talk = { name: 'talk', forms: [formEntry(talkForm, { submit: async () => ({ text: 'x' }) })] }
    system = Object.assign(base, { registry: registryOf([...features, talk]), texts: () => talkTexts })
  })
  afterAll(() => store.close())

  it('what is stored equals what was meant; commands are carried out or asked, never stored', async () => {
    const wrong: string[] = []
    // Half of the lines on each channel: what a channel makes of a text has tests of its own.
    for (const [at, line] of lines.entries()) {
      if ((at % 2 === 0) !== (channel === 'web')) continue
      const got = await play(store, system, channel, at, line)
      if (got !== line.expected)
        wrong.push(`${line.field}: ${line.typed.join(' | ')} → ${got}, expected ${line.expected}`)
    }
    expect(wrong).toEqual([])
  }, 240_000)
})

async function play(store: Store, system: System, channel: ChannelName, at: number, line: (typeof lines)[number]) {
  const { prisma, clock } = system
  const now = clock.now()
  const account = newId(now)
  const personId = newId(now)
  const draftId = newId(now)
  const [name = '', answered] = line.field.split('=')
  const isKnown = answered !== undefined
  const answers = [
    { field: 'first', value: 'Mở đầu', typed: '', at: now },
    ...(isKnown && name !== 'files' ? [{ field: name, value: JSON.parse(answered), typed: '', at: now }] : []),
    ...(isKnown && name === 'files'
      ? [{ field: name, value: files.slice(0, Number(answered)), typed: '', at: now }]
      : []),
  ]
  await prisma.person.create({ data: { id: personId, fullName: 'Người Thử', givenName: 'Thử', createdAt: now } })
  await prisma.draft.create({
    data: {
      ...{ id: draftId, personId, form: 'talk', formVersion: 1, key: String(at), params: {} },
      ...{ position: name, createdAt: now, updatedAt: now, answers: { create: answers } },
    },
  })
  await prisma.account.create({
    data: {
      ...{ id: account, channel, externalId: `line ${at}`, displayName: '', personId, createdAt: now },
      conversation: { create: { draftId } },
    },
  })
  const send = (eventId: string, content: InboundContent) =>
    receive(system, { channel, eventId, account: `line ${at}`, at: now, content })
  await send(`${at}`, { type: 'opened' })
  for (const [step, text] of line.typed.entries()) {
    const pressed = /^\[(\d+)\]$/.exec(text)
    const talk = await prisma.conversation.findUniqueOrThrow({ where: { accountId: account } })
    const content = pressed
      ? { type: 'choice' as const, prompt: String(talk.promptNo), number: Number(pressed[1]) }
      : { type: 'text' as const, text }
    await send(`${at}.${step}`, content)
  }
  return outcomeOf(store, account, draftId, name)
}
