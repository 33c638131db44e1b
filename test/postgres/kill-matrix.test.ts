import { afterAll, describe, expect, test } from 'vitest'
import { killLines } from '../kills/kill-lines.ts'
import { KillWorld } from '../kills/kill-world.ts'
import { moments } from '../kills/moments.ts'
import { freshPostgres } from '../support/database.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'

/** From the kill to the answer, the start of a process included. */
const LONGEST_SILENCE_MS = 15_000

const silences: string[] = []
afterAll(() => {
  process.stdout.write(`\nSilence after kill -9, in seconds:\n${silences.toSorted().join('\n')}\n\n`)
})

type Cell = readonly [count: 1 | 2, when: keyof typeof moments, channel: keyof typeof killLines]

/** Each instant on each channel, with one instance and with two. */
const all = ([1, 2] as const).flatMap(count =>
  keysOf(moments).flatMap(when => keysOf(killLines).map((channel): Cell => [count, when, channel])),
)

/** Processes are started one after the other, which takes minutes for all forty: `KILLS=all` plays them, else every fifth. */
const cells = process.env.KILLS === 'all' ? all : all.filter((_, at) => at % 5 === Math.floor(at / 5) % 5)

function keysOf<K extends string>(of: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(of) as K[]
}

describe.each(cells)('%s at work, killed %s, %s', (count, when, channel) => {
  test('the answer is stored once, and the person hears within seconds', async () => {
    const [moment, openLine] = [moments[when], killLines[channel]]
    const store = await freshPostgres()
    // The units are loaded before: each start is then what it is on any other day.
    const system = await testSystem(store)
    const world = await KillWorld.make(store, count)
    const line = await openLine(world.address, store.prisma)
    const ask = async (text: string) => {
      const before = (await line.heard()).length
      await line.types(text)
      await until(async () => (await line.heard()).length > before)
    }
    try {
      await world.start(store.databaseUrl, line.env)
      await ask(`/start ${await inviteIn(system, 'OFFICIAL', 'QN-P-UB')}`)
      await ask('1')
      const before = (await line.heard()).length
      const dying = world.killedAt(moment)
      const typing = line.types('Người Thử Một')
      const startAgain = await dying
      const heardBefore = (await line.heard()).length
      const killedAt = performance.now()
      const starting = count === 1 || channel === 'Zalo Bot' ? startAgain() : null
      // What was sent and not recorded is known to the person already; it comes once more, but not where a line has one place.
      const isKnown = heardBefore > before
      const awaited = isKnown && channel === 'web chat' ? heardBefore : Math.max(before, heardBefore) + 1
      await until(async () => (await line.heard()).length >= awaited)
      const silence = performance.now() - killedAt
      process.stdout.write(`  killed: ${count}, ${when}, ${channel}: ${(silence / 1_000).toFixed(1)} s\n`)
      silences.push(`${count} at work, ${when.padEnd(28)} ${channel.padEnd(17)} ${(silence / 1_000).toFixed(1)}`)
      await Promise.all([typing, starting ?? startAgain()])
      await ask('Chuyên viên')
      // What was sent and not recorded may come once more just now, and is no answer to this.
      await until(async () => (await store.prisma.person.count()) > 0)

      const people = await store.prisma.person.findMany({ include: { roles: true } })
      expect(people.map(({ fullName, roles }) => [fullName, ...roles.map(({ position }) => position)])).toEqual([
        ['Người Thử Một', 'Chuyên viên'],
      ])
      const question = (await line.heard()).slice(before, awaited)
      expect(new Set(question).size).toBe(1)
      if (channel === 'web chat') expect(question).toHaveLength(1)
      await until(async () => (await store.prisma.outbox.count({ where: { state: { not: 'SENT' } } })) === 0)
      expect(silence).toBeLessThan(LONGEST_SILENCE_MS)
    } finally {
      await world.end()
      await line.close()
      await store.close()
    }
  })
})

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const began = performance.now()
  while (!(await isTrue())) {
    if (performance.now() - began > 60_000) throw new Error('nothing was heard for a minute')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
