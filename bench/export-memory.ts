import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCampaignFiles } from '../src/campaign/files.ts'
import { exportWork } from '../src/cli/export.ts'
import { writeFileWhole } from '../src/cli/write-output.ts'
import { readConfig } from '../src/config.ts'
import { ensureCampaign } from '../src/loading/ensure.ts'
import { openSystem } from '../src/open-system.ts'

/**
 * A process of its own: exports 100,000 rows in each format and prints by how many MB its memory grew at most, one line of JSON; more than
 * 120 ends with 1. Its
 * database is read once before, so that what PGlite keeps for itself is not counted as the export's.
 */
const rows = 100_000
const folder = await mkdtemp(join(tmpdir(), 'thidua-export-'))
const read = readConfig({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' })
if (!('config' in read)) throw new Error('the settings are broken')
const { system, close } = await openSystem(read.config)
const files = readCampaignFiles(undefined, undefined)
if (!files.ok) throw new Error('the default plan is broken')
await ensureCampaign(system.prisma, files.value, false, system.clock.now())
await system.prisma.$executeRaw`
  INSERT INTO audit (id, at, actor_role, action, subject_type, subject_id, "from", "to", reason)
  SELECT gen_random_uuid(), now(), 'PNV', 'report.return', 'report', gen_random_uuid()::text, 'SUBMITTED', 'RETURNED',
    '- Đề nghị bổ sung minh chứng cho số liệu thứ ' || n FROM generate_series(1, ${rows}) n`
await writeFileWhole(join(folder, 'before.json'), (await exportWork(system, { table: 'audit' })).output)

const grown: Record<string, number> = {}
for (const format of ['json', 'csv', 'xlsx']) {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  await writeFileWhole(join(folder, `audit.${format}`), (await exportWork(system, { table: 'audit', format })).output)
  clearInterval(watch)
  grown[format] = Math.round((most - before) / 1_000_000)
}
process.stdout.write(`${JSON.stringify(grown)}\n`)
if (Object.values(grown).some(megabytes => megabytes > 120)) process.exitCode = 1
await close()
await rm(folder, { recursive: true, force: true })
