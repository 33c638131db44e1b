import { expect, it } from 'vitest'
import { openStore, type Store } from '../../src/store/open.ts'
import { freshEmbedded, freshPostgres, silentLog } from '../support/database.ts'
import { directDriver } from '../support/direct-driver.ts'
import { type ChannelDriver, playScript } from '../support/journey.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'

const people = 6

it('two instances on one database, given every event at the same moment, keep order and lose and double nothing', async () => {
  const alone = await freshEmbedded()
  const expected = await played(alone, null, 1)
  await alone.close()

  const first = await freshPostgres()
  const second = await openStore({ dataDir: '', databaseUrl: first.databaseUrl, log: silentLog })
  try {
    const both = await played(first, second, people)
    expect(both.initiatives.map(initiative => initiative.code)).toEqual(
      Array.from({ length: people }, (_, index) => `SK-00${index + 1}`),
    )
    for (const answers of both.answers) expect(answers).toEqual(expected.answers[0])
    expect(both.replies).toBe(expected.replies * people)
    expect(both.events).toBe(expected.events * people)
  } finally {
    await second.close()
    await first.close()
  }
})

/** A second one of the same name at the same unit would be asked whether they are the first, where the first has joined already. */
function underOwnNames(driver: ChannelDriver, index: number): ChannelDriver {
  const name = `Người Thử ${['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu'][index]}`
  return {
    ...driver,
    actor: async key => {
      const actor = await driver.actor(key)
      return { ...actor, type: text => actor.type(text.replace('Người Thử Bốn', name)) }
    },
  }
}

/** Several people walk the same journey at once; with a rival store every event goes to both instances. */
async function played(store: Store, rivalStore: Store | null, count: number) {
  const system = await testSystem(store)
  const rival = rivalStore ? await testSystem(rivalStore) : null
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const driver = directDriver(system, { prefix: `${index}-`, ...(rival ? { rival } : {}) })
      await playScript('initiative', {
        driver: underOwnNames(driver, index),
        invite: (role, unit) => inviteIn(system, role, unit),
      })
    }),
  )
  const drafts = await store.prisma.draft.findMany({
    where: { form: 'initiative' },
    include: { answers: { orderBy: { field: 'asc' } } },
  })
  return {
    initiatives: await store.prisma.record.findMany({ where: { kind: 'initiative' }, orderBy: { code: 'asc' } }),
    answers: drafts.map(({ state, position, answers }) => ({
      state,
      position,
      answers: answers.map(({ field, value }) => [field, value]),
    })),
    replies: await store.prisma.outbox.count({ where: { kind: 'REPLY' } }),
    events: await store.prisma.inboundEvent.count(),
  }
}
