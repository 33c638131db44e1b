import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { freshEmbedded } from '../support/database.ts'
import { backupContract } from './contract.ts'

backupContract(freshEmbedded, {
  'a data folder': async folder => {
    const dataDir = await mkdtemp(join(folder, 'data-'))
    return { place: { dataDir }, drop: () => rm(dataDir, { recursive: true, force: true }) }
  },
})
