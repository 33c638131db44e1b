import { expect, test } from 'vitest'
import { beat } from '../../src/reminders/round/beat.ts'
import type { PrismaClient } from '../../src/store/generated/client.ts'
import { freshEmbedded } from '../support/database.ts'
import { deliverAll, type Season, storedSeason } from './stored-season.ts'

class Killed extends Error {}

/** Dies at some statements or transactions, before or after they have taken effect, as a killed process would. */
function dyingNowAndThen(prisma: PrismaClient, chance: () => number): PrismaClient {
  const deadly = new Set<string | symbol>(['$transaction', '$executeRaw', '$queryRaw'])
  return new Proxy(prisma, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function' || !deadly.has(name)) return value
      return async (...args: unknown[]) => {
        const fate = chance()
        if (fate < 0.03) throw new Killed()
        const result: unknown = await value.apply(target, args)
        if (fate > 0.97) throw new Killed()
        return result
      }
    },
  })
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const days = [15, 18, 22, 25, 26, 28]

/** Beats of some minutes on each of the days; everything queued arrives. */
async function live(season: Season, prisma: PrismaClient, minutes: number): Promise<number> {
  let deaths = 0
  for (const day of days) {
    for (let minute = 0; minute < minutes; minute++) {
      season.clock.set(new Date(Date.UTC(2024, 2, day, 1, minute)).toISOString())
      try {
        await beat({ ...season.system, prisma }, 'one')
      } catch (error) {
        if (!(error instanceof Killed)) throw error
        deaths++
      }
    }
    await deliverAll(season)
  }
  return deaths
}

async function outcome(season: Season): Promise<string[]> {
  const rows = await season.system.prisma.reminder.findMany({ include: { person: true, obligation: true } })
  return rows
    .map(row => `${row.obligation.unitCode} ${row.person.givenName} ${row.step} ${row.state} ${row.why}`)
    .sort()
}

async function messagesByPerson(season: Season): Promise<string[]> {
  const rows = await season.system.prisma.outbox.findMany({ include: { account: true } })
  return rows
    .map(
      row => `${row.account.externalId} ${row.createdAt.toISOString().slice(0, 10)} ${JSON.stringify(row.body).length}`,
    )
    .sort()
}

test('a season of beats that die at any statement ends as an undisturbed one: nothing missed, nothing doubled', async () => {
  const units = ['A', 'B']
  const calm = await freshEmbedded()
  const calmSeason = await storedSeason(calm, units)
  await live(calmSeason, calm.prisma, 2)
  await beat(calmSeason.system, 'one')
  const expected = [await outcome(calmSeason), await messagesByPerson(calmSeason)]
  await calm.close()
  let deaths = 0
  for (const seed of [1, 2]) {
    const store = await freshEmbedded()
    const season = await storedSeason(store, units)
    deaths += await live(season, dyingNowAndThen(store.prisma, seeded(seed)), 16)
    await beat(season.system, 'one')
    expect([await outcome(season), await messagesByPerson(season)]).toEqual(expected)
    await store.close()
  }
  expect(deaths).toBeGreaterThan(10)
}, 120_000)
