import { beat } from '../src/reminders/round/beat.ts'
import type { BenchDatabase } from './database.ts'
import { withDuties, withPeople } from './many-people.ts'
import { measurePair, type Side } from './measure.ts'
import type { Line } from './table.ts'

/** (i) A beat that finds nothing to do, with many open obligations and with few. */
export async function idleBeat(
  many: { database: BenchDatabase; obligations: number },
  few: { database: BenchDatabase; obligations: number },
): Promise<Line> {
  const pair = await measurePair(await sideOf(many), await sideOf(few), { cost: 'wall', rounds: 15, warmUp: 3 })
  const [all, some] = [many, few].map(({ obligations }) => obligations.toLocaleString('en'))
  const name = `(i) beat with nothing due, ${all} / ${some} obligations, ${many.database.kind}`
  return { name, pair, unit: 'ms', target: { atMost: 2 } }
}

async function sideOf({ database, obligations }: { database: BenchDatabase; obligations: number }): Promise<Side> {
  const { system } = await withPeople(database, 500)
  await withDuties(database, obligations, '2024-03-26T01:00:00Z')
  // What was told before, and the morning that is done.
  await database.run(`INSERT INTO reminder (id, obligation_id, person_id, step, state, planned_on, at)
    SELECT gen_random_uuid(), o.id, r.person_id, '-14@2024-03-31', 'SENT', '2024-03-15', '2024-03-15'
    FROM obligation o JOIN role_assignment r ON r.unit_code = o.unit_code WHERE r.role = 'CLERK'`)
  await database.run(`INSERT INTO setting (key, value) VALUES ('reminders.morning', '"2024-03-22"')`)
  await database.run('VACUUM ANALYZE')
  return {
    size: 10,
    run: async () => {
      for (let time = 0; time < 10; time++) {
        const done = await beat(system, 'bench')
        if (!done.isHolder || done.queued + done.closed > 0) throw new Error('the beat had something to do')
      }
    },
  }
}
