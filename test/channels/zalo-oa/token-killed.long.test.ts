import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FakeZalo } from 'zalo-api-client/testing'
import { systemClock } from '../../../src/clock.ts'
import { endLeases } from '../../../src/outbox/recover.ts'
import { openStore, type Store } from '../../../src/store/open.ts'
import { silentLog } from '../../support/database.ts'
import { killedAt, spentPair, whatIsLeft } from '../../support/zalo-tokens/killed.tsx'

let folder: string
let fake: FakeZalo
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thidua-tokens-'))
  fake = await FakeZalo.start()
})
afterAll(async () => {
  await fake.stop()
  await rm(folder, { recursive: true, force: true })
})

const opened = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore({ dataDir: folder, databaseUrl: undefined, log: silentLog })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

// Every point is tried on PostgreSQL (test/postgres); the embedded database is opened anew after each, so that here only those
// stand which differ in what is left behind.
const points = [
  ['after-rotation', 'needs-consent'],
  ['after-save', 'working'],
] as const

test('killed in a rotation with the embedded database: the next start has a working pair or asks for consent', async () => {
  await opened(store => spentPair(store.prisma, fake))
  for (const [point, expected] of points) {
    await killedAt(point, folder, fake)
    const left = await opened(async store => {
      await endLeases(store.prisma, systemClock.now())
      const found = await whatIsLeft(store, fake)
      await spentPair(store.prisma, fake)
      return found
    })
    expect([point, left]).toEqual([point, expected])
  }
})
