// Generates the database client from schema.prisma, without the network. Runs before start, tests and build: it is plain
// JavaScript, needs nothing that it makes itself, and is done at once when the client fits the schema already. Another schema
// and the folder of its client can be named: node prisma/generate.mjs SCHEMA FOLDER.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [schema, generated] = [
  process.argv[2] ?? join('prisma', 'schema.prisma'),
  process.argv[3] ?? join('src', 'store', 'generated'),
].map(path => resolve(root, path))
const stamp = join(generated, '.made-from')

try {
  const packageFile = createRequire(import.meta.url).resolve('prisma-cli/package.json')
  const tool = JSON.parse(readFileSync(packageFile, 'utf8'))
  const source = createHash('sha256').update(tool.version).update(readFileSync(schema)).digest('hex')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8').trim() !== source) {
    generate(join(dirname(packageFile), tool.bin.prisma))
    writeFileSync(stamp, `${source}\n`)
  }
} catch (error) {
  const text = error instanceof Error ? error.message : String(error)
  console.error(`prisma generate: ${text.replace(/\s*\n\s*/g, ' ').trim()}`)
  process.exitCode = 1
}

/** Into a folder of its own first: whoever reads the client meanwhile sees the old one or the new one, whole. */
function generate(program) {
  const draft = join(dirname(generated), `.generating.${process.pid}`)
  const draftSchema = join(draft, relative(root, schema))
  try {
    mkdirSync(dirname(draftSchema), { recursive: true })
    copyFileSync(schema, draftSchema)
    const result = spawnSync(process.execPath, [program, 'generate', '--schema', draftSchema, '--no-hints'], {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        // Generation never runs this engine, but looks for it, and would fetch it from outside the package registry.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        NO_COLOR: '1',
      },
    })
    if (result.error) throw result.error
    if (result.status !== 0) throw new Error(reason(`${result.stderr}\n${result.stdout}`))
    rmSync(generated, { recursive: true, force: true })
    renameSync(join(draft, relative(root, generated)), generated)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function reason(output) {
  const lines = output.split('\n').map(line => line.trim())
  const error = lines.find(line => line.startsWith('error:')) ?? lines.find(line => /error/i.test(line))
  const place = lines
    .find(line => line.startsWith('-->'))
    ?.replace(/^-->\s*\S*?:(\d+)$/, `${relative(root, schema)}:$1`)
  return [place, error ?? 'failed without a word'].filter(Boolean).join(' ')
}
