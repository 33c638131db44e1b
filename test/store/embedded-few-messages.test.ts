import { embeddedDatabase } from '../../src/store/embedded-database.ts'
import { embeddedPool } from '../../src/store/embedded-pool.ts'
import { emptyDatabase } from '../support/embedded-image.ts'
import { fewMessagesContract } from './few-messages.ts'

fewMessagesContract('embedded', async () => {
  const database = await emptyDatabase()
  const pool = embeddedPool(embeddedDatabase(database))
  const close = async () => {
    await pool.end()
    await database.close()
  }
  return { pool, close }
})
