// After `npm ci` the database client is generated. A production install (`npm ci --omit=dev`) has no generator: the build carries
// the client. There, what is never loaded is taken away: source maps, query compilers of other databases, bundles for browsers, and
// the compiler that comes along as an optional peer.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const modules = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules')

if (existsSync(join(modules, 'prisma-cli'))) await import('./generate.mjs')
else slim()

function slim() {
  for (const name of ['typescript', '@typescript', join('echarts', 'dist')]) remove(join(modules, name))
  const runtime = join(modules, '@prisma', 'client', 'runtime')
  for (const file of existsSync(runtime) ? readdirSync(runtime) : [])
    if (/^query_compiler_/.test(file) && !/^query_compiler_fast_bg\.postgresql\./.test(file))
      remove(join(runtime, file))
  for (const file of readdirSync(modules, { recursive: true, withFileTypes: true }))
    if (file.isFile() && file.name.endsWith('.map')) remove(join(file.parentPath, file.name))
}

function remove(path) {
  rmSync(path, { recursive: true, force: true })
}
