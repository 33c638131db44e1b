import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChannelName } from '../../src/channels/channel.ts'
import { sentAtOf } from '../../src/channels/sent-at.ts'

const now = new Date('2024-03-31T17:20:00Z')
const at = (iso: string) => new Date(iso)

describe('when the person sent it', () => {
  test.each<ChannelName>(['telegram', 'zalo-oa', 'zalo-bot'])('is what %s says, hours later too', channel => {
    const sent = sentAtOf({ channel, at: at('2024-03-31T08:00:00Z') }, now)
    expect(sent).toEqual({ sentAt: at('2024-03-31T08:00:00Z'), claimedAt: null })
  })

  test('is never in the future: a clock that goes ahead counts as receipt', () => {
    expect(sentAtOf({ channel: 'zalo-oa', at: at('2024-04-01T00:00:00Z') }, now).sentAt).toEqual(now)
  })

  test('is never older than Telegram keeps an update', () => {
    expect(sentAtOf({ channel: 'telegram', at: at('2024-03-30T17:19:59Z') }, now).sentAt).toEqual(now)
    expect(sentAtOf({ channel: 'telegram', at: at('2024-03-30T17:20:00Z') }, now).sentAt).toEqual(
      at('2024-03-30T17:20:00Z'),
    )
  })

  test('of an event that failed here and comes again is as old as its first try allows', () => {
    const seenAt = at('2024-03-30T20:00:00Z')
    expect(sentAtOf({ channel: 'telegram', at: at('2024-03-29T21:00:00Z'), seenAt }, now).sentAt).toEqual(
      at('2024-03-29T21:00:00Z'),
    )
    // Where the platform tells no time, each delivery would be younger than the first.
    expect(sentAtOf({ channel: 'zalo-bot', at: now, seenAt }, now).sentAt).toEqual(seenAt)
  })

  test('in the web chat is the receipt; the clock of the page is kept and not believed', () => {
    const claimedAt = at('2024-03-31T16:58:00Z')
    expect(sentAtOf({ channel: 'web', at: now, seenAt: now, claimedAt }, now)).toEqual({ sentAt: now, claimedAt })
    expect(sentAtOf({ channel: 'web', at: claimedAt }, now).sentAt).toEqual(now)
    const ahead = at('2031-01-01T00:00:00Z')
    expect(sentAtOf({ channel: 'web', at: now, claimedAt: ahead }, now).claimedAt).toBeNull()
  })

  test('whatever a platform says: not after now, not older than its way, and a claim is always earlier', () => {
    const day = 86_400_000
    const instant = fc.integer({ min: -30 * day, max: 30 * day }).map(ms => new Date(now.getTime() + ms))
    const channel = fc.constantFrom<ChannelName>('telegram', 'zalo-oa', 'zalo-bot', 'web')
    const maybe = fc.option(instant, { nil: undefined })
    fc.assert(
      fc.property(channel, instant, maybe, maybe, (of, said, seen, claimed) => {
        const inbound = {
          channel: of,
          at: said,
          ...(seen ? { seenAt: seen } : {}),
          ...(claimed ? { claimedAt: claimed } : {}),
        }
        const { sentAt, claimedAt } = sentAtOf(inbound, now)
        const receipt = Math.min(now.getTime(), seen?.getTime() ?? now.getTime())
        expect(sentAt.getTime()).toBeLessThanOrEqual(receipt)
        expect(sentAt.getTime()).toBeGreaterThanOrEqual(receipt - (of === 'web' ? 0 : 7 * day))
        if (claimedAt) expect(claimedAt.getTime()).toBeLessThan(sentAt.getTime())
      }),
    )
  })

  test('that is no time at all is the receipt', () => {
    expect(sentAtOf({ channel: 'telegram', at: new Date(Number.NaN) }, now).sentAt).toEqual(now)
  })
})
