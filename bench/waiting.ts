import { steppedClock } from '../src/clock.ts'
import type { Ctx } from '../src/contract/feature.ts'
import { makeCtx } from '../src/contract/make-ctx.ts'
import { readPerson } from '../src/people/read-person.ts'
import { decision, right } from '../src/people/right.ts'
import { type RecordFeature, recordFeature, recordsOf } from '../src/records/feature.ts'
import { recordKind, waitsFor } from '../src/records/kind.ts'
import type { BenchDatabase } from './database.ts'
import { measurePair, type Side } from './measure.ts'
import { questions } from './questions.ts'
import { benchSystem, newMember } from './system.ts'
import type { Line } from './table.ts'

export interface Backlog {
  database: BenchDatabase
  kinds: number
  records: number
}

const units = 100

/**
 * (l) What waits for an officer, of all kinds, the longest first: with many kinds and records and with few. One record in ten waits for the
 * officer and one in ten for a head, so that on both sides more of them wait than a screen shows.
 */
export async function manyKindsAgainstFew(many: Backlog, few: Backlog): Promise<Line> {
  const pair = await measurePair(await sideOf(many), await sideOf(few), { cost: 'wall', rounds: 15, warmUp: 5 })
  const [all, some] = [many, few].map(
    ({ kinds, records }) => `${kinds} kinds and ${records.toLocaleString('en')} records`,
  )
  const name = `(l) what waits for an officer, ${all} / ${some}, ${many.database.kind}`
  return { name, pair, unit: 'ms', target: { atMost: 1.5 } }
}

async function sideOf({ database, kinds, records }: Backlog): Promise<Side> {
  const features = Array.from({ length: kinds }, (_, at) => register(`bench.kind${at + 1}`))
  const system = await benchSystem(database, features, steppedClock('2024-09-20T01:30:00Z'))
  const { run } = database
  await run(`INSERT INTO unit (code, name, name_folded, kind)
    SELECT 'BENCH' || n, 'Đơn vị ' || n, 'don vi ' || n, 'WARD' FROM generate_series(1, ${units}) n`)
  await run(`INSERT INTO person (id, full_name, given_name, created_at)
    SELECT md5('p' || n)::uuid, 'Nguyễn Thị Lan', 'Lan', '2024-01-01' FROM generate_series(1, ${units}) n`)
  for (const [nth, { record: kind }] of features.entries())
    await run(
      `INSERT INTO record (id, kind, campaign_id, unit_code, number, code, state, waits_for, version, passed_version, author_id, title,
         search_text, sent_at, received_at)
       SELECT gen_random_uuid(), $1::text, c.id, 'BENCH' || (1 + n * 7 % ${units}), n, $1::text || '-' || n, x.state, x.waits, 1, 1, md5('p' || (1 + n * 7 % ${units}))::uuid, 'Hồ sơ ' || n,
         'ho so ' || n, x.sent, x.sent
       FROM campaign c, generate_series(1, ${Math.ceil(records / kinds)}) n,
         LATERAL (SELECT CASE n % 10 WHEN 0 THEN 'SENT' WHEN 1 THEN 'NEW' ELSE 'ACCEPTED' END AS state,
           CASE n % 10 WHEN 0 THEN $2::text WHEN 1 THEN $3::text END AS waits,
           timestamptz '2024-01-01' + make_interval(mins => n * ${kinds} + ${nth}) AS sent) AS x`,
      [kind.name, waitsFor(kind, 'SENT'), kind.rights.approve?.name],
    )
  await run('VACUUM ANALYZE')
  const { waiting } = recordsOf(features)
  const { personId } = await newMember(system, 'PNV', 'UB-NV')
  const ctx = await ctxOf(system, personId)
  return {
    size: 10,
    run: async () => {
      for (let time = 0; time < 10; time++) {
        const rows = await waiting?.(ctx)
        if (rows?.length !== 200) throw new Error(`${rows?.length} records wait`)
      }
    },
  }
}

async function ctxOf(system: Awaited<ReturnType<typeof benchSystem>>, personId: string): Promise<Ctx> {
  const { prisma, clock } = system
  const campaign = await system.campaign(prisma)
  const now = clock.now()
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

/** A kind of record like any other: the head approves, an officer decides. */
function register(name: string): RecordFeature {
  const decide = decision(`${name}.decide`, { PNV: 'all' })
  return recordFeature(
    recordKind({
      name,
      letters: name,
      path: name,
      route: name,
      form: { ...questions(4, ['text']), id: name },
      states: {
        NEW: { tone: 'neutral', handsIn: true },
        SENT: { tone: 'waiting', waits: ['accept'], counts: true },
        RETURNED: { tone: 'bad', handsIn: true },
        ACCEPTED: { tone: 'good', counts: true },
      },
      begins: 'NEW',
      handedIn: 'SENT',
      moves: {
        accept: { from: ['SENT'], to: 'ACCEPTED', right: decide, asks: 'nothing', tone: 'good' },
        return: { from: ['SENT'], to: 'RETURNED', right: decide, asks: 'return', tone: 'bad' },
      },
      rights: {
        write: right(`${name}.write`, { CLERK: 'own', HEAD: 'own' }),
        approve: right(`${name}.approve`, { HEAD: 'own' }),
      },
      title: () => name,
      columns: [],
    }),
  )
}
