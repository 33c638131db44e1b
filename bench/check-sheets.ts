import type { ActiveCampaign } from '../src/campaign/active.ts'
import { steppedClock } from '../src/clock.ts'
import type { Ctx } from '../src/contract/feature.ts'
import { makeCtx } from '../src/contract/make-ctx.ts'
import { pastAwardsOf } from '../src/features/awards/past.ts'
import { checkSheetsOf } from '../src/features/nominations/check-sheets.ts'
import { noSeams } from '../src/features/nominations/seams.ts'
import { readPerson } from '../src/people/read-person.ts'
import type { BenchDatabase } from './database.ts'
import { measurePair } from './measure.ts'
import { benchSystem, newMember } from './system.ts'
import type { Line } from './table.ts'

const units = 500
const nominees = 1_000

/** (w) The check sheets of 1,000 nominees of 500 units, each with verified figures of four quarters for every target of the plan. */
export async function checkSheetsOfMany(database: BenchDatabase): Promise<Line> {
  const ctx = await ctxOver(database)
  const ids = (await ctx.tx.record.findMany({ where: { kind: 'nomination' }, select: { id: true } })).map(
    ({ id }) => id,
  )
  const run = async () => {
    const sheets = await checkSheetsOf(ctx, ids, { ...noSeams, pastAwardsOf })
    if (sheets.size !== nominees) throw new Error(`${sheets.size} check sheets`)
  }
  const side = { size: 1, run }
  const { ours, rounds } = await measurePair(side, side, { cost: 'wall', rounds: 7, warmUp: 2 })
  const pair = { ours, theirs: 2_000_000, ratio: ours / 2_000_000, rounds }
  const name = `(w) check sheets, ${nominees.toLocaleString('en')} nominees of ${units} units, ${database.kind}`
  return { name, pair, unit: 'ms', target: { atMost: 1, said: '≤ 2 s' } }
}

async function ctxOver(database: BenchDatabase): Promise<Ctx> {
  const system = await benchSystem(database, [], steppedClock('2025-01-10T01:30:00Z'))
  const { run, store } = database
  const campaign = ofTheBench(await system.campaign(store.prisma))
  const codes = campaign.plan.targets.flatMap(({ code, judges }) => (judges === 'COLLECTIVE' ? [code] : []))
  const { personId } = await newMember(system, 'PNV', 'UB-NV')
  await run(`INSERT INTO unit (code, name, name_folded, kind)
    SELECT 'BENCH' || n, 'BENCH' || n, 'bench' || n, 'ward' FROM generate_series(1, ${units}) n`)
  await run(
    `INSERT INTO applicability (campaign_id, unit_code, target_code, state)
     SELECT c.id, 'BENCH' || n, t, 'APPLIES' FROM campaign c, generate_series(1, ${units}) n, unnest($1::text[]) t`,
    [codes],
  )
  await run(
    `INSERT INTO record (id, kind, campaign_id, unit_code, number, code, key, topic, period, state, version, passed_version, author_id,
       title, search_text, sent_at, received_at)
     SELECT md5('r' || n || t || q)::uuid, 'report', c.id, 'BENCH' || n, (n * 100 + k) * 10 + q, 'BC-' || n || t || q, n || t || q, t,
       '2024-Q' || q, 'VERIFIED', 1, 1, $1, 'Hồ sơ', 'ho so', '2024-12-30', '2024-12-30'
     FROM campaign c, generate_series(1, ${units}) n, unnest($2::text[]) WITH ORDINALITY AS targets(t, k), generate_series(1, 4) q`,
    [personId, codes],
  )
  await run(
    `INSERT INTO record (id, kind, campaign_id, unit_code, number, code, topic, state, version, passed_version, author_id,
       title, search_text, sent_at, received_at)
     SELECT md5('n' || n)::uuid, 'nomination', c.id, 'BENCH' || (1 + n % ${units}), n, 'KT-' || n, 'CITY', 'RECEIVED', 1, 1, $1, 'Đối tượng', '',
       '2025-01-05', '2025-01-05'
     FROM campaign c, generate_series(1, ${nominees}) n`,
    [personId],
  )
  await run(
    `INSERT INTO record_version (record_id, version, form, form_version, answers, file_ids, author_id, role, sent_at, received_at, passed_at, draft_id)
     SELECT r.id, 1, r.kind, 1, '{"summary": {"value": "Thành tích", "typed": ""}}', '{}', $1, 'CLERK', r.sent_at, r.sent_at, r.sent_at, r.id FROM record r`,
    [personId],
  )
  await run(`INSERT INTO report_figure (record_id, version, target_code, numerator, denominator, as_of)
    SELECT r.id, 1, r.topic, 80, 100, '2024-12-30' FROM record r WHERE r.kind = 'report'`)
  await run(`INSERT INTO nomination_fact (record_id, version, kind, level, name, name_folded, unit_code, is_exemplary, city_tasks, unit_tasks,
      sketch, known)
    SELECT r.id, 1, CASE WHEN r.number <= ${units} THEN 'COLLECTIVE' ELSE 'INDIVIDUAL' END, 'CITY',
      CASE WHEN r.number <= ${units} THEN r.unit_code ELSE 'Người ' || r.number END,
      CASE WHEN r.number <= ${units} THEN lower(r.unit_code) ELSE 'nguoi ' || r.number END, r.unit_code, true, true, true, '{}', '[]'
    FROM record r WHERE r.kind = 'nomination'`)
  await run('VACUUM ANALYZE')
  const now = system.clock.now()
  const sent = { sentAt: now, claimedAt: null }
  const { prisma } = store
  const guest = makeCtx(system, prisma, {
    campaign,
    account: { id: personId, channel: 'web' },
    person: null,
    now,
    sent,
  })
  const person = await readPerson(prisma, personId, guest.today)
  if (!person) throw new Error('the officer is not there')
  return { ...guest, person }
}

/** The campaign with the units of the bench alone. */
function ofTheBench(campaign: ActiveCampaign): ActiveCampaign {
  const own = Array.from({ length: units }, (_, at) => `BENCH${at + 1}`)
  const unit = { kind: 'ward', parentCode: null, validFrom: null, validTo: null, endKnownAt: null, successors: [] }
  return { ...campaign, units: new Map(own.map(code => [code, { ...unit, code, name: code }])) }
}
