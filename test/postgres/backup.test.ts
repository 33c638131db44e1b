import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe } from 'vitest'
import { backupContract } from '../backup/contract.ts'
import { emptyPostgres, freshEmbedded, freshPostgres } from '../support/database.ts'

const server = async () => {
  const { databaseUrl, drop } = await emptyPostgres()
  return { place: { databaseUrl }, drop }
}

describe('a backup of a server', () =>
  backupContract(freshPostgres, {
    'a server': server,
    'a data folder': async folder => {
      const dataDir = await mkdtemp(join(folder, 'data-'))
      return { place: { dataDir }, drop: () => rm(dataDir, { recursive: true, force: true }) }
    },
  }))

describe('a backup of the embedded database', () => backupContract(freshEmbedded, { 'a server': server }))
