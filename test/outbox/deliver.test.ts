import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SendResult } from '../../src/channels/channel.ts'
import { rateLimited } from '../../src/channels/rate-limited.ts'
import { after as later } from '../../src/clock.ts'
import { enqueueToAccount } from '../../src/outbox/enqueue.ts'
import { endLeases } from '../../src/outbox/recover.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { freshEmbedded, freshPostgres } from '../support/database.ts'
import { OutboxWorld } from './outbox-world.ts'
import { ScriptedChannel } from './scripted-channel.ts'

const databases: [string, () => Promise<Store>][] = [['embedded', freshEmbedded]]
if (process.env.TEST_POSTGRES_URL) databases.push(['postgres', freshPostgres])

describe.each(databases)('the outbox on the %s database', (_, fresh) => {
  let world: OutboxWorld
  let channel: ScriptedChannel
  beforeAll(async () => {
    world = new OutboxWorld(await fresh())
  })
  beforeEach(async () => {
    await world.clear()
    channel = new ScriptedChannel()
  })
  afterAll(() => world.store.close())

  const sendOne = async (kind: 'REPLY' | 'NOTICE' | 'REMINDER', result: SendResult) => {
    await world.queue(await world.account(), kind, 'k')
    channel.answer = () => result
    const outbox = world.outbox(channel)
    await outbox.turn()
    return outbox
  }

  test('what was sent is marked with the id that the platform gave', async () => {
    await sendOne('REPLY', { result: 'sent', externalId: '77' })
    expect(await world.row('k')).toMatchObject({ state: 'SENT', externalId: '77', leaseOwner: null, why: null })
  })

  test('one account gets its messages of a kind in the order they were queued, one at a time', async () => {
    const account = await world.account()
    for (const key of ['a', 'b', 'c', 'd', 'e']) await world.queue(account, 'REPLY', key)
    await world.settle(world.outbox(channel))
    expect(channel.keys).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(channel.mostInHand).toBe(1)
  })

  test('what is being sent to an account holds its next message back, however long it takes', async () => {
    const account = await world.account()
    for (const key of ['a', 'b']) await world.queue(account, 'REPLY', key)
    let arrives: (result: SendResult) => void = () => undefined
    channel.answer = () => new Promise(resolve => (arrives = resolve))
    const outbox = world.outbox(channel)
    const sending = outbox.turn()
    await until(() => channel.sent.length === 1)
    await world.outbox(channel, 'two').turn()
    expect(channel.keys).toEqual(['a'])
    channel.answer = () => ({ result: 'sent' })
    arrives({ result: 'sent' })
    await sending
    await world.settle(outbox)
    expect(channel.keys).toEqual(['a', 'b'])
  })

  test('the same reason never speaks twice', async () => {
    const account = { id: await world.account(), channel: 'telegram' } as const
    const notice = { dedupeKey: 'reason', kind: 'NOTICE', campaign: null, message: { text: 'một lần' } } as const
    for (let time = 0; time < 2; time += 1)
      await inTransaction(world.store.prisma, tx => enqueueToAccount(tx, account, notice, world.clock.now()))
    await world.settle(world.outbox(channel))
    expect(channel.keys).toEqual(['reason'])
  })

  test('a reply overtakes what was not asked for, in its own chat and in all others', async () => {
    const [first, second] = [await world.account(), await world.account()]
    await world.queue(first, 'BROADCAST', 'broadcast')
    await world.queue(first, 'REMINDER', 'reminder')
    await world.queue(second, 'REMINDER', 'other reminder')
    await world.queue(first, 'REPLY', 'reply')
    await world.settle(world.outbox(channel, 'one', { parallel: 1 }))
    expect(channel.keys).toEqual(['reply', 'reminder', 'other reminder', 'broadcast'])
  })

  test('a reply that waits for its next attempt is not overtaken by a later one', async () => {
    const account = await world.account()
    await world.queue(account, 'REPLY', 'a')
    await world.queue(account, 'REPLY', 'b')
    const at = later(world.clock.now(), 5_000)
    channel.answer = () => ({ result: 'retryAt', at, why: 'no-connection' })
    const outbox = world.outbox(channel)
    await outbox.turn()
    world.clock.advance(2_000)
    await outbox.turn()
    expect(channel.keys).toEqual(['a'])
    channel.answer = () => ({ result: 'sent' })
    await world.settle(outbox)
    expect(channel.keys).toEqual(['a', 'a', 'b'])
  })

  test('a message planned for later holds nothing back', async () => {
    const account = await world.account()
    await world.queue(account, 'REMINDER', 'later', { notBefore: later(world.clock.now(), 3_600_000) })
    await world.queue(account, 'REMINDER', 'now')
    await world.outbox(channel).turn()
    expect(channel.keys).toEqual(['now'])
  })

  test('a reply whose send is in doubt goes out once more, and only once', async () => {
    const outbox = await sendOne('REPLY', { result: 'unknown', why: 'timeout' })
    await world.settle(outbox)
    expect(channel.keys).toEqual(['k', 'k'])
    expect(await world.row('k')).toMatchObject({ state: 'UNKNOWN', why: 'timeout' })
  })

  test('a reply in doubt, then surely refused a connection, then in doubt again is not sent a fourth time', async () => {
    const results: SendResult[] = [
      { result: 'unknown', why: 'timeout' },
      { result: 'retryAt', at: world.clock.now(), why: 'no-connection' },
      { result: 'unknown', why: 'timeout' },
    ]
    await world.queue(await world.account(), 'REPLY', 'k')
    channel.answer = () => results.shift() ?? { result: 'sent' }
    await world.settle(world.outbox(channel))
    expect(channel.sent).toHaveLength(3)
    expect((await world.row('k')).state).toBe('UNKNOWN')
  })

  test.each(['NOTICE', 'REMINDER'] as const)('a %s whose send is in doubt is never repeated', async kind => {
    const outbox = await sendOne(kind, { result: 'unknown', why: 'timeout' })
    await world.settle(outbox)
    expect(channel.keys).toEqual(['k'])
    expect(await world.row('k')).toMatchObject({ state: 'UNKNOWN', why: 'timeout' })
  })

  test('a blocked account becomes inactive, and everybody can see why', async () => {
    await sendOne('REPLY', { result: 'unreachable', why: 'blocked' })
    const row = await world.row('k')
    expect(row).toMatchObject({ state: 'UNREACHABLE', why: 'blocked' })
    const account = await world.store.prisma.account.findUniqueOrThrow({ where: { id: row.accountId } })
    expect(account).toMatchObject({ state: 'INACTIVE', inactiveWhy: 'blocked' })
    expect(await world.store.prisma.audit.count({ where: { subjectId: row.accountId } })).toBe(1)
  })

  test('a reminder to a blocked account goes to the next chat of the person', async () => {
    const personId = await world.person()
    const blocked = await world.account('telegram', personId)
    const next = await world.account('web', personId)
    const web = new ScriptedChannel('web')
    await world.queue(blocked, 'REMINDER', 'k', {
      body: { message: { text: 'x', words: ['Mở'] }, go: [{ to: 'tasks' }] },
    })
    channel.answer = () => ({ result: 'unreachable', why: 'blocked' })
    await world.settle(world.outbox([channel, web]))
    expect(web.sent[0]).toMatchObject({ key: 'k', account: `of-${next}` })
    expect(await world.row('k')).toMatchObject({ state: 'SENT', accountId: next, channel: 'web' })
  })

  test('a message bound to the preferred chat goes to no other', async () => {
    const personId = await world.person()
    const blocked = await world.account('telegram', personId)
    await world.account('web', personId)
    const web = new ScriptedChannel('web')
    await world.queue(blocked, 'REMINDER', 'k', { body: { message: { text: 'x' }, isBound: true } })
    channel.answer = () => ({ result: 'unreachable', why: 'blocked' })
    await world.settle(world.outbox([channel, web]))
    expect(web.sent).toEqual([])
    expect(await world.row('k')).toMatchObject({ state: 'UNREACHABLE', why: 'blocked', channel: 'telegram' })
  })

  describe('when a channel is closed for a message', () => {
    const closed = (): SendResult => ({ result: 'closed', why: 'outsideWindow' })

    test('the account stays as it is, and without another chat the end can be seen', async () => {
      const accountId = await world.account('telegram', await world.person())
      await world.queue(accountId, 'REMINDER', 'k')
      channel.answer = closed
      await world.settle(world.outbox(channel))
      expect(await world.row('k')).toMatchObject({ state: 'UNREACHABLE', why: 'outsideWindow', channel: 'telegram' })
      const account = await world.store.prisma.account.findUniqueOrThrow({ where: { id: accountId } })
      expect(account).toMatchObject({ state: 'ACTIVE', inactiveWhy: null })
      expect(await world.store.prisma.audit.count()).toBe(0)
    })

    test('the next chat carries it, with the reason why it went there', async () => {
      const personId = await world.person()
      await world.queue(await world.account('telegram', personId), 'REMINDER', 'k')
      const next = await world.account('web', personId)
      channel.answer = closed
      await world.settle(world.outbox([channel, new ScriptedChannel('web')]))
      expect(await world.row('k')).toMatchObject({ state: 'SENT', accountId: next, why: 'outsideWindow' })
    })

    test('a message that every chat is closed for goes to each once and then ends', async () => {
      const personId = await world.person()
      await world.queue(await world.account('telegram', personId), 'REMINDER', 'k')
      await world.account('web', personId)
      const web = new ScriptedChannel('web')
      channel.answer = closed
      web.answer = () => ({ result: 'closed', why: 'quota' })
      await world.settle(world.outbox([channel, web]))
      expect([channel.keys, web.keys]).toEqual([['k'], ['k']])
      expect(await world.row('k')).toMatchObject({ state: 'UNREACHABLE', why: 'quota' })
    })
  })

  test('the way a message took, and of how many messages of the platform it was made, are kept', async () => {
    await sendOne('REMINDER', { result: 'sent', way: 'zbsPhone', why: 'templateByPhone', parts: 2 })
    expect(await world.row('k')).toMatchObject({ state: 'SENT', way: 'zbsPhone', why: 'templateByPhone', parts: 2 })
  })

  test('a refused message is dead at once', async () => {
    await sendOne('REPLY', { result: 'refused', why: 'message is too long' })
    expect(await world.row('k')).toMatchObject({ state: 'DEAD', why: 'message is too long' })
  })

  test('attempts are bounded: what never gets through ends dead', async () => {
    await world.queue(await world.account(), 'REMINDER', 'k')
    channel.answer = () => ({ result: 'retryAt', at: world.clock.now(), why: 'no-connection' })
    const outbox = world.outbox(channel)
    for (let round = 0; round < 60; round += 1) {
      await outbox.turn()
      world.clock.advance(700_000)
    }
    expect(channel.sent).toHaveLength(40)
    expect(await world.row('k')).toMatchObject({ state: 'DEAD', why: 'no-connection' })
  })

  test('the waits between attempts grow', async () => {
    const outbox = await sendOne('REPLY', { result: 'retryAt', at: world.clock.now(), why: 'no-connection' })
    const waits: number[] = []
    for (let round = 0; round < 4; round += 1) {
      const { notBefore } = await world.row('k')
      waits.push(notBefore.getTime() - world.clock.now().getTime())
      world.clock.set(notBefore.toISOString())
      await outbox.turn()
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000])
  })

  test('what has expired is not sent', async () => {
    await world.queue(await world.account(), 'REMINDER', 'k', { expiresAt: later(world.clock.now(), 1_000) })
    world.clock.advance(1_001)
    await world.outbox(channel).turn()
    expect(channel.keys).toEqual([])
    expect(await world.row('k')).toMatchObject({ state: 'EXPIRED', why: 'expired' })
  })

  test('a 429 stops the whole channel, for every instance, until the time it names, and costs no attempt', async () => {
    const [first, second] = [await world.account(), await world.account()]
    await world.queue(first, 'REPLY', 'a')
    const at = later(world.clock.now(), 30_000)
    channel.answer = () => ({ result: 'retryAt', at, why: rateLimited })
    const outbox = world.outbox(channel)
    await outbox.turn()
    expect(await world.row('a')).toMatchObject({ state: 'QUEUED', attempts: 0 })
    channel.answer = () => ({ result: 'sent' })
    await world.queue(second, 'REPLY', 'b')
    world.clock.advance(29_999)
    await outbox.turn()
    await world.outbox(channel, 'two').turn()
    expect(channel.keys).toEqual(['a'])
    world.clock.advance(1)
    await outbox.turn()
    expect(channel.keys).toEqual(['a', 'a', 'b'])
  })

  test('bulk keeps the pace of the channel over all instances: never more in any second than allowed', async () => {
    for (let n = 0; n < 30; n += 1) await world.queue(await world.account(), 'BROADCAST', `b${n}`)
    const sentAt: number[] = []
    channel.answer = () => {
      sentAt.push(world.clock.now().getTime())
      return { result: 'sent' }
    }
    const pace = { perSecond: 5, parallel: 10 }
    const [one, two] = [world.outbox(channel, 'one', pace), world.outbox(channel, 'two', pace)]
    for (let tick = 0; tick < 80 && sentAt.length < 30; tick += 1) {
      await Promise.all([one.turn(), two.turn()])
      world.clock.advance(100)
    }
    expect(sentAt).toHaveLength(30)
    for (const from of sentAt)
      expect(sentAt.filter(at => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(5)
  })

  test('one chat gets one unasked message a second, and a short burst of replies', async () => {
    const account = await world.account()
    for (const key of ['r1', 'r2', 'r3', 'r4']) await world.queue(account, 'REPLY', key)
    const outbox = world.outbox(channel)
    for (let round = 0; round < 6; round += 1) await outbox.turn()
    expect(channel.keys).toEqual(['r1', 'r2', 'r3'])
    world.clock.advance(3_000)
    await outbox.turn()
    await world.queue(account, 'REMINDER', 'm1')
    await outbox.turn()
    expect(channel.keys).toEqual(['r1', 'r2', 'r3', 'r4'])
    world.clock.advance(1_000)
    await outbox.turn()
    expect(channel.keys).toEqual(['r1', 'r2', 'r3', 'r4', 'm1'])
  })

  test('two workers on one database send every message once and keep the order of each account', async () => {
    const accounts = await Promise.all([1, 2, 3, 4].map(() => world.account()))
    for (let n = 0; n < 6; n += 1)
      for (const [index, account] of accounts.entries()) await world.queue(account, 'REPLY', `${index}:${n}`)
    const inHand = new Set<string>()
    const clashes: string[] = []
    channel.answer = async ({ account }) => {
      if (inHand.has(account)) clashes.push(account)
      inHand.add(account)
      await new Promise(resolve => setImmediate(resolve))
      inHand.delete(account)
      return { result: 'sent' }
    }
    const workers = ['one', 'two'].map(owner => world.outbox(channel, owner, { perSecond: 1_000, chatBurst: 100 }))
    for (let round = 0; round < 40; round += 1) await Promise.all(workers.map(worker => worker.turn()))
    expect(clashes).toEqual([])
    for (const index of accounts.keys())
      expect(channel.keys.filter(key => key.startsWith(`${index}:`))).toEqual(
        [0, 1, 2, 3, 4, 5].map(n => `${index}:${n}`),
      )
  })

  test('slow bulk messages leave a place for a reply', async () => {
    const waiting: (() => void)[] = []
    channel.answer = ({ kind }) =>
      kind === 'REPLY'
        ? { result: 'sent' }
        : new Promise<SendResult>(resolve => waiting.push(() => resolve({ result: 'sent' })))
    for (let n = 0; n < 5; n += 1) await world.queue(await world.account(), 'BROADCAST', `b${n}`)
    const outbox = world.outbox(channel)
    const bulk = outbox.turn()
    await until(() => waiting.length === 2)
    await world.queue(await world.account(), 'REPLY', 'reply')
    const reply = outbox.turn()
    await until(() => channel.keys.includes('reply'))
    expect(channel.keys).toHaveLength(3)
    for (const resolve of waiting) resolve()
    await Promise.all([bulk, reply])
  })

  describe('when the sender dies with a message in its hands', () => {
    const die = async (kind: 'REPLY' | 'REMINDER') => {
      await world.queue(await world.account(), kind, 'k')
      channel.answer = () => new Promise(() => undefined)
      void world.outbox(channel, 'dead').turn()
      await until(() => channel.sent.length === 1)
      return new ScriptedChannel()
    }

    test('nobody touches it before the lease runs out', async () => {
      const living = await die('REPLY')
      world.clock.advance(9_000)
      await world.outbox(living, 'living').turn()
      expect(living.keys).toEqual([])
    })

    test('a lease taken by a clock that ran ahead counts as over', async () => {
      const living = await die('REPLY')
      world.clock.advance(-3_600_000)
      await world.outbox(living, 'living').turn()
      world.clock.advance(3_600_000)
      await world.settle(world.outbox(living, 'living'))
      expect(living.keys).toEqual(['k'])
    })

    test('a reply is sent once more', async () => {
      const living = await die('REPLY')
      world.clock.advance(10_001)
      await world.settle(world.outbox(living, 'living'))
      expect(living.keys).toEqual(['k'])
      expect((await world.row('k')).state).toBe('SENT')
    })

    test('a reminder stays unknown', async () => {
      const living = await die('REMINDER')
      world.clock.advance(10_001)
      await world.settle(world.outbox(living, 'living'))
      expect(living.keys).toEqual([])
      expect(await world.row('k')).toMatchObject({ state: 'UNKNOWN', why: 'sender-gone' })
    })

    test.each<[string, SendResult]>([
      ['sent', { result: 'sent', externalId: 'late' }],
      ['refused', { result: 'refused', why: 'late' }],
    ])('what is %s by who was given up does not end what another has in hand', async (_, result) => {
      await world.queue(await world.account(), 'REPLY', 'k')
      let arrives: (result: SendResult) => void = () => undefined
      channel.answer = () => new Promise(resolve => (arrives = resolve))
      const slow = world.outbox(channel, 'slow').turn()
      await until(() => channel.sent.length === 1)
      world.clock.advance(10_001)
      const other = new ScriptedChannel()
      let ends: (result: SendResult) => void = () => undefined
      other.answer = () => new Promise(resolve => (ends = resolve))
      const next = world.outbox(other, 'next').turn()
      await until(() => other.sent.length === 1)
      arrives(result)
      await slow
      expect(await world.row('k')).toMatchObject({ state: 'SENDING', leaseOwner: 'next' })
      ends({ result: 'sent', externalId: 'x2' })
      await next
      expect(await world.row('k')).toMatchObject({ state: 'SENT', externalId: 'x2' })
    })

    test('what an instance has in hand itself it never calls gone, though it could not prolong its leases', async () => {
      await world.queue(await world.account(), 'REMINDER', 'k')
      let arrives: (result: SendResult) => void = () => undefined
      channel.answer = () => new Promise(resolve => (arrives = resolve))
      const outbox = world.outbox(channel)
      const sending = outbox.turn()
      await until(() => channel.sent.length === 1)
      world.clock.advance(10_001)
      const next = outbox.turn()
      arrives({ result: 'sent', externalId: 'x1' })
      await Promise.all([sending, next])
      expect(await world.row('k')).toMatchObject({ state: 'SENT', externalId: 'x1' })
    })

    test('on a database of its own a new start need not wait for the lease', async () => {
      const living = await die('REPLY')
      await endLeases(world.store.prisma, world.clock.now())
      await world.settle(world.outbox(living, 'living'))
      expect(living.keys).toEqual(['k'])
    })
  })

  test('a stop lets the send in hand end and leaves the rest queued', async () => {
    for (const key of ['a', 'b']) await world.queue(await world.account(), 'REPLY', key)
    let release: () => void = () => undefined
    channel.answer = () =>
      new Promise(resolve => {
        release = () => resolve({ result: 'sent' })
      })
    const outbox = world.outbox(channel, 'one', { parallel: 1 })
    outbox.start()
    await until(() => channel.sent.length === 1)
    const stopped = outbox.stop()
    release()
    await stopped
    expect(await world.states()).toEqual({ a: 'SENT', b: 'QUEUED' })
  })

  test('a wake sends at once', async () => {
    const outbox = world.outbox(channel)
    outbox.start()
    await world.queue(await world.account(), 'REPLY', 'k')
    outbox.wake()
    await until(() => channel.sent.length === 1)
    await outbox.stop()
    expect((await world.row('k')).state).toBe('SENT')
  })

  test('the buttons of a notice carry the id of the notice', async () => {
    const body = { message: { text: 'x', words: ['Mở'] }, go: [{ to: 'tasks' }] }
    const seq = await world.queue(await world.account(), 'NOTICE', 'k', { body })
    await world.outbox(channel).turn()
    expect(channel.sent[0]?.message.prompt).toBe(`n${seq}`)
  })
})

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(resolve => setTimeout(resolve, 2))
}
