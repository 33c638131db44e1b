import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closedReasons } from '../../src/channels/channel.ts'
import { type ZaloSituation, zaloWay } from '../../src/channels/zalo-way.ts'
import { unreachableWhy } from '../../src/outbox/reach.ts'
import { runs } from '../support/runs.ts'

const HOUR = 3_600_000
const ways = ['oaFree', 'oaPaid', 'zbsUser', 'zbsPhone'] as const

/** A moment of 2026 and a silence that lies about the edges of the windows as often as anywhere. */
const now = fc.date({
  min: new Date('2026-01-10T00:00:00Z'),
  max: new Date('2026-12-20T00:00:00Z'),
  noInvalidDate: true,
})
const silence = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 12 * 24 * HOUR }),
  fc.integer({ min: 47 * HOUR, max: 49 * HOUR }),
  fc.integer({ min: 167 * HOUR, max: 169 * HOUR }),
)
const situation: fc.Arbitrary<ZaloSituation & { silence: number | null }> = fc
  .record({
    kind: fc.constantFrom('REPLY', 'NOTICE', 'REMINDER', 'BROADCAST'),
    now,
    silence,
    rules: fc.record({ mayPay: fc.boolean(), hasTemplate: fc.boolean() }),
    hasBrief: fc.boolean(),
    hasPhone: fc.boolean(),
    refused: fc.uniqueArray(fc.tuple(fc.constantFrom(...ways), fc.constantFrom(...closedReasons)), {
      selector: ([way]) => way,
    }),
  })
  .map(({ silence, refused, ...rest }) => ({
    ...rest,
    silence,
    heardAt: silence === null ? null : new Date(rest.now.getTime() - silence),
    refused: new Map(refused),
  }))

const holds = (what: (of: ZaloSituation & { silence: number | null }, choice: ReturnType<typeof zaloWay>) => boolean) =>
  fc.assert(
    fc.property(situation, of => what(of, zaloWay(of))),
    { numRuns: runs(3_000) },
  )
const wayOf = (choice: ReturnType<typeof zaloWay>) => ('way' in choice ? choice.way : null)
const hourInVietnam = (at: Date) => (at.getUTCHours() + 7) % 24

describe('the way to a person on the Official Account', () => {
  test('is free only within 48 hours of their last word, or in answer to it', () =>
    holds(
      ({ kind, silence }, choice) =>
        wayOf(choice) !== 'oaFree' || (silence === null ? kind === 'REPLY' : silence < 48 * HOUR),
    ))

  test('is never one that may cost where the office has not allowed it, and never free text after 7 days', () =>
    holds(
      ({ silence, rules }, choice) =>
        wayOf(choice) !== 'oaPaid' || (rules.mayPay && silence !== null && silence < 168 * HOUR),
    ))

  test('is a template for reminders only, where there is one and the message fits it', () =>
    holds(
      ({ kind, rules, hasBrief }, choice) =>
        !wayOf(choice)?.startsWith('zbs') || (kind === 'REMINDER' && rules.hasTemplate && hasBrief),
    ))

  test('goes by a phone number only when one was given, after the account was tried, and not against a wish', () =>
    holds(({ hasPhone, refused }, choice) => {
      if (wayOf(choice) !== 'zbsPhone') return true
      const byUser = refused.get('zbsUser')
      return hasPhone && byUser !== undefined && byUser !== 'refusedKind'
    }))

  test('is never one that Zalo has refused, so that every message comes to an end', () =>
    holds(({ refused }, choice) => {
      const way = wayOf(choice)
      return way === null || !refused.has(way)
    }))

  test('of a reminder, a broadcast or a template never lies in the night; what waits goes at six', () =>
    holds(({ kind, now }, choice) => {
      const isNight = hourInVietnam(now) >= 22 || hourInVietnam(now) < 6
      if ('waitUntil' in choice)
        return (
          isNight &&
          choice.waitUntil > now &&
          hourInVietnam(choice.waitUntil) === 6 &&
          choice.waitUntil.getTime() - now.getTime() <= 8 * HOUR
        )
      return !isNight || !('way' in choice) || ((kind === 'REPLY' || kind === 'NOTICE') && choice.way.startsWith('oa'))
    }))

  test('is the cheapest that is open: free before all, and a template only where free text does not go', () =>
    holds(({ silence, refused }, choice) => {
      const isFreeOpen = silence !== null && silence < 47 * HOUR && !refused.has('oaFree')
      return !isFreeOpen || wayOf(choice) === 'oaFree' || 'waitUntil' in choice
    }))

  test('has a reason whenever it is not the ordinary one', () =>
    holds((_, choice) => !('way' in choice) || (choice.why === null) === (choice.way === 'oaFree')))
})

describe('examples of the way', () => {
  const base: ZaloSituation = {
    kind: 'REMINDER',
    now: new Date('2026-09-01T02:00:00Z'),
    heardAt: new Date('2026-08-29T02:00:00Z'),
    rules: { mayPay: false, hasTemplate: true },
    hasBrief: true,
    hasPhone: true,
    refused: new Map(),
  }

  test('three days of silence: paid where that is allowed, else the template', () => {
    expect(zaloWay({ ...base, rules: { mayPay: true, hasTemplate: true } })).toEqual({
      way: 'oaPaid',
      why: 'withinWeek',
    })
    expect(zaloWay(base)).toEqual({ way: 'zbsUser', why: 'paidOff' })
  })

  test('two weeks of silence: the template by account, then by phone, then the end with its reason', () => {
    const silent = { ...base, heardAt: new Date('2026-08-17T02:00:00Z') }
    expect(zaloWay(silent)).toEqual({ way: 'zbsUser', why: 'outsideWindow' })
    const byUser = new Map([['zbsUser', 'noUserTemplate']] as const)
    expect(zaloWay({ ...silent, refused: byUser })).toEqual({ way: 'zbsPhone', why: 'noUserTemplate' })
    expect(zaloWay({ ...silent, refused: byUser, hasPhone: false })).toEqual({ closed: 'noUserTemplate' })
    const refusal = new Map([['zbsUser', 'refusedKind']] as const)
    expect(zaloWay({ ...silent, refused: refusal })).toEqual({ closed: 'refusedKind' })
    expect(zaloWay({ ...silent, rules: { mayPay: true, hasTemplate: false } })).toEqual({ closed: 'outsideWindow' })
  })
})

describe('who cannot be reached', () => {
  const at = new Date('2026-09-01T02:00:00Z')
  const rules = { mayPay: false, hasTemplate: false }
  const oa = { channel: 'zalo-oa', heardAt: new Date('2026-08-01T00:00:00Z'), hasPhone: false }

  test('is known before anything is sent, with the reason; another chat or a template makes the difference', () => {
    expect(unreachableWhy([], rules, at)).toBe('noAccount')
    expect(unreachableWhy([oa], rules, at)).toBe('outsideWindow')
    expect(unreachableWhy([oa], { ...rules, hasTemplate: true }, at)).toBeNull()
    expect(unreachableWhy([oa, { channel: 'web', heardAt: null, hasPhone: false }], rules, at)).toBeNull()
    expect(unreachableWhy([{ ...oa, heardAt: at }], rules, at)).toBeNull()
  })
})
