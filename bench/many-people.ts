import { type Clock, steppedClock } from '../src/clock.ts'
import type { System } from '../src/intake/system.ts'
import type { BenchDatabase } from './database.ts'
import { benchSystem } from './system.ts'

/** Friday 22/03/2024, eight o'clock: the launch document is due in a week, and its focal points are reminded. */
export const reminderHour = '2024-03-22T01:00:00.000Z'

export type StandingClock = Clock & ReturnType<typeof steppedClock>

/** The default plan, and beside its units many more, each with a focal point in a chat. */
export async function withPeople(
  database: BenchDatabase,
  count: number,
): Promise<{ system: System; clock: StandingClock }> {
  const clock = steppedClock(reminderHour)
  const system = await benchSystem(database, [], clock)
  const { run } = database
  await run(`DELETE FROM obligation`)
  await run(`INSERT INTO unit (code, name, name_folded, kind)
    SELECT 'BENCH' || n, 'Đơn vị ' || n, 'don vi ' || n, 'WARD' FROM generate_series(1, ${count}) n`)
  await run(`INSERT INTO person (id, full_name, given_name, created_at)
    SELECT md5('p' || n)::uuid, 'Nguyễn Thị Lan', 'Lan', '2024-03-15' FROM generate_series(1, ${count}) n`)
  await run(`INSERT INTO account (id, channel, external_id, person_id, created_at)
    SELECT md5('a' || n)::uuid, 'telegram', 'bench' || n, md5('p' || n)::uuid, '2024-03-15' FROM generate_series(1, ${count}) n`)
  await run(`INSERT INTO conversation (account_id) SELECT id FROM account WHERE external_id LIKE 'bench%'`)
  await run(`INSERT INTO role_assignment (id, person_id, unit_code, role, valid_from)
    SELECT md5('r' || n)::uuid, md5('p' || n)::uuid, 'BENCH' || n, 'CLERK', '2024-01-01' FROM generate_series(1, ${count}) n`)
  return { system, clock }
}

/** What each of them owes: the launch document, by 31/03. `lookAt`: when the beat must look at it. */
export async function withDuties({ run }: BenchDatabase, count: number, lookAt: string | null): Promise<void> {
  await run(
    `INSERT INTO obligation (id, campaign_id, unit_code, duty_code, period, targets, due_on, opens_on, remind_by, state, next_reminder_at)
     SELECT md5('o' || n)::uuid, c.id, 'BENCH' || (1 + (n - 1) % (SELECT count(*) FROM unit WHERE code LIKE 'BENCH%')), 'D02',
       'bench' || n, '{}', '2024-03-31', '2024-03-15', '2024-03-29', 'OPEN', $1
     FROM campaign c, generate_series(1, ${count}) n`,
    [lookAt],
  )
  await run('VACUUM ANALYZE')
}
