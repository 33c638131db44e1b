import { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../src/campaign/active.ts'
import { steppedClock } from '../src/clock.ts'
import type { Ctx } from '../src/contract/feature.ts'
import { makeCtx } from '../src/contract/make-ctx.ts'
import { boardOf, boardTargets } from '../src/features/board/matrix.ts'
import { readPerson } from '../src/people/read-person.ts'
import type { BenchDatabase } from './database.ts'
import { measurePair, type Side } from './measure.ts'
import { benchSystem, newMember } from './system.ts'
import type { Line } from './table.ts'

const units = 1_000
const targets = 40
const periods = 12

/**
 * (r) What the first paint of the board of a quarter needs, 1,000 units by 40 targets with a figure for each month of the year: with a
 * million answers behind it (older versions of the same reports) and with ten thousand; and at the end of a past day against now.
 */
export async function boardOfMany(
  many: { database: BenchDatabase; answers: number },
  few: { database: BenchDatabase; answers: number },
): Promise<Line[]> {
  const [large, small] = [await ctxOver(many), await ctxOver(few)]
  const rules = { cost: 'wall', rounds: 9, warmUp: 3 } as const
  const of = `${units.toLocaleString('en')} units × ${targets} targets × ${periods} periods, ${many.database.kind}`
  const growth = await measurePair(side(large, null), side(small, null), rules)
  const past = await measurePair(side(large, Temporal.PlainDate.from('2024-09-01')), side(large, null), rules)
  const limit = { ours: growth.ours, theirs: 300_000, ratio: growth.ours / 300_000, rounds: growth.rounds }
  const [all, some] = [many.answers, few.answers].map(answers => answers.toLocaleString('en'))
  return [
    { name: `(r) board, ${of}`, pair: limit, unit: 'ms', target: { atMost: 1, said: '≤ 300 ms' } },
    { name: `(r) board, ${all} / ${some} answers`, pair: growth, unit: 'ms', target: { atMost: 1.5 } },
    { name: '(r) board at the end of a past day / now', pair: past, unit: 'ms', target: { atMost: 2 } },
  ]
}

function side(ctx: Ctx, day: Temporal.PlainDate | null): Side {
  return {
    size: 1,
    run: async () => {
      const { rows } = await boardOf(ctx, { period: '2024-Q2', day })
      const counted = rows.reduce((sum, { cells }) => sum + cells.filter(({ figure }) => figure !== null).length, 0)
      if (counted !== units * targets) throw new Error(`${counted} figures on the board`)
    },
  }
}

async function ctxOver({ database, answers }: { database: BenchDatabase; answers: number }): Promise<Ctx> {
  const system = await benchSystem(database, [], steppedClock('2024-12-20T01:30:00Z'))
  const { run, store } = database
  const campaign = wide(await system.campaign(store.prisma))
  const codes = campaign.plan.targets.map(({ code }) => code)
  const officer = await newMember(system, 'PNV', 'UB-NV')
  await run(`INSERT INTO unit (code, name, name_folded, kind)
    SELECT 'BENCH' || n, 'Đơn vị ' || n, 'don vi ' || n, 'ward' FROM generate_series(1, ${units}) n`)
  await run('DELETE FROM applicability')
  await run(
    `INSERT INTO applicability (campaign_id, unit_code, target_code, state)
     SELECT c.id, 'BENCH' || n, t, 'APPLIES' FROM campaign c, generate_series(1, ${units}) n, unnest($1::text[]) t`,
    [codes],
  )
  const all = units * targets * periods
  // Every report has one counting version; what the answers are more than the reports are versions before it.
  const older = Math.max(0, Math.round((answers - all) / all))
  const last = older + 1
  await run(
    `INSERT INTO record (id, kind, campaign_id, unit_code, number, code, key, topic, period, state, waits_for, version, passed_version, author_id,
       title, search_text, sent_at, received_at)
     SELECT md5('r' || n)::uuid, 'report', c.id, 'BENCH' || (1 + n % ${units}), n, 'BC-' || n, n::text,
       ($2::text[])[1 + (n / ${units}) % ${targets}], '2024-' || lpad((1 + n / ${units * targets})::text, 2, '0'), 'VERIFIED', NULL, ${last}, ${last}, $1,
       'Hồ sơ ' || n, 'ho so ' || n, '2024-07-01', '2024-07-01'
     FROM campaign c, generate_series(0, ${all - 1}) n`,
    [officer.personId, codes],
  )
  await run(
    `INSERT INTO record_version (record_id, version, form, form_version, answers, file_ids, author_id, role, sent_at, received_at, passed_at, draft_id)
     SELECT r.id, v, 'progress.percent', 1, '{}', '{}', $1, 'CLERK', r.sent_at, r.sent_at, r.sent_at, r.id
     FROM record r, generate_series(1, ${last}) v`,
    [officer.personId],
  )
  await run(`INSERT INTO record_move (id, record_id, version, action, "to", waited_for, passed_before, role, at)
    SELECT gen_random_uuid(), r.id, ${last}, a.action, a.state, a.waited, a.passed, 'HEAD', r.sent_at + make_interval(hours => a.nth)
    FROM record r, (VALUES (1, 'handIn', 'SUBMITTED', NULL, 0), (2, 'verify', 'VERIFIED', 'report.verify', ${last}))
      AS a(nth, action, state, waited, passed)`)
  await run(`INSERT INTO report_figure (record_id, version, target_code, numerator, denominator, as_of)
    SELECT r.id, v, r.topic, 80, 100, '2024-06-30' FROM record r, generate_series(1, ${last}) v`)
  await run('VACUUM ANALYZE')
  return officerCtx(database, campaign, officer.personId, system)
}

/** The campaign with as many reported targets as are measured, and the units of the bench alone. */
function wide(campaign: ActiveCampaign): ActiveCampaign {
  const pattern = boardTargets({ campaign }).find(({ code }) => code === 'C07')
  if (!pattern) throw new Error('the default plan has no C07')
  const more = Array.from({ length: targets }, (_, at) => ({
    ...pattern,
    code: `T${at + 1}`,
    name: `Chỉ tiêu ${at + 1}`,
  }))
  const own = Array.from({ length: units }, (_, at) => `BENCH${at + 1}`)
  return {
    ...campaign,
    plan: { ...campaign.plan, targets: more },
    units: new Map(
      own.map(code => [
        code,
        {
          code,
          name: code,
          kind: 'ward',
          parentCode: null,
          validFrom: null,
          validTo: null,
          endKnownAt: null,
          successors: [],
        },
      ]),
    ),
  }
}

async function officerCtx(
  { store: { prisma } }: BenchDatabase,
  campaign: ActiveCampaign,
  personId: string,
  system: Awaited<ReturnType<typeof benchSystem>>,
): Promise<Ctx> {
  const now = system.clock.now()
  const account = { id: personId, channel: 'web' } as const
  const guest = makeCtx(system, prisma, {
    campaign,
    account,
    person: null,
    now,
    sent: { sentAt: now, claimedAt: null },
  })
  const person = await readPerson(prisma, personId, guest.today)
  if (!person) throw new Error('no officer')
  return { ...guest, person }
}
