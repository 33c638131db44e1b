import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'
import lockfile from 'proper-lockfile'
import { projectRoot } from '../../src/project-root.ts'

/** The program as it was when the suite began, in one file: a process of it starts sooner than all its sources do. */
export function builtProgram(): string {
  const program = process.env.BUILT_PROGRAM
  if (!program)
    throw new Error(
      'a suite that starts processes of the program needs test/support/built-program.ts as its globalSetup',
    )
  return program
}

const client = join('packages', 'zalo-api-client')

/** Before a suite whose tests start processes: built once for these sources, also when two suites begin together. Types are looked at elsewhere. */
export default async function build(): Promise<void> {
  const folder = join(projectRoot, '.built')
  mkdirSync(folder, { recursive: true })
  const built = join(folder, marked('src', join(client, 'src')))
  const release = await lockfile.lock(folder, { stale: 60_000, retries: { retries: 600, factor: 1, minTimeout: 100 } })
  try {
    if (!existsSync(built)) {
      const fresh = `${built}.new`
      rmSync(fresh, { recursive: true, force: true })
      await compile(fresh)
      cpSync(join(projectRoot, 'src', 'web', 'assets'), join(fresh, 'assets'), { recursive: true })
      renameSync(fresh, built)
    }
  } finally {
    await release()
  }
  process.env.BUILT_PROGRAM = join(built, 'main.js')
}

/** Packages stay as they are installed. */
function external(): string[] {
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  return Object.keys(dependencies).filter(name => name !== 'zalo-api-client')
}

async function compile(outdir: string): Promise<void> {
  await bundle({
    ...{
      absWorkingDir: projectRoot,
      entryPoints: [join('src', 'main.ts')],
      outdir,
      external: external(),
      keepNames: true,
    },
    ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' },
    conditions: ['zalo-api-client-source'],
  })
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
