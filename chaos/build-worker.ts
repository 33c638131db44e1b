import { join } from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '../src/project-root.ts'

/** The worker as one file: it starts in a third of the time, and it is started a thousand times. */
export async function buildWorker(): Promise<string> {
  const outfile = join(projectRoot, 'node_modules', '.cache', 'thidua', `chaos-worker-${process.pid}.mjs`)
  await build({
    entryPoints: [join(projectRoot, 'chaos', 'worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    conditions: ['zalo-api-client-source'],
    logLevel: 'error',
  })
  return outfile
}
