import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SendResult } from '../../src/channels/channel.ts'
import { rateLimited } from '../../src/channels/rate-limited.ts'
import { receive } from '../../src/intake/receive.ts'
import type { System } from '../../src/intake/system.ts'
import type { Outbox } from '../../src/outbox/deliver.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded, freshPostgres } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'
import { OutboxWorld } from './outbox-world.ts'
import { ScriptedChannel } from './scripted-channel.ts'

const databases: [string, () => Promise<Store>][] = [['embedded', freshEmbedded]]
if (process.env.TEST_POSTGRES_URL) databases.push(['postgres', freshPostgres])

describe.each(databases)('a reply that is born leased, on the %s database', (_, fresh) => {
  let world: OutboxWorld
  let system: System
  let channel: ScriptedChannel
  let events = 0
  let account = ''
  beforeAll(async () => {
    world = new OutboxWorld(await fresh())
    system = await testSystem(world.store, world.clock)
  })
  beforeEach(async () => {
    await world.store.prisma.$executeRaw`UPDATE outbox SET state = 'SENT', lease_owner = NULL, lease_until = NULL`
    world.clock.advance(600_000)
    channel = new ScriptedChannel()
    account = `of-someone-${++events}`
    // The account is known, and the channel has its gate.
    await say(system)
    await world.settle(world.outbox(channel))
    world.clock.advance(600_000)
    channel.sent.length = 0
  })
  afterAll(() => world.store.close())

  /** One line of the person, taken in by an instance; the key of its reply. */
  async function say(by: System, from = account): Promise<string> {
    const eventId = `event-${++events}`
    const content = { type: 'text', text: 'xin chào' } as const
    await receive(by, { channel: 'telegram', eventId, account: from, at: world.clock.now(), content })
    return `reply:telegram:${eventId}:0`
  }
  const sentBy = (outbox: Outbox): System => ({ ...system, place: outbox.place })
  /** Ends between the commit and the send. */
  const killedAtCommit = (outbox: Outbox): System => ({
    ...system,
    place: name => {
      const place = outbox.place(name)
      return place && { ...place, send: () => undefined }
    },
  })
  const accountId = async () =>
    (await world.store.prisma.account.findFirstOrThrow({ where: { externalId: account } })).id

  test('it goes out without a round of the outbox, once, and its end is written down', async () => {
    const outbox = world.outbox(channel)
    const key = await say(sentBy(outbox))
    expect(channel.keys).toEqual([key])
    await world.settle(outbox)
    expect(channel.keys).toEqual([key])
    expect(await world.row(key)).toMatchObject({ state: 'SENT', attempts: 1, externalId: 'x1', leaseOwner: null })
  })

  test('a kill between the commit and the send: it goes out when the lease has run out, and not before', async () => {
    const key = await say(killedAtCommit(world.outbox(channel, 'dead')))
    const living = world.outbox(channel, 'living')
    world.clock.advance(9_000)
    await living.turn()
    expect(channel.keys).toEqual([])
    world.clock.advance(1_001)
    await world.settle(living)
    expect(channel.keys).toEqual([key])
    expect(await world.row(key)).toMatchObject({ state: 'SENT', attempts: 2 })
  })

  test('a kill between the send and the record: it goes out once more, and no third time', async () => {
    channel.answer = () => new Promise(() => undefined)
    const key = await say(sentBy(world.outbox(channel, 'dead')))
    world.clock.advance(10_001)
    channel.answer = () => ({ result: 'sent' })
    await world.settle(world.outbox(channel, 'living'))
    expect(channel.keys).toEqual([key, key])
    expect((await world.row(key)).state).toBe('SENT')
  })

  test('behind a queued reply of the same account it waits its turn', async () => {
    await world.queue(await accountId(), 'REPLY', `older-${events}`)
    const outbox = world.outbox(channel)
    const key = await say(sentBy(outbox))
    expect(channel.keys).toEqual([])
    await world.settle(outbox)
    expect(channel.keys).toEqual([expect.stringContaining('older'), key])
  })

  test('behind one that another instance is sending it waits its turn', async () => {
    const [one, two] = [world.outbox(channel, 'one'), world.outbox(channel, 'two')]
    let release: (result: SendResult) => void = () => undefined
    channel.answer = () =>
      new Promise(resolve => {
        release = resolve
      })
    const first = await say(sentBy(one))
    const second = await say(sentBy(two))
    await two.turn()
    expect(channel.keys).toEqual([first])
    channel.answer = () => ({ result: 'sent' })
    release({ result: 'sent' })
    await one.turn()
    await world.settle(two)
    expect(channel.keys).toEqual([first, second])
  })

  test('two instances at once: every line is answered once, in its order', async () => {
    const instances = ['one', 'two'].map(owner => world.outbox(channel, owner, { chatBurst: 100 }))
    const keys: string[] = []
    for (let n = 0; n < 6; n += 1) {
      const at = instances[n % 2]
      if (at) keys.push(await say(sentBy(at)))
    }
    for (let round = 0; round < 6; round += 1) await Promise.all(instances.map(one => one.turn()))
    expect(channel.keys).toEqual(keys)
  })

  test('where the pace has no room, or the channel rests, it is queued', async () => {
    const outbox = world.outbox(channel, 'one', { perSecond: 1 })
    const first = await say(sentBy(outbox))
    const second = await say(sentBy(outbox), `${account}-other`)
    await outbox.turn()
    expect(channel.keys).toEqual([first])
    world.clock.advance(1_000)
    const at = new Date(world.clock.now().getTime() + 30_000)
    channel.answer = () => ({ result: 'retryAt', at, why: rateLimited })
    await outbox.turn()
    expect(channel.keys).toEqual([first, second])
    world.clock.advance(2_000)
    await say(sentBy(outbox))
    expect(channel.keys).toHaveLength(2)
  })

  test('where there is no limit nothing is held back, and no list of sends grows', async () => {
    const unlimited = { perSecond: Infinity, forReplies: 0, chatBurst: Infinity, parallel: 100 }
    const outbox = world.outbox(channel, 'one', unlimited)
    const keys: string[] = []
    for (let n = 0; n < 5; n += 1) {
      keys.push(await say(sentBy(outbox)))
      await world.queue(await accountId(), 'BROADCAST', `free-${events}-${n}`)
      await outbox.turn()
    }
    expect(channel.keys.filter(key => key.startsWith('reply'))).toEqual(keys)
    expect(channel.keys).toHaveLength(10)
    const gate = await world.store.prisma.setting.findUniqueOrThrow({ where: { key: 'outbox.gate.telegram' } })
    expect(gate.value).toMatchObject({ sends: [] })
  })

  test('bulk never takes the share of the replies', async () => {
    for (let n = 0; n < 10; n += 1) await world.queue(await world.account(), 'BROADCAST', `bulk-${events}-${n}`)
    const outbox = world.outbox(channel, 'one', { perSecond: 5, forReplies: 2, parallel: 20 })
    await outbox.turn()
    await outbox.turn()
    expect(channel.keys).toHaveLength(3)
    const key = await say(sentBy(outbox))
    expect(channel.keys.slice(3)).toEqual([key])
  })

  test('a row whose end the database refuses spoils no other of its batch, and goes by its lease', async () => {
    const { prisma } = world.store
    await prisma.$executeRawUnsafe(`CREATE OR REPLACE FUNCTION refuse_end() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'refused'; END $$`)
    await prisma.$executeRawUnsafe(`CREATE TRIGGER refuse_end BEFORE UPDATE ON outbox FOR EACH ROW
      WHEN (NEW.external_id = 'bad') EXECUTE FUNCTION refuse_end()`)
    const [good, bad] = [`good-${events}`, `bad-${events}`]
    await world.queue(await world.account(), 'REPLY', bad)
    await world.queue(await world.account(), 'REPLY', good)
    channel.answer = ({ key }) => ({ result: 'sent', externalId: key === bad ? 'bad' : 'good' })
    await world.outbox(channel, 'one').turn()
    await prisma.$executeRawUnsafe('DROP TRIGGER refuse_end ON outbox')
    expect((await world.row(good)).state).toBe('SENT')
    expect((await world.row(bad)).state).toBe('SENDING')
    world.clock.advance(10_001)
    channel.answer = () => ({ result: 'sent' })
    await world.settle(world.outbox(channel, 'two'))
    expect(channel.keys.filter(key => key === bad)).toHaveLength(2)
    expect((await world.row(bad)).state).toBe('SENT')
  })
})
