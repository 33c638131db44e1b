import { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../src/campaign/active.ts'
import { steppedClock } from '../src/clock.ts'
import type { Ctx } from '../src/contract/feature.ts'
import { makeCtx } from '../src/contract/make-ctx.ts'
import { citySummary } from '../src/features/papers/city-summary.ts'
import { makeWord } from '../src/features/papers/make.ts'
import { readPerson } from '../src/people/read-person.ts'
import type { BenchDatabase } from './database.ts'
import { measurePair } from './measure.ts'
import { benchSystem, newMember } from './system.ts'
import type { Line } from './table.ts'

const units = 1_000
const initiatives = 10_000

/**
 * (y) The Word file of the city summary (DOC12) over 1,000 units: a figure of each quarter for every target of the plan, the launch
 * document of each, 10,000 initiatives of which 100 are outstanding; as it stands now, at the end of a past day, and its memory.
 */
export async function summaryOfMany(database: BenchDatabase): Promise<Line[]> {
  const ctx = await ctxOver(database)
  const of = `DOC12, ${units.toLocaleString('en')} units, ${initiatives.toLocaleString('en')} initiatives, ${database.kind}`
  const lines: Line[] = []
  for (const day of [null, Temporal.PlainDate.from('2024-12-15')]) {
    const run = async () => {
      const { figures } = await makeWord(ctx, citySummary, { unitCode: null, period: '2024', day, units: null })
      if (figures.length < 4 * units) throw new Error(`${figures.length} figures`)
    }
    await run()
    const before = process.memoryUsage.rss()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss())
    }, 20)
    const side = { size: 1, run }
    const { ours, rounds } = await measurePair(side, side, { cost: 'wall', rounds: 5, warmUp: 1 })
    clearInterval(watch)
    const pair = { ours, theirs: 5_000_000, ratio: ours / 5_000_000, rounds }
    const note = `${Math.round((most - before) / 1_000_000)} MB more`
    const name = `(y) ${of}${day === null ? '' : ', past day'}`
    lines.push({ name, pair, unit: 'ms', target: { atMost: 1, said: '≤ 5 s' }, note })
  }
  return lines
}

async function ctxOver(database: BenchDatabase): Promise<Ctx> {
  const system = await benchSystem(database, [], steppedClock('2024-12-20T01:30:00Z'))
  const { run, store } = database
  const campaign = ofTheBench(await system.campaign(store.prisma))
  const codes = campaign.plan.targets.flatMap(({ code, judges }) => (judges === 'COLLECTIVE' ? [code] : []))
  const { personId } = await newMember(system, 'PNV', 'UB-NV')
  await run(`INSERT INTO unit (code, name, name_folded, kind)
    SELECT 'BENCH' || n, 'BENCH' || n, 'bench' || n, 'ward' FROM generate_series(1, ${units}) n`)
  await run('DELETE FROM obligation')
  await run(`INSERT INTO obligation (id, campaign_id, unit_code, duty_code, targets, due_on, opens_on, remind_by, state)
    SELECT gen_random_uuid(), c.id, 'BENCH' || n, 'D02', '{}', '2024-03-31', '2024-03-15', '2024-03-29', 'OPEN'
    FROM campaign c, generate_series(1, ${units}) n`)
  await run(
    `INSERT INTO applicability (campaign_id, unit_code, target_code, state)
     SELECT c.id, 'BENCH' || n, t, 'APPLIES' FROM campaign c, generate_series(1, ${units}) n, unnest($1::text[]) t`,
    [codes],
  )
  const row = `id, kind, campaign_id, unit_code, number, code, key, topic, period, state, version, passed_version, author_id,
    title, search_text, sent_at, received_at`
  await run(
    `INSERT INTO record (${row})
     SELECT md5('r' || n || t || q)::uuid, 'report', c.id, 'BENCH' || n, (n * 100 + k) * 10 + q, 'BC-' || n || t || q, n || t || q, t,
       '2024-Q' || q, 'VERIFIED', 1, 1, $1, 'Báo cáo', '', '2024-12-01', '2024-12-01'
     FROM campaign c, generate_series(1, ${units}) n, unnest($2::text[]) WITH ORDINALITY AS targets(t, k), generate_series(1, 4) q`,
    [personId, codes],
  )
  await run(
    `INSERT INTO record (${row})
     SELECT md5('l' || n)::uuid, 'launch', c.id, 'BENCH' || n, n, 'PD-' || n, 'BENCH' || n, '', '', 'ACCEPTED', 1, 1, $1::uuid, 'Phát động', '',
       '2024-03-28'::timestamptz, '2024-03-28'::timestamptz FROM campaign c, generate_series(1, ${units}) n
     UNION ALL SELECT md5('i' || n)::uuid, 'initiative', c.id, 'BENCH' || (1 + n % ${units}), n, 'SK-' || n, NULL, '', '', 'RECOGNISED', 1, 1,
       $1::uuid, 'Sáng kiến', '', '2024-05-05'::timestamptz, '2024-05-05'::timestamptz FROM campaign c, generate_series(1, ${initiatives}) n`,
    [personId],
  )
  await run(
    `INSERT INTO record_version (record_id, version, form, form_version, answers, file_ids, author_id, role, sent_at, received_at, passed_at, draft_id)
     SELECT r.id, 1, r.kind, 1, '{"title": {"value": "Sáng kiến", "typed": ""}}', '{}', $1, 'HEAD', r.sent_at, r.sent_at, r.sent_at, r.id
     FROM record r`,
    [personId],
  )
  // One in ten was decided upon after the past day.
  await run(`INSERT INTO record_move (id, record_id, version, action, "to", waited_for, passed_before, role, at)
    SELECT gen_random_uuid(), r.id, 1, a.action, coalesce(a.state, r.state), NULL, a.passed, 'HEAD',
      CASE WHEN a.nth = 2 AND r.number % 10 = 0 THEN '2024-12-18' ELSE r.sent_at + make_interval(hours => a.nth) END
    FROM record r, (VALUES (1, 'handIn', NULL, 0), (2, 'verify', NULL, 1)) AS a(nth, action, state, passed)`)
  await run(`INSERT INTO report_figure (record_id, version, target_code, numerator, denominator, as_of)
    SELECT id, 1, topic, 80, 100, '2024-12-01' FROM record WHERE kind = 'report'`)
  await run(`INSERT INTO initiative_fact (record_id, title_folded, is_outstanding)
    SELECT id, 'sang kien', number % 100 = 0 FROM record WHERE kind = 'initiative'`)
  await run('VACUUM ANALYZE')
  const now = system.clock.now()
  const account = { id: personId, channel: 'web' } as const
  const sent = { sentAt: now, claimedAt: null }
  const guest = makeCtx(system, store.prisma, { campaign, account, person: null, now, sent })
  const person = await readPerson(store.prisma, personId, guest.today)
  if (!person) throw new Error('no officer')
  return { ...guest, person }
}

/** The units of the bench alone. */
function ofTheBench(campaign: ActiveCampaign): ActiveCampaign {
  const own = Array.from({ length: units }, (_, at) => `BENCH${at + 1}`)
  const unit = { kind: 'ward', parentCode: null, validFrom: null, validTo: null, endKnownAt: null, successors: [] }
  return { ...campaign, units: new Map(own.map(code => [code, { ...unit, code, name: code }])) }
}
