import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inbound, InboundContent, OutboundMessage } from '../../src/channels/channel.ts'
import { steppedClock } from '../../src/clock.ts'
import { carryOutLetters } from '../../src/intake/carry-out-letter.ts'
import { receive } from '../../src/intake/receive.ts'
import { decideLetter } from '../../src/letters/dead-letter.ts'
import type { Store } from '../../src/store/open.ts'
import { breakable } from '../support/breakable.ts'
import { freshEmbedded } from '../support/database.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'

const clock = steppedClock('2024-03-20T01:30:00Z')
let store: Store
let world: ReturnType<typeof breakable>
beforeAll(async () => {
  store = await freshEmbedded()
  world = breakable(await testSystem(store, clock))
})
afterAll(() => store?.close())

/** A guest at the question for the name: the next text is the answer. */
async function guest(name: string) {
  let number = 0
  let heard = 0n
  const event = (content: InboundContent, at = clock.now()): Inbound => {
    number += 1
    return { channel: 'telegram', eventId: `${name}:${number}`, account: name, at, content }
  }
  const says = async (text: string, at?: Date) => {
    const inbound = event({ type: 'text', text }, at)
    await receive(world.system, inbound)
    return inbound
  }
  const presses = (prompt: string, number: number) => receive(world.system, event({ type: 'choice', prompt, number }))
  const hears = async (): Promise<OutboundMessage[]> => {
    const rows = await store.prisma.outbox.findMany({
      where: { account: { externalId: name }, seq: { gt: heard } },
      orderBy: { seq: 'asc' },
    })
    heard = rows.at(-1)?.seq ?? heard
    return rows.map(({ body }) => (body as unknown as { message: OutboundMessage }).message)
  }
  const answers = async () => {
    const rows = await store.prisma.answer.findMany({ where: { draft: { account: { externalId: name } } } })
    return rows.map(({ typed }) => typed)
  }
  const letters = () =>
    store.prisma.deadLetter.findMany({ where: { account: { externalId: name } }, orderBy: { firstFailedAt: 'asc' } })
  clock.advance(1_000)
  await says(`/start ${await inviteIn(world.system, 'CLERK', 'QN-SNV')}`)
  await says('1')
  await hears()
  return { says, presses, hears, answers, letters, event }
}

const bug = new TypeError('nothing of this may be kept: bí mật')

describe('an event that fails alone', () => {
  it('is kept, its sender is told with a code, and the chat waits', async () => {
    const person = await guest('A')
    const before = await person.answers()
    world.break(bug)
    await person.says('Người Thử Mai')
    world.mend()
    const [letter] = await person.letters()
    expect(letter).toMatchObject({ state: 'OPEN', why: 'TypeError', tries: 3, kind: 'text', holdsChat: true })
    const [told] = await person.hears()
    expect(told?.text).toContain(letter?.code)
    expect(told?.text).toContain('«Người Thử Mai»')
    expect(told?.choices).toHaveLength(2)

    await person.says('Chuyên viên')
    expect((await person.hears()).map(({ text }) => text)).toEqual([expect.stringContaining('chưa được ghi')])
    expect(await person.answers()).toEqual(before)
    expect(await person.letters()).toHaveLength(1)
  })

  it('is handled again under its own key, once, when its sender wants it', async () => {
    const person = await guest('B')
    world.break(bug)
    const event = await person.says('Người Thử Hải')
    world.mend()
    await person.hears()
    await person.says('1')
    const said = await person.hears()
    expect(await person.answers()).toContain('Người Thử Hải')
    expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('đã được xử lý lại')])
    expect(await person.letters()).toMatchObject([{ state: 'RETRIED', event: null }])
    expect(await store.prisma.outbox.count({ where: { dedupeKey: `reply:telegram:${event.eventId}:0` } })).toBe(1)
    expect(await receive(world.system, event)).toBe('duplicate')
    await person.says('Chuyên viên')
    expect(await person.answers()).toContain('Chuyên viên')
  })

  it('stays where it is when it fails once more, and its sender is told again', async () => {
    const person = await guest('C')
    world.break(bug)
    await person.says('Người Thử Bảo')
    await person.hears()
    await person.says('1')
    expect(await person.letters()).toMatchObject([{ state: 'OPEN', tries: 4, decidedById: null }])
    expect((await person.hears()).at(-1)?.choices).toHaveLength(2)
    world.mend()
    await person.says('gửi lại câu trả lời')
    expect(await person.answers()).toContain('Người Thử Bảo')
  })

  it('is dropped when its sender wants that, and the open question is asked again', async () => {
    const person = await guest('D')
    world.break(bug)
    await person.says('Người Thử Bình')
    world.mend()
    const [told] = await person.hears()
    await person.presses(told?.prompt ?? '', 2)
    expect(await person.letters()).toMatchObject([{ state: 'DROPPED', event: null }])
    const [asked] = await person.hears()
    expect(asked?.text).toContain('Đã bỏ tin')
    await person.presses(told?.prompt ?? '', 1)
    await person.says('Người Thử Nam')
    const answers = await person.answers()
    expect(answers).toContain('Người Thử Nam')
    expect(answers).not.toContain('Người Thử Bình')
    expect(answers.filter(typed => typed === '1')).toHaveLength(1)
  })

  it('is handled or dropped as an officer decides; what was typed before that is no answer', async () => {
    const person = await guest('E')
    const decide = async (to: 'RETRYING' | 'DROPPING') => {
      const letter = (await person.letters()).find(({ state }) => state === 'OPEN')
      const by = { personId: null, reason: 'tin trùng' }
      await store.prisma.$transaction(tx => decideLetter(tx, letter?.id ?? '', to, by, clock.now()))
      await Promise.all([carryOutLetters(world.system), carryOutLetters(world.system)])
    }
    world.break(bug)
    await person.says('Người Thử Sơn')
    world.mend()
    await person.hears()
    clock.advance(60_000)
    await decide('DROPPING')
    expect((await person.hears()).map(({ text }) => text)).toEqual([expect.stringContaining('tin trùng')])
    const typedBefore = new Date(clock.now().getTime() - 30_000)
    await person.says('2', typedBefore)
    const [late] = await person.hears()
    expect(late?.text).toContain('chưa được ghi')
    // It is free by now: the open question follows at once.
    expect(late?.text).toContain('họ và tên')
    expect(await person.answers()).not.toContain('2')

    clock.advance(1_000_000)
    world.break(bug)
    await person.says('Người Thử Bích')
    world.mend()
    await person.hears()
    await decide('RETRYING')
    expect(await person.hears()).toHaveLength(1)
    expect(await person.answers()).toContain('Người Thử Bích')
  })

  it('a press is one on the question that was open, though telling of the failure gave it another number', async () => {
    const person = await guest('F')
    await person.says('Người Thử Tâm')
    const [asked] = await person.hears()
    world.break(bug)
    await person.presses(asked?.prompt ?? '', 1)
    world.mend()
    const letters = await person.letters()
    expect(letters).toMatchObject([{ kind: 'choice', state: 'OPEN' }])
    await person.hears()
    // An old button is no decision on the letter.
    await person.presses(asked?.prompt ?? '', 2)
    expect(await person.letters()).toMatchObject([{ state: 'OPEN' }])
    await person.hears()
    await person.says('1')
    const [said] = await person.hears()
    expect(said?.text).not.toContain('không còn hiệu lực')
    expect(await person.letters()).toMatchObject([{ state: 'RETRIED' }])
  })

  it('holds nothing when there was no answer in it, and can be of any content', async () => {
    const person = await guest('G')
    world.break(bug)
    await receive(world.system, person.event({ type: 'opened' }))
    world.mend()
    await person.hears()
    expect(await person.letters()).toMatchObject([{ kind: 'opened', holdsChat: false }])
    world.break(bug)
    await person.says('Người\u0000 Thử \ud83d')
    world.mend()
    expect((await person.letters()).at(-1)).toMatchObject({ kind: 'text', state: 'OPEN' })
    expect((await person.hears()).at(-1)?.text).toContain('«Người Thử')
    await person.says('2')
    await person.says('Người Thử Chi')
    expect(await person.answers()).toContain('Người Thử Chi')
  })
})

it('what will pass is thrown, nothing is kept of it, and it counts towards nothing', async () => {
  const person = await guest('H')
  const event = person.event({ type: 'text', text: 'Người Thử Minh' })
  world.break(Object.assign(new Error('could not extend file'), { code: '53100' }))
  for (let n = 0; n < 10; n += 1) await expect(receive(world.system, event)).rejects.toThrow()
  world.mend()
  expect(await person.letters()).toEqual([])
  expect(await receive(world.system, event)).toBe('handled')
  expect(await person.answers()).toContain('Người Thử Minh')
})
