import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FakeZalo } from 'zalo-api-client/testing'
import { systemClock } from '../../../src/clock.ts'
import { endLeases } from '../../../src/outbox/recover.ts'
import { openStore, type Store } from '../../../src/store/open.ts'
import { silentLog } from '../../support/database.ts'
import { killedAt, spentPair, whatIsLeft } from '../../support/zalo-tokens/killed.tsx'

// All points are tried on PostgreSQL (test/postgres); the embedded database is opened anew for each, so that here only those stand
// which differ in what is left behind.
let folder: string
let fake: FakeZalo
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thidua-tokens-'))
  fake = await FakeZalo.start()
})
afterEach(async () => {
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

test.each([
  ['after-intent', 'working'],
  ['after-rotation', 'needs-consent'],
  ['after-save', 'working'],
] as const)('killed %s with the embedded database: the next start is %s', async (point, expected) => {
  await opened(store => spentPair(store.prisma, fake))
  await killedAt(point, folder, fake)
  const left = await opened(async store => {
    await endLeases(store.prisma, systemClock.now())
    return whatIsLeft(store, fake)
  })
  expect(left).toBe(expected)
})
