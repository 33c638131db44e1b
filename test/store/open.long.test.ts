import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Migration } from '../../src/store/migrations.ts'
import { openStore } from '../../src/store/open.ts'
import { migration } from '../support/migration.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thidua-open-'))
})
afterEach(() => rm(folder, { recursive: true }))

const [first, second] = [
  migration('1_first', 'CREATE TABLE first (id int);'),
  migration('2_second', 'CREATE TABLE second (id int);'),
]

/** What the log says while the database is opened. */
async function saidWith(migrations: readonly Migration[]): Promise<unknown[]> {
  const said: unknown[] = []
  const note = (what: unknown) => said.push(what)
  const log = { info: note, error: note }
  const store = await openStore({ dataDir: join(folder, 'data'), migrations, log })
  await store.close()
  return said
}

it('a first start says nothing of its new database; what an update changes is in the log, once', async () => {
  expect(await saidWith([first])).toEqual([])
  expect(await saidWith([first, second])).toEqual([{ kind: 'embedded', migrations: ['2_second'] }])
  expect(await saidWith([first, second])).toEqual([])
})
