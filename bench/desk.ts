import { createBell } from '../src/channels/web/bell.ts'
import { steppedClock } from '../src/clock.ts'
import { deskRoutes } from '../src/desk/desk-routes.tsx'
import { initiative } from '../src/features/initiatives/kind.ts'
import { features } from '../src/features/list.ts'
import { linkToWeb } from '../src/people/one-time-link.ts'
import { waitsFor } from '../src/records/kind.ts'
import { createWeb } from '../src/web/server.ts'
import { type Browser, openBrowser } from '../test/support/web-driver.ts'
import type { BenchDatabase } from './database.ts'
import { measurePair, type Side } from './measure.ts'
import { benchSystem, newMember } from './system.ts'
import type { Line } from './table.ts'

const units = 100
const answersOfForm = 10

interface Desk {
  browser: Browser
  /** A record that waits. */
  id: string
}

/**
 * (u) The pages of an officer's day, whole, as the browser gets them, with a million answers stored and with ten thousand: the first page, a
 * list, the same sorted and narrowed, the search over everything, a record. `p95`: of a hundred visits of the larger one.
 */
export async function deskOfMany(
  many: { database: BenchDatabase; answers: number },
  few: { database: BenchDatabase; answers: number },
): Promise<Line[]> {
  const [large, small] = [await deskWith(many), await deskWith(few)]
  const lines: Line[] = []
  const all = `${many.answers.toLocaleString('en')} / ${few.answers.toLocaleString('en')} answers`
  for (const [what, path] of [
    ['first page', () => ''],
    ['list', () => '/sang-kien'],
    ['list that waits', () => '/sang-kien?state=REGISTERED'],
    ['list by unit', () => '/sang-kien?xep=unit'],
    ['search', () => '/tim?q=cong+khai+77'],
    ['record', ({ id }) => `/sang-kien/${id}?trang=1`],
  ] satisfies [string, (desk: Desk) => string][]) {
    const side = (desk: Desk): Side => ({ size: 3, run: () => visit(desk, path(desk), 3) })
    const growth = await measurePair(side(large), side(small), { cost: 'wall', rounds: 11, warmUp: 3 })
    lines.push({
      name: `(u) ${what}, ${all}, ${many.database.kind}`,
      pair: growth,
      unit: 'ms',
      target: { atMost: 1.5 },
    })
    const p95 = await slowest(large, path(large))
    const pair = { ours: p95, theirs: 150_000, ratio: p95 / 150_000, rounds: 100 }
    lines.push({ name: `(u) ${what}, p95`, pair, unit: 'ms', target: { atMost: 1, said: '≤ 150 ms' } })
  }
  return lines
}

async function visit({ browser }: Desk, path: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    const { status } = await browser.get(`/desk${path}`)
    if (status !== 200) throw new Error(`${status} at ${path}`)
  }
}

async function slowest(desk: Desk, path: string): Promise<number> {
  const times: number[] = []
  for (let time = 0; time < 100; time++) {
    const from = process.hrtime.bigint()
    await visit(desk, path, 1)
    times.push(Number(process.hrtime.bigint() - from) / 1_000)
  }
  return times.toSorted((a, b) => a - b)[94] ?? Number.NaN
}

/**
 * (x) The whole list of 100,000 records as a file, read to its end: how many rows a second, and by how much the memory of the process grew
 * meanwhile.
 */
export async function exportOfList(database: BenchDatabase): Promise<Line[]> {
  const rows = 100_000
  const { browser } = await deskWith({ database, answers: rows * answersOfForm })
  const lines: Line[] = []
  await bytesOf(browser, '/desk/sang-kien?tai=csv&state=WITHDRAWN')
  for (const format of ['csv', 'jsonl', 'xlsx']) {
    const before = process.memoryUsage.rss()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss())
    }, 20)
    const [from, used] = [process.hrtime.bigint(), process.cpuUsage()]
    await bytesOf(browser, `/desk/sang-kien?tai=${format}`)
    const micros = Number(process.hrtime.bigint() - from) / 1_000
    const { user, system } = process.cpuUsage(used)
    clearInterval(watch)
    const grown = (most - before) / 1_000_000
    const limit = (rows / 10_000) * 1_000_000
    const pair = { ours: micros, theirs: limit, ratio: micros / limit, rounds: 1 }
    const name = `(x) list of ${rows.toLocaleString('en')} rows as ${format}, ${database.kind}`
    lines.push({
      name,
      pair,
      unit: 'ms',
      target: { atMost: 1, said: '≥ 10,000 rows/s' },
      note: `${format}: ${Math.round(grown)} MB more, ${((user + system) / 1_000_000).toFixed(1)} s of processor`,
    })
    const memory = { ours: grown, theirs: 120, ratio: grown / 120, rounds: 1 }
    lines.push({ name: `(x) memory of it, MB`, pair: memory, unit: 'µs', target: { atMost: 1, said: '≤ 120 MB' } })
  }
  return lines
}

async function bytesOf(browser: Browser, path: string): Promise<number> {
  const response = await browser.send(path, {})
  let bytes = 0
  if (response.body) for await (const part of response.body) bytes += part.byteLength
  if (bytes < 20) throw new Error(`nothing at ${path}`)
  return bytes
}

async function deskWith({ database, answers }: { database: BenchDatabase; answers: number }): Promise<Desk> {
  const system = await benchSystem(database, features, steppedClock('2024-09-20T01:30:00Z'))
  const { run, store } = database
  const author = await newMember(system, 'CLERK', 'UB-P-QT')
  const officer = await newMember(system, 'PNV', 'UB-NV')
  await run(`INSERT INTO unit (code, name, name_folded, kind)
    SELECT 'BENCH' || n, 'Đơn vị ' || n, 'don vi ' || n, 'WARD' FROM generate_series(1, ${units}) n`)
  const forms = Math.round(answers / answersOfForm)
  await run(
    `INSERT INTO record (id, kind, campaign_id, unit_code, number, code, topic, state, waits_for, version, passed_version, author_id, title,
       search_text, sent_at, received_at)
     SELECT md5('r' || n)::uuid, 'initiative', c.id, 'BENCH' || (1 + n % ${units}), n, 'SK-' || n, 'TTHC', x.state, x.waits, 1, 1, $1,
       'Niêm yết công khai ' || n, 'sk-' || n || ' niem yet cong khai ' || n, x.sent, x.sent
     FROM campaign c, generate_series(1, ${forms}) n, LATERAL (SELECT
       CASE WHEN n % 10 = 0 THEN 'REGISTERED' ELSE 'RECOGNISED' END AS state, CASE WHEN n % 10 = 0 THEN $2::text END AS waits,
       timestamptz '2024-09-19 20:00+07' - make_interval(secs => (${forms} - n) * 3600.0 * 24 * 180 / ${forms}) AS sent) x`,
    [author.personId, waitsFor(initiative, 'REGISTERED')],
  )
  const fields = ['problem', 'content', 'novelty', 'scope', 'expected']
  const said = fields.map(
    field => `"${field}": {"value": "Niêm yết công khai thủ tục, quy trình", "typed": "Niêm yết"}`,
  )
  await run(
    `INSERT INTO record_version (record_id, version, form, form_version, answers, file_ids, author_id, role, sent_at, received_at, passed_at, draft_id)
     SELECT r.id, 1, 'initiative', 1, jsonb_build_object('title', jsonb_build_object('value', r.title, 'typed', r.title)) || $2::jsonb, '{}', $1,
       'CLERK', r.sent_at, r.sent_at, r.sent_at, r.id
     FROM record r`,
    [
      author.personId,
      `{${said.join(', ')}, "kind": {"value": "MODEL", "typed": "1"}, "parField": {"value": "TTHC", "typed": "2"}, "startsOn": {"value": "2024-03-01", "typed": "1/3"}, "selfCheck": {"value": ["lawful"], "typed": "1"}}`,
    ],
  )
  await run(
    `INSERT INTO initiative_fact (record_id, title_folded) SELECT id, 'niem yet cong khai ' || number FROM record`,
  )
  await run(`INSERT INTO record_move (id, record_id, version, action, "to", passed_before, role, at)
    SELECT gen_random_uuid(), id, 1, 'handIn', 'REGISTERED', 0, 'CLERK', sent_at FROM record`)
  await run('VACUUM ANALYZE')
  const app = createWeb(system, {
    ...{
      bell: createBell(),
      features,
      desk: deskRoutes,
      receive: async () => undefined,
      mayReadFile: async () => false,
    },
    health: async () => ({ status: 'ok', parts: { database: { state: 'up' } } }),
    uploads: { maxBytes: 1, accept: '', isWithinQuota: async () => true, refusal: async () => null },
  })
  const browser = openBrowser({ url: 'http://localhost:3000', fetch: request => app.fetch(request) })
  const link = `/vao/${await linkToWeb(store.prisma, officer.personId, system.clock.now())}`
  await browser.submitFrom(link, link, {})
  const waiting = await store.prisma.record.findFirstOrThrow({
    where: { state: 'REGISTERED' },
    orderBy: [{ sentAt: 'desc' }, { number: 'desc' }],
  })
  return { browser, id: waiting.id }
}
