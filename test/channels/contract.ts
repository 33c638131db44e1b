import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Channel, Delivery } from '../../src/channels/channel.ts'

/** A channel under test and the platform behind it, which does what the suite asks of it. */
export interface ChannelUnderTest {
  channel: Channel
  /** An account that the platform knows. */
  account: string
  /** Texts that arrived at the account, oldest first. */
  received(): readonly string[]
  /** How the platform answers the next message. */
  nextSend(behaviour: 'unreachable' | 'busy' | 'breaks' | 'noConnection' | 'refused'): void
  /** A file that the platform holds, by its reference. */
  holdFile(bytes: Uint8Array): string
  close(): Promise<void>
}

/** What the rest of the system relies on, whatever the platform. `lacks` names what the platform has no way to do. */
export function channelContract(
  name: string,
  open: () => Promise<ChannelUnderTest>,
  lacks: readonly ('unreachable' | 'busy' | 'breaks' | 'noConnection' | 'refused')[] = [],
): void {
  describe(`${name} keeps to the contract of a channel`, () => {
    let world: ChannelUnderTest
    beforeEach(async () => {
      world = await open()
    })
    afterEach(() => world.close())

    const delivery = (message: Delivery['message'], key = 'k1'): Delivery => ({
      key,
      account: world.account,
      kind: 'REPLY',
      message,
    })

    test('a sent message arrives with its title, text and choices', async () => {
      const message = { title: 'Câu 1/3', text: 'Loại sáng kiến?', choices: ['Mô hình', 'Giải pháp'], prompt: '4' }
      expect(await world.channel.send(delivery(message))).toMatchObject({ result: 'sent' })
      const all = world.received().join('\n')
      for (const word of ['Câu 1/3', 'Loại sáng kiến?', 'Mô hình', 'Giải pháp']) expect(all).toContain(word)
    })

    test('a text longer than the channel allows arrives whole, in order', async () => {
      const words = Array.from({ length: 4_000 }, (_, n) => `từ${n}`)
      expect(await world.channel.send(delivery({ text: words.join(' ') }))).toMatchObject({ result: 'sent' })
      expect(world.received().join(' ').split(/\s+/)).toEqual(words)
      for (const text of world.received()) expect(text.length).toBeLessThanOrEqual(world.channel.abilities.textLength)
    })

    const outcomes = [
      ['unreachable', 'unreachable'],
      ['busy', 'retryAt'],
      ['noConnection', 'retryAt'],
      ['breaks', 'unknown'],
      ['refused', 'refused'],
    ] as const
    test.each(outcomes.filter(([what]) => !lacks.includes(what)))('%s: the send ends as %s', async (what, result) => {
      world.nextSend(what)
      const ended = await world.channel.send(delivery({ text: 'Xin chào' }))
      expect(ended.result).toBe(result)
      if ('why' in ended) expect(ended.why).not.toContain('Xin chào')
    })

    test('a file is fetched byte by byte', async () => {
      const bytes = Buffer.from('nội dung')
      const fetched = await world.channel.fetch(world.holdFile(bytes), 1_000)
      expect(fetched.result === 'fetched' && Buffer.from(fetched.bytes).equals(bytes)).toBe(true)
    })

    test('of a file that is too large nothing is kept', async () => {
      expect(await world.channel.fetch(world.holdFile(Buffer.alloc(2_000)), 1_000)).toEqual({ result: 'tooLarge' })
    })

    test('a file that is not there is gone', async () => {
      expect((await world.channel.fetch('nothing', 1_000)).result).toBe('gone')
    })
  })
}
