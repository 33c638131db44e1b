import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { projectRoot } from '../../src/project-root.ts'
import build from '../support/built-program.ts'
import type { Guard } from './guard.ts'
import { guards } from './guards.ts'

/**
 * `npm run guards [-- WORD …]`: takes each guard away in a copy of the sources, runs its test and wants it to fail. With words, only
 * the guards whose files, tests or words hold one of them. Those of PostgreSQL want `TEST_POSTGRES_URL`, those of pages a Chromium. Ends
 * with status 1 when a test stayed green.
 */
const words = process.argv.slice(2)
const wanted = guards.filter(
  ({ against, file, test }) => words.length === 0 || words.some(word => `${against} ${file} ${test}`.includes(word)),
)
const notCopied = new Set(['node_modules', '.git', 'data', 'dist', '.built'])
const copy = mkdtempSync(join(tmpdir(), 'thidua-guards-'))

type Verdict = 'caught' | 'stayed green' | 'no test ran' | 'not found' | 'no server'

async function without(guard: Guard): Promise<Verdict> {
  const file = join(copy, guard.file)
  const whole = readFileSync(file, 'utf8')
  // Without one the test would fail for that reason alone.
  if (projectOf(guard.test) === 'postgres' && !process.env.TEST_POSTGRES_URL) return 'no server'
  if (whole.split(guard.text).length !== 2) return 'not found'
  writeFileSync(
    file,
    whole.replace(guard.text, () => guard.without),
  )
  try {
    return await verdictOf(guard)
  } finally {
    writeFileSync(file, whole)
  }
}

async function verdictOf({ test, named }: Guard): Promise<Verdict> {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const names = named === undefined ? [] : ['-t', named.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')]
  const how = [
    '--project',
    projectOf(test),
    '--maxWorkers=1',
    '--bail=1',
    '--testTimeout=40000',
    '--reporter=json',
    `--outputFile=${report}`,
  ]
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const running = spawn(process.execPath, [vitest, 'run', ...how, test, ...names], {
    cwd: copy,
    stdio: 'ignore',
    // But for the one that was changed, the sources are compiled once for all guards.
    env: { ...process.env, MODULE_CACHE: join(copy, '.modules') },
    // Without its guard a test may wait for ever.
    timeout: LONGEST_MS,
  })
  await once(running, 'exit')
  if (running.signalCode !== null) return 'caught'
  const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, 'utf8'))
  return numFailedTests > 0 ? 'caught' : numPassedTests > 0 ? 'stayed green' : 'no test ran'
}

const LONGEST_MS = 15 * 60_000

function projectOf(test: string): string {
  if (test.startsWith('test/postgres/')) return 'postgres'
  if (test.startsWith('test/browser/')) return 'browser'
  return test.includes('.long.') ? 'long' : 'unit'
}

try {
  // Processes of the copy find the package of the client, built, where its modules lead.
  await build()
  cpSync(projectRoot, copy, { recursive: true, filter: path => !notCopied.has(basename(path)) })
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'))
  const bad: string[] = []
  for (const guard of wanted) {
    const began = performance.now()
    const verdict = await without(guard)
    const seconds = ((performance.now() - began) / 1_000).toFixed(0)
    const line = `${verdict.padEnd(12)} ${seconds.padStart(4)} s  ${guard.file}: ${guard.against} (${guard.test})`
    process.stdout.write(`${line}\n`)
    if (verdict !== 'caught') bad.push(line)
  }
  process.stdout.write(`\n${wanted.length} guards, ${wanted.length - bad.length} caught\n${bad.join('\n')}\n`)
  process.exitCode = bad.length === 0 ? 0 : 1
} finally {
  rmSync(copy, { recursive: true, force: true })
}
