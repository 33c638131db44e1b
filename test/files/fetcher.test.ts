import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FetchResult } from '../../src/channels/channel.ts'
import { announceFiles } from '../../src/files/announce.ts'
import { fetcherOver } from '../../src/files/fetcher.ts'
import { storeBytes } from '../../src/files/store-bytes.ts'
import { endLeases } from '../../src/outbox/recover.ts'
import { projectRoot } from '../../src/project-root.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { loadTexts } from '../../src/texts.ts'
import { OutboxWorld } from '../outbox/outbox-world.ts'
import { ScriptedChannel } from '../outbox/scripted-channel.ts'
import { jpegWithPosition } from '../secrecy/a-photo.ts'
import { freshEmbedded, freshPostgres, silentLog } from '../support/database.ts'
import { executable, pdf } from './sample-bytes.ts'

const stamped = readFileSync(join(projectRoot, 'test/secrecy/files/stamped.pdf'))

class FilesChannel extends ScriptedChannel {
  readonly asked: string[] = []
  give: (ref: string) => FetchResult | Promise<FetchResult> = () => ({ result: 'fetched', bytes: pdf })
  override async fetch(ref?: string): Promise<never> {
    this.asked.push(ref ?? '')
    return (await this.give(ref ?? '')) as never
  }
}

const databases: [string, () => Promise<Store>][] = [['embedded', freshEmbedded]]
if (process.env.TEST_POSTGRES_URL) databases.push(['postgres', freshPostgres])

describe.each(databases)('an announced file on the %s database', (_, fresh) => {
  let world: OutboxWorld
  let channel: FilesChannel
  let accountId: string
  beforeAll(async () => {
    world = new OutboxWorld(await fresh())
  })
  beforeEach(async () => {
    await world.store.prisma.$executeRawUnsafe('TRUNCATE stored_file, file_content CASCADE')
    await world.clear()
    channel = new FilesChannel()
    accountId = await world.account()
  })
  afterAll(() => world.store.close())

  const fetcher = () =>
    fetcherOver({
      prisma: world.store.prisma,
      clock: world.clock,
      log: silentLog,
      channels: [channel],
      texts: loadTexts,
    })
  const announce = async (name: string, ref = 'F1') => {
    const from = { channel: 'telegram', accountId } as const
    const [file] = await inTransaction(world.store.prisma, tx =>
      announceFiles(tx, from, [{ name, ref }], world.clock.now()),
    )
    return file?.id ?? ''
  }
  const stored = (id: string) =>
    world.store.prisma.storedFile.findUniqueOrThrow({ where: { id }, include: { content: true } })
  const notices = () => world.store.prisma.outbox.findMany({ where: { accountId, kind: 'NOTICE' } })

  test('is fetched and kept with its size, kind and content', async () => {
    const id = await announce('kế hoạch.pdf')
    await fetcher().turn()
    const file = await stored(id)
    expect(file).toMatchObject({ state: 'STORED', size: pdf.length, mime: 'application/pdf', name: 'kế hoạch.pdf' })
    expect(Buffer.from(file.content?.bytes ?? [])).toEqual(pdf)
    expect(await notices()).toEqual([])
  })

  test('the same content is kept once', async () => {
    await announce('a.pdf', 'F1')
    await announce('b.pdf', 'F2')
    await fetcher().turn()
    expect(await world.store.prisma.fileContent.count()).toBe(1)
    expect(await world.store.prisma.storedFile.count({ where: { state: 'STORED' } })).toBe(2)
  })

  test('of a kind that is not taken is refused, and the sender is told once', async () => {
    const id = await announce('thiệp.pdf')
    channel.give = () => ({ result: 'fetched', bytes: executable })
    await fetcher().turn()
    expect(await stored(id)).toMatchObject({ state: 'REFUSED', why: 'type', sha256: null })
    const [notice, ...more] = await notices()
    expect(JSON.stringify(notice?.body)).toContain('thiệp.pdf')
    expect(more).toEqual([])
  })

  test('that is stamped is refused and leaves no bytes; a photo is kept without the place where it was taken', async () => {
    const id = await announce('ke-hoach.pdf')
    channel.give = () => ({ result: 'fetched', bytes: stamped })
    await fetcher().turn()
    expect(await stored(id)).toMatchObject({ state: 'REFUSED', why: 'secretStamp', sha256: null })
    expect(await world.store.prisma.fileContent.count()).toBe(0)
    const photo = await announce('anh.jpg', 'F2')
    channel.give = () => ({ result: 'fetched', bytes: jpegWithPosition })
    await fetcher().turn()
    const { state, content } = await stored(photo)
    expect([state, Buffer.from(content?.bytes ?? []).includes('GPS')]).toEqual(['STORED', false])
  })

  test('too large for the channel is refused, and the sender is told', async () => {
    const id = await announce('phim.mp4')
    channel.give = () => ({ result: 'tooLarge' })
    await fetcher().turn()
    expect(await stored(id)).toMatchObject({ state: 'REFUSED', why: 'tooLarge' })
    expect(await notices()).toHaveLength(1)
  })

  test('that the channel no longer has fails, and the sender is asked to send it again', async () => {
    const id = await announce('a.pdf')
    channel.give = () => ({ result: 'gone', why: 'wrong file_id' })
    await fetcher().turn()
    expect(await stored(id)).toMatchObject({ state: 'FAILED', why: 'wrong file_id' })
    expect(await notices()).toHaveLength(1)
  })

  test('that cannot be had just now is tried again, ever less often, and in the end fails', async () => {
    const id = await announce('a.pdf')
    channel.give = () => ({ result: 'retry', why: 'ECONNREFUSED' })
    const worker = fetcher()
    const waits: number[] = []
    for (let round = 0; round < 30; round += 1) {
      await worker.turn()
      const { nextAttemptAt } = await stored(id)
      if (!nextAttemptAt) break
      waits.push(nextAttemptAt.getTime() - world.clock.now().getTime())
      world.clock.set(nextAttemptAt.toISOString())
    }
    expect(waits.slice(0, 3)).toEqual([2_000, 4_000, 8_000])
    expect(channel.asked).toHaveLength(12)
    expect(await stored(id)).toMatchObject({ state: 'FAILED', why: 'ECONNREFUSED' })
  })

  test('is fetched by one of two workers', async () => {
    await announce('a.pdf')
    await Promise.all([fetcher().turn(), fetcher().turn()])
    expect(channel.asked).toHaveLength(1)
  })

  test('whose fetcher died is taken up again', async () => {
    const id = await announce('a.pdf')
    channel.give = () => new Promise(() => undefined)
    void fetcher().turn()
    while (channel.asked.length === 0) await new Promise(resolve => setTimeout(resolve, 2))
    channel.give = () => ({ result: 'fetched', bytes: pdf })
    await fetcher().turn()
    expect(channel.asked).toHaveLength(1)
    world.clock.advance(10_000)
    await fetcher().turn()
    expect(await stored(id)).toMatchObject({ state: 'STORED' })
  })

  test('whose fetcher died is taken up at once by the next start on a database of its own', async () => {
    const id = await announce('a.pdf')
    channel.give = () => new Promise(() => undefined)
    void fetcher().turn()
    while (channel.asked.length === 0) await new Promise(resolve => setTimeout(resolve, 2))
    channel.give = () => ({ result: 'fetched', bytes: pdf })
    await endLeases(world.store.prisma, world.clock.now())
    await fetcher().turn()
    expect(await stored(id)).toMatchObject({ state: 'STORED' })
  })

  test('with its bytes at hand is stored at once, or refused with a reason and no trace', async () => {
    const store = (name: string, bytes: Uint8Array) =>
      inTransaction(world.store.prisma, tx =>
        storeBytes(tx, { name, bytes, accountId, channel: 'web' }, world.clock.now()),
      )
    expect(await store('kế hoạch.pdf', pdf)).toMatchObject({ name: 'kế hoạch.pdf' })
    expect(await store('x.exe', executable)).toEqual({ refused: 'type' })
    expect(await store('ke-hoach.pdf', stamped)).toEqual({ refused: 'secretStamp' })
    expect(await world.store.prisma.storedFile.count()).toBe(1)
  })
})
