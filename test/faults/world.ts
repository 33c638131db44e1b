import { expect } from 'vitest'
import { steppedClock } from '../../src/clock.ts'
import { tallyOf } from '../../src/health/tally.ts'
import { watchOver } from '../../src/health/watch.ts'
import { receive } from '../../src/intake/receive.ts'
import type { System } from '../../src/intake/system.ts'
import { noteBeat } from '../../src/store/heartbeat.ts'
import type { Store } from '../../src/store/open.ts'
import type { Health } from '../../src/web/health.ts'
import type { Receive } from './lines.ts'

/** The intake over a database that can be made to fail, watched as in the running system. */
export function faultWorld(
  store: Store,
  system: System,
  trouble: {
    begin(): void | Promise<void>
    end(): void | Promise<void>
    /** After so many deliveries that failed the database is well again. */
    failures: number
  },
) {
  const clock = steppedClock('2024-03-20T01:30:00Z')
  const tally = tallyOf(clock, inbound => receive(system, inbound))
  const watching = { prisma: store.prisma, clock, channels: [], tally, poolUse: store.poolUse, owner: 'test' }
  const watch = watchOver(watching)
  const told: Health['status'][] = []
  let failures = 0
  /** Deliveries that are still to be taken before the trouble begins; null: it does not, or has begun. */
  let untilTrouble: number | null = null
  const refused = async (): Promise<void> => {
    failures += 1
    told.push((await watch.health()).status)
    if (failures === trouble.failures) await trouble.end()
  }
  const begin = async (): Promise<void> => {
    untilTrouble = null
    await trouble.begin()
  }
  const take: Receive = async inbound => {
    if (untilTrouble === 0) await begin()
    else if (untilTrouble !== null) untilTrouble -= 1
    try {
      return await tally.receive(inbound)
    } catch (error) {
      await refused()
      throw error
    }
  }
  return {
    receive: take,
    refused,
    notStored: () => tally.notStored('web'),
    /**
     * While `work` is done, the database is in trouble, from the delivery after so many on until so many have failed; the health must
     * have told of each, and be well when that is some time ago. Gives how it stood at each, and how many failed.
     */
    during: async (work: () => Promise<void>, after = 0) => {
      failures = 0
      told.length = 0
      if (after === 0) await begin()
      else untilTrouble = after
      await work()
      await trouble.end()
      expect(failures).toBeGreaterThan(0)
      expect(told.filter(status => status === 'ok')).toEqual([])
      expect((await watch.health()).status).toBe(tally.lastFailure() ? 'degraded' : 'ok')
      clock.advance(REMEMBERED_MS)
      await noteBeat(store.prisma, 'reminders', clock.now())
      expect((await watch.health()).status).toBe('ok')
      return { failures, told: [...new Set(told)] }
    },
  }
}

/** How long the health tells of an event that could not be stored. */
const REMEMBERED_MS = 5 * 60_000 + 1

/** Two answers typed in a row: each stands at its own question, once, and nothing was given up. */
export async function expectJoined(store: Store, fullName: string, position: string): Promise<void> {
  const people = await store.prisma.person.findMany({ where: { fullName }, include: { roles: true } })
  expect(people.map(({ roles }) => roles.map(role => role.position))).toEqual([[position]])
  expect(await store.prisma.deadLetter.count()).toBe(0)
}

/** Names that nobody else in the test has. */
export function namesOf(): () => string {
  let number = 0
  return () => {
    number += 1
    return `Người Thử ${syllables[number % syllables.length]} ${syllables[Math.floor(number / syllables.length)]}`
  }
}

const syllables = [
  'An',
  'Bình',
  'Chi',
  'Dung',
  'Giang',
  'Hà',
  'Khánh',
  'Lan',
  'Mai',
  'Nga',
  'Oanh',
  'Phúc',
  'Quyên',
  'Sơn',
]
