import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Inbound } from '../../../src/channels/channel.ts'
import { inOrder } from '../../../src/channels/zalo/event-order.ts'
import { steppedClock } from '../../../src/clock.ts'

const text = (
  account: string,
  at: number,
  content: Inbound['content'] = { type: 'text', text: String(at) },
): Inbound => ({
  channel: 'zalo-oa',
  eventId: `${account}:${at}`,
  account,
  at: new Date(at),
  content,
})

function line() {
  const taken: Inbound[] = []
  const take = inOrder({
    take: async inbound => {
      await new Promise(resolve => setImmediate(resolve))
      taken.push(inbound)
      return 'done'
    },
    settleMs: 5,
    clock: steppedClock('2024-03-20T02:00:00Z'),
    pause: ms => new Promise(resolve => setTimeout(resolve, ms)),
  })
  return { taken, take }
}

describe('events of one account', () => {
  test('that arrive together are taken in the order of their time, whatever the order of arrival', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 7 }), async times => {
        const { taken, take } = line()
        await Promise.all(times.map(at => take(text('a', at))))
        expect(taken.map(({ content }) => content)).toEqual(
          [1, 2, 3, 4, 5, 6, 7].map(at => ({ type: 'text', text: String(at) })),
        )
      }),
      { numRuns: 20 },
    )
  })

  test('a text that comes after a younger one was answered is no answer; files are taken all the same', async () => {
    const { taken, take } = line()
    await take(text('a', 2))
    await take(text('a', 1))
    const files = { type: 'files' as const, files: [{ name: 'a.pdf', ref: 'x' }] }
    await take(text('a', 0, files))
    expect(taken.map(({ content }) => content)).toEqual([
      { type: 'text', text: '2' },
      { type: 'other', what: 'unknown' },
      files,
    ])
  })

  test('a departure that is older than the return is forgotten', async () => {
    const { taken, take } = line()
    await take(text('a', 2, { type: 'opened' }))
    expect(await take(text('a', 1, { type: 'left' }))).toBe('done')
    expect(taken).toHaveLength(1)
  })

  test('one account does not wait for another', async () => {
    const { taken, take } = line()
    await Promise.all([take(text('a', 9)), take(text('b', 1))])
    expect(taken).toHaveLength(2)
  })

  test('when one cannot be stored, those after it wait until it has come again, but not for ever', async () => {
    let isDown = true
    const order: number[] = []
    const clock = steppedClock('2024-03-20T02:00:00Z')
    const take = inOrder({
      take: async inbound => {
        if (isDown) return 'again'
        order.push(inbound.at.getTime())
        return 'done'
      },
      settleMs: 0,
      clock,
      pause: async () => undefined,
    })
    expect(await Promise.all([take(text('a', 1)), take(text('a', 2))])).toEqual(['again', 'again'])
    isDown = false
    expect(await take(text('a', 3))).toBe('again')
    expect(await take(text('b', 9))).toBe('done')
    expect(await take(text('a', 2))).toBe('again')
    for (const at of [1, 2, 3]) expect(await take(text('a', at))).toBe('done')
    expect(order).toEqual([9, 1, 2, 3])
    isDown = true
    expect(await take(text('a', 4))).toBe('again')
    isDown = false
    clock.advance(25 * 60_000)
    expect(await take(text('a', 5))).toBe('done')
  })
})
