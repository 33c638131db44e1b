import pg from 'pg'
import { expect, it } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { listenTo } from '../store/contract.ts'
import { freshPostgres, silentLog } from '../support/database.ts'

it('a lost connection of the listener is made anew, whoever listens is told to look, and hears the next announcement of another process', async () => {
  const writing = await freshPostgres()
  const hearing = await openStore({ dataDir: '', databaseUrl: writing.databaseUrl, log: silentLog })
  const other = new pg.Client({ connectionString: writing.databaseUrl })
  await other.connect()
  try {
    const heard: string[] = []
    const { listening, told, misses } = await listenTo(hearing, payload => heard.push(payload))
    const announce = (payload: string) => writing.prisma.$executeRaw`SELECT pg_notify('web_chat', ${payload})`
    await announce('first')
    await told(() => heard.includes('first'))

    const before = misses()
    await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`)
    await announce('while nobody listens')
    // Once because it is away, once because it is back.
    await told(() => misses() >= before + 2)
    await announce('second')
    await told(() => heard.includes('second'))
    expect(heard).toEqual(['first', 'second'])
    await listening.close()
  } finally {
    await other.end()
    await hearing.close()
    await writing.close()
  }
})
