import pg from 'pg'
import { fewMessagesContract } from '../store/few-messages.ts'
import { emptyPostgres } from '../support/database.ts'

fewMessagesContract('postgres', async () => {
  const { databaseUrl, drop } = await emptyPostgres()
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  const close = async () => {
    await pool.end()
    await drop()
  }
  return { pool, close }
})
