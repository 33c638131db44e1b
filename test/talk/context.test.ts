import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InboundContent, OutboundMessage } from '../../src/channels/channel.ts'
import { sentOffers, withTypedWord } from '../../src/channels/zalo/typed-words.ts'
import { receive } from '../../src/intake/receive.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'

let world: ChatWorld
let events: number
beforeEach(async () => {
  events = 0
  world = await chatWorld()
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.talk('Đầu mối', '/sangkien', 'Trả kết quả tại nhà')
})
afterEach(() => world.close())

async function send(content: InboundContent): Promise<OutboundMessage[]> {
  const { system, store } = world
  const before = await store.prisma.outbox.count()
  const eventId = `c${++events}`
  await receive(system, { channel: 'web', eventId, account: 'Đầu mối', at: system.clock.now(), content })
  const rows = await store.prisma.outbox.findMany({ orderBy: { seq: 'asc' }, skip: before })
  return rows.map(row => (row.body as unknown as { message: OutboundMessage }).message)
}
const answer = async (field: string) => (await world.store.prisma.answer.findFirst({ where: { field } }))?.value

describe('what comes with a message, in the real intake', () => {
  it('a reply to an older question is asked about and changes that answer only when told so', async () => {
    const first = await world.store.prisma.outbox.findFirstOrThrow({
      where: { kind: 'REPLY' },
      orderBy: { seq: 'asc' },
    })
    await world.store.prisma.outbox.update({ where: { seq: first.seq }, data: { externalId: '31' } })
    const [asked] = await send({ type: 'text', text: 'Trả kết quả tận nơi', repliesTo: '31' })
    expect(asked?.choices).toEqual(['Sửa câu 1', 'Trả lời câu đang hỏi'])
    expect(await answer('title')).toBe('Trả kết quả tại nhà')
    // Letters: a number would answer the question that is open.
    await send({ type: 'text', text: 'a' })
    expect(await answer('title')).toBe('Trả kết quả tận nơi')
  })

  it('an album has one receipt, and every file of it is kept', async () => {
    const photo = (ref: string, caption?: string): InboundContent => ({
      type: 'files',
      files: [{ name: `${ref}.jpg`, ref }],
      album: 'g1',
      ...(caption ? { caption } : {}),
    })
    const receipt = await send(photo('a', 'giải pháp'))
    expect(receipt).toHaveLength(1)
    expect(await answer('kind')).toBe('SOLUTION')
    expect(await send(photo('b'))).toEqual([])
    expect(await send(photo('c'))).toEqual([])
    expect(await answer('files')).toHaveLength(3)
    // The question under the receipt is still the one that its buttons answer.
    await send({ type: 'choice', prompt: receipt[0]?.prompt ?? '', number: 2 })
    expect(await answer('parField')).toBe('TTHC')
  })

  it('a word of a notice that is typed answers the question that understands it', async () => {
    const { prisma } = world.store
    const account = await prisma.account.findFirstOrThrow({ where: { externalId: 'Đầu mối' } })
    await prisma.outbox.create({
      data: {
        ...{ dedupeKey: 'n1', accountId: account.id, channel: 'web', kind: 'NOTICE', state: 'SENT' },
        ...{ notBefore: world.clock.now(), createdAt: world.clock.now() },
        body: { message: { text: 'x', words: ['Sáng kiến'] }, go: [{ to: 'menu' }] },
      },
    })
    const typed = { channel: 'web', eventId: 'w', account: 'Đầu mối', at: world.clock.now() } as const
    const { content } = await withTypedWord(
      { ...typed, content: { type: 'text', text: 'Sáng kiến' } },
      sentOffers(prisma, 'web'),
    )
    expect(content).toMatchObject({ type: 'choice', typed: 'Sáng kiến' })
    await send(content)
    expect(await answer('kind')).toBe('INITIATIVE')
  })
})
