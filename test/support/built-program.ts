import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'
import { projectRoot } from '../../src/project-root.ts'
import { aloneIn } from './alone-in.ts'

/** What a suite starts as a process of its own: the program, and parts of it that a test drives from outside. */
const sources = {
  main: join('src', 'main.ts'),
  'store-process': join('test', 'support', 'store-process.ts'),
  'kill-process': join('test', 'support', 'zalo-tokens', 'kill-process.ts'),
  'race-process': join('test', 'support', 'zalo-tokens', 'race-process.ts'),
}

/** One of them as it was when the suite began, compiled: such a process starts sooner than all its sources do. */
export function builtProgram(name: keyof typeof sources = 'main'): string {
  const folder = process.env.BUILT_PROGRAMS
  if (!folder)
    throw new Error(
      'a suite that starts processes of the program needs test/support/built-program.ts as its globalSetup',
    )
  return join(folder, `${name}.js`)
}

/**
 * For processes that live for seconds: the database in them is compiled a second time, faster, only where it really runs long. Else a
 * third of a start goes into that.
 */
export const shortLived = '--wasm-tiering-budget=100000000'

const client = join('packages', 'zalo-api-client')

/** Where suites keep what they have made of the sources. */
export const builtFolder = join(projectRoot, '.built')

/** Before a suite whose tests start processes: built once for these sources, also when two suites begin together. Types are looked at elsewhere. */
export default async function build(): Promise<void> {
  const built = join(builtFolder, marked('src', join(client, 'src'), join('test', 'support')))
  await aloneIn(builtFolder, async () => {
    if (existsSync(built)) return
    const fresh = `${built}.new`
    rmSync(fresh, { recursive: true, force: true })
    await compile(fresh)
    cpSync(join(projectRoot, 'src', 'web', 'assets'), join(fresh, 'assets'), { recursive: true })
    renameSync(fresh, built)
  })
  process.env.BUILT_PROGRAMS = built
}

/** They hold more than JavaScript, or are found by where they lie; of all others hundreds of files would be looked for at each start. */
const asInstalled = [
  ...['@electric-sql/pglite', '@expo-google-fonts/be-vietnam-pro', '@prisma/schema-engine-wasm', '@resvg/resvg-js'],
  ...['echarts', 'pg', 'pino', 'proper-lockfile', 'unpdf'],
]

/** What packages that are no modules call. */
const requiring =
  "import { createRequire as requiringFrom } from 'node:module'; const require = requiringFrom(import.meta.url);"

async function compile(outdir: string): Promise<void> {
  await bundle({
    ...{
      absWorkingDir: projectRoot,
      entryPoints: sources,
      outdir,
      external: asInstalled,
      keepNames: true,
    },
    ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' },
    ...{ conditions: ['zalo-api-client-source'], banner: { js: requiring } },
  })
}

/** Changes with any file of these folders. */
export function marked(...folders: string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders)
    for (const file of readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).toSorted()) {
      const { size, mtimeMs } = statSync(join(projectRoot, folder, file))
      hash.update(`${folder}/${file} ${size} ${mtimeMs}\n`)
    }
  return hash.digest('hex').slice(0, 16)
}
