import pg from 'pg'
import { expect, it } from 'vitest'
import { receive } from '../../src/intake/receive.ts'
import { isTransient } from '../../src/store/transient.ts'
import { freshPostgres } from '../support/database.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'

it('an answer whose connection is cut while it is written is not acknowledged, nothing of it is stored, and it is taken when it comes again', async () => {
  const store = await freshPostgres()
  const other = new pg.Client({ connectionString: store.databaseUrl })
  await other.connect()
  try {
    const system = await testSystem(store)
    let events = 0
    const event = (text: string) => {
      const eventId = `e${events++}`
      return {
        channel: 'telegram' as const,
        eventId,
        account: '7',
        at: system.clock.now(),
        content: { type: 'text' as const, text },
      }
    }
    const code = await inviteIn(system, 'OFFICIAL', 'UB-P-QT')
    const joining = [
      '/start',
      `/start ${code}`,
      '1',
      'Người Thử Một',
      'Chuyên viên',
      'sáng kiến',
      'Trả kết quả tại nhà',
      '2',
    ]
    for (const text of joining) await receive(system, event(text))

    await other.query('BEGIN')
    await other.query('SELECT FROM conversation FOR UPDATE')
    const answer = event('thủ tục hành chính')
    const taking = receive(system, answer).catch((error: unknown) => error)
    await expect.poll(() => cutWhoWaits(other)).toBe(1)
    expect(isTransient(await taking)).toBe(true)
    await other.query('ROLLBACK')

    const answers = () => store.prisma.answer.count({ where: { draft: { form: 'initiative' } } })
    expect(await answers()).toBe(2)
    expect(await receive(system, answer)).toBe('handled')
    expect(await receive(system, answer)).toBe('duplicate')
    expect(await answers()).toBe(3)
  } finally {
    await other.end()
    await store.close()
  }
})

/** How many statements waited for this session and were cut off. */
async function cutWhoWaits(session: pg.Client): Promise<number> {
  const { rowCount } = await session.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))',
  )
  return rowCount ?? 0
}
