import { steppedClock } from '../src/clock.ts'
import { features } from '../src/features/list.ts'
import type { System } from '../src/intake/system.ts'
import type { BenchDatabase } from './database.ts'
import { measurePair, type Side } from './measure.ts'
import { benchSystem, type Member, newMember, say } from './system.ts'
import type { Line } from './table.ts'

const units = 1_000
const obligations = 10
const answersOfForm = 10

/**
 * (f) `/tiendo` and `/viec` of a campaign with 1,000 units, with 1,000,000 stored answers and with 10,000. The answers belong
 * to sent forms; nine of ten forms are reports and one is an initiative, with the records that they became.
 */
export async function manyAnswersAgainstFew(
  many: { database: BenchDatabase; answers: number },
  few: { database: BenchDatabase; answers: number },
): Promise<Line[]> {
  const [large, small] = [await campaignWith(many), await campaignWith(few)]
  const lines: Line[] = []
  for (const [command, who] of [
    ['/tiendo', 'officer'],
    ['/viec', 'focalPoint'],
  ] as const) {
    const side = (one: StoredCampaign): Side => ({
      size: 10,
      run: async () => {
        for (let time = 0; time < 10; time++) await say(one.system, one[who], command)
      },
    })
    const pair = await measurePair(side(large), side(small), { cost: 'wall', rounds: 11, warmUp: 3 })
    const [all, some] = [many.answers, few.answers].map(answers => answers.toLocaleString('en'))
    const name = `(f) ${command}, ${all} / ${some} answers, ${many.database.kind}`
    lines.push({ name, pair, unit: 'ms', target: { atMost: 2 } })
  }
  return lines
}

interface StoredCampaign {
  system: System
  officer: Member
  focalPoint: Member
}

async function campaignWith({
  database,
  answers,
}: {
  database: BenchDatabase
  answers: number
}): Promise<StoredCampaign> {
  const system = await benchSystem(database, features, steppedClock('2024-09-20T01:30:00Z'))
  const { run } = database
  await run(`INSERT INTO unit (code, name, name_folded, kind)
    SELECT 'BENCH' || n, 'Đơn vị ' || n, 'don vi ' || n, 'WARD' FROM generate_series(1, ${units}) n`)
  await run(`INSERT INTO obligation (id, campaign_id, unit_code, duty_code, period, targets, due_on, opens_on, remind_by, state)
    SELECT gen_random_uuid(), c.id, 'BENCH' || n, 'D0' || (m % 10), 'bench' || m, '{C01}', '2024-0' || (1 + m % 9) || '-28',
      '2024-01-01', '2024-0' || (1 + m % 9) || '-28', (CASE WHEN n % 3 = 0 THEN 'MET' ELSE 'OPEN' END)::"ObligationState"
    FROM campaign c, generate_series(1, ${units}) n, generate_series(1, ${obligations}) m`)
  const focalPoint = await newMember(system, 'CLERK', 'BENCH1')
  const officer = await newMember(system, 'PNV', 'UB-NV')
  const forms = Math.round(answers / answersOfForm)
  await run(
    `INSERT INTO draft (id, person_id, form, form_version, key, params, position, state, created_at, updated_at)
     SELECT md5(n::text)::uuid, $1, CASE WHEN n % 10 = 0 THEN 'initiative' ELSE 'progress' END, 1, n::text, '{}', 'review', 'SUBMITTED',
       now(), now()
     FROM generate_series(1, ${forms}) n`,
    [focalPoint.personId],
  )
  await run(`INSERT INTO answer (draft_id, field, value, typed, at)
    SELECT md5(n::text)::uuid, 'q' || m, '"Niêm yết công khai"', 'Niêm yết công khai', now()
    FROM generate_series(1, ${forms}) n, generate_series(1, ${answersOfForm}) m`)
  await run(
    `INSERT INTO record (id, kind, campaign_id, unit_code, number, code, key, topic, period, state, waits_for, version, passed_version, author_id,
       title, search_text, sent_at, received_at)
     SELECT md5('r' || n)::uuid, CASE WHEN n % 10 = 0 THEN 'initiative' ELSE 'report' END, c.id, 'BENCH' || (1 + n % ${units}), n,
       CASE WHEN n % 10 = 0 THEN 'SK-' ELSE 'BC-' END || n, CASE WHEN n % 10 <> 0 THEN n::text END, 'C0' || (1 + n % 9), '2024-Q2',
       CASE WHEN n % 10 = 0 THEN 'REGISTERED' ELSE 'VERIFIED' END,
       CASE WHEN n % 10 = 0 THEN 'initiative.receive initiative.recognise' END, 1, 1, $1, 'Hồ sơ ' || n, 'ho so ' || n, now(), now()
     FROM campaign c, generate_series(1, ${forms}) n`,
    [focalPoint.personId],
  )
  await run(
    `INSERT INTO record_version (record_id, version, form, form_version, answers, file_ids, author_id, role, sent_at, received_at, passed_at, draft_id)
     SELECT md5('r' || n)::uuid, 1, 'progress.percent', 1, '{}', '{}', $1, 'CLERK', now(), now(), now(), md5(n::text)::uuid
     FROM generate_series(1, ${forms}) n WHERE n % 10 <> 0`,
    [focalPoint.personId],
  )
  await run(`INSERT INTO report_figure (record_id, version, target_code, numerator, denominator, as_of)
    SELECT md5('r' || n)::uuid, 1, 'C0' || (1 + n % 9), 80, 100, '2024-06-30' FROM generate_series(1, ${forms}) n WHERE n % 10 <> 0`)
  await run('VACUUM ANALYZE')
  return { system, officer, focalPoint }
}
