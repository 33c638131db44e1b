import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnServer } from '../test/support/spawned-server.ts'
import { enterWeb } from '../test/support/web-driver.ts'
import { median } from './measure.ts'
import type { Line } from './table.ts'

const rounds = 3

/**
 * (m) From the start of the process to the first answer in a chat, of a demonstration that begins in an empty folder and of one that has a
 * folder already. Beside it a process that only opens the embedded database in the same way: less is not possible.
 */
export async function startToFirstAnswer(): Promise<Line[]> {
  const taken: Record<Taken, number[]> = { first: [], later: [], firstFloor: [], laterFloor: [] }
  for (let round = 0; round < rounds; round++) {
    const folder = await mkdtemp(join(tmpdir(), 'thidua-bench-'))
    try {
      taken.firstFloor.push(await timed(() => openOnly(join(folder, 'floor'))))
      taken.laterFloor.push(await timed(() => openOnly(join(folder, 'floor'))))
      taken.first.push(await firstAnswer(join(folder, 'data')))
      taken.later.push(await firstAnswer(join(folder, 'data')))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return [
    lineOf('(m) start to first answer, empty folder / a process that opens PGlite', taken.first, taken.firstFloor),
    lineOf('    … a folder that is there already / the same', taken.later, taken.laterFloor),
  ]
}

type Taken = 'first' | 'later' | 'firstFloor' | 'laterFloor'

function lineOf(name: string, ours: readonly number[], theirs: readonly number[]): Line {
  const ratio = median(ours.map((figure, at) => figure / (theirs[at] ?? Number.NaN)))
  return { name, pair: { ours: median(ours), theirs: median(theirs), ratio, rounds }, unit: 'ms', target: null }
}

async function firstAnswer(folder: string): Promise<number> {
  const from = process.hrtime.bigint()
  const server = await spawnServer({ DATA_DIR: folder })
  try {
    const chat = await enterWeb({ url: server.url }, { persona: 'can-bo' })
    await chat.type('menu')
    return since(from)
  } finally {
    await server.terminate()
  }
}

async function openOnly(folder: string): Promise<void> {
  const open = `const { PGlite } = await import('@electric-sql/pglite'); const database = await PGlite.create(process.argv[1]);
    await database.query('SELECT 1'); await database.close()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', open, folder], { stdio: 'ignore' })
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error(`a process that opens PGlite ended with ${status}`)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = process.hrtime.bigint()
  await work()
  return since(from)
}

/** Microseconds. */
function since(from: bigint): number {
  return Number(process.hrtime.bigint() - from) / 1_000
}
