import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import lockfile from 'proper-lockfile'
import { projectRoot } from '../../src/project-root.ts'

/** The program as it was when the suite began, compiled: a process of it starts faster than the sources do. */
export function builtProgram(): string {
  const program = process.env.BUILT_PROGRAM
  if (!program)
    throw new Error(
      'a suite that starts processes of the program needs test/support/built-program.ts as its globalSetup',
    )
  return program
}

const client = join('packages', 'zalo-api-client')

/** Before a suite whose tests start processes: compiled once for these sources, also when two suites begin together. Types are looked at elsewhere. */
export default async function build(): Promise<void> {
  const folder = join(projectRoot, '.built')
  mkdirSync(folder, { recursive: true })
  const built = join(folder, marked('src', join(client, 'src')))
  const release = await lockfile.lock(folder, { stale: 60_000, retries: { retries: 600, factor: 1, minTimeout: 100 } })
  try {
    if (!existsSync(built) || !existsSync(join(projectRoot, client, 'dist'))) {
      const fresh = `${built}.new`
      rmSync(fresh, { recursive: true, force: true })
      compile('tsconfig.build.json', '--outDir', fresh)
      cpSync(join(projectRoot, 'src', 'web', 'assets'), join(fresh, 'web', 'assets'), { recursive: true })
      compile(join(client, 'tsconfig.build.json'))
      rmSync(built, { recursive: true, force: true })
      renameSync(fresh, built)
    }
  } finally {
    await release()
  }
  process.env.BUILT_PROGRAM = join(built, 'main.js')
}

function compile(project: string, ...how: string[]): void {
  const tsc = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc')
  const { status, stdout } = spawnSync(process.execPath, [tsc, '--noCheck', '--project', project, ...how], {
    cwd: projectRoot,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the program could not be compiled:\n${stdout}`)
}

/** Changes with any file of these folders. */
function marked(...folders: string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders)
    for (const file of readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).toSorted()) {
      const { size, mtimeMs } = statSync(join(projectRoot, folder, file))
      hash.update(`${folder}/${file} ${size} ${mtimeMs}\n`)
    }
  return hash.digest('hex').slice(0, 16)
}
