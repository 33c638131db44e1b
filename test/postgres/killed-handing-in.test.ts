import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import type { Place } from '../kills/place.ts'
import { twoPeopleKilled } from '../kills/two-people.ts'
import { killedWhileWaiting } from '../kills/while-waiting.ts'
import { freshPostgres } from '../support/database.ts'

describe('killed while something is handed in, on a database of its own', () => {
  it(
    'a file still on its way, confirmed at 23:58 and taken in after midnight: sent once, on time',
    {
      timeout: 600_000,
    },
    () => overPostgres(killedWhileWaiting),
  )

  it(
    'two people with one document and one figure: the second is told and asked, and both stay',
    {
      timeout: 600_000,
    },
    () => overPostgres(twoPeopleKilled),
  )
})

async function overPostgres(play: (place: Place) => Promise<void>): Promise<void> {
  const store = await freshPostgres()
  const folder = await mkdtemp(join(tmpdir(), 'thidua-killed-'))
  try {
    // It is closed here, whoever looks into it.
    const open = async (): Promise<Store> => ({ ...store, close: async () => undefined })
    await play({ env: { DATA_DIR: folder, DATABASE_URL: store.databaseUrl }, open })
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}
