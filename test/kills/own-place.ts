import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/store/open.ts'
import { silentLog } from '../support/database.ts'
import { startedFolder } from '../support/started-folder.ts'
import type { Place } from './place.ts'

/** A data folder of its own, started before, with the embedded database, for as long as `play` takes. */
export async function inOwnFolder(play: (place: Place) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'thidua-killed-'))
  try {
    await startedFolder(dataDir, 'real')
    await play({ env: { DATA_DIR: dataDir }, open: () => openStore({ dataDir, log: silentLog }) })
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
