// A process that opens the store in the folder (or on the server) given as argument, says so, and then does as told:
// "write" adds numbered rows and prints each number once it is acknowledged; "hold" only holds; "close" closes it and tells what
// would still keep the process.

import { StoreError } from '../../src/store/errors.ts'
import { openStore } from '../../src/store/open.ts'
import { silentLog } from './database.ts'

const [place = '', task = 'hold'] = process.argv.slice(2)
const databaseUrl = place.startsWith('postgres') ? place : undefined
try {
  const store = await openStore({ dataDir: place, databaseUrl, log: silentLog })
  console.log(JSON.stringify({ opened: store.appliedMigrations }))
  if (task === 'write') {
    for (let number = 1; ; number += 1) {
      await store.prisma.setting.create({ data: { key: `row ${number}`, value: number } })
      console.log(JSON.stringify({ acknowledged: number }))
    }
  }
  if (task === 'close') {
    await store.close()
    console.log(JSON.stringify({ closed: process.getActiveResourcesInfo() }))
  } else setInterval(() => undefined, 60_000)
} catch (error) {
  if (!(error instanceof StoreError)) throw error
  console.log(JSON.stringify({ refused: error.code, params: error.params }))
  process.exit(1)
}
