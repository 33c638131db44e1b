import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EMBEDDED_MAJOR } from '../../src/store/embedded.ts'
import { openStore } from '../../src/store/open.ts'
import { silentLog } from '../support/database.ts'
import { spawnStore } from '../support/spawned-store.ts'

describe('the data folder', () => {
  let root: string
  let migrated: string
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'thidua-store-'))
    migrated = join(root, 'migrated')
    const store = await openStore({ dataDir: migrated, log: silentLog })
    await store.close()
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  const open = (dataDir: string) => openStore({ dataDir, log: silentLog })
  const copy = async (name: string) => {
    const folder = join(root, name)
    await cp(migrated, folder, { recursive: true })
    return folder
  }

  it('is opened again without any migration, and holds what was written', async () => {
    const folder = await copy('again')
    const first = await open(folder)
    await first.prisma.setting.create({ data: { key: 'kept', value: 'giữ' } })
    await first.close()
    const second = await open(folder)
    expect(second.appliedMigrations).toEqual([])
    expect(await second.prisma.setting.findUnique({ where: { key: 'kept' } })).toMatchObject({ value: 'giữ' })
    const [row] = await second.prisma.$queryRaw<{ major: string }[]>`
      SELECT (current_setting('server_version_num')::int / 10000)::text AS major`
    expect(row?.major).toBe(EMBEDDED_MAJOR)
    await second.close()
  })

  it('refuses a second process and names the first', async () => {
    const folder = await copy('two')
    const first = spawnStore(folder)
    expect(await first.next()).toEqual({ opened: [] })
    const second = spawnStore(folder)
    expect(await second.next()).toMatchObject({
      refused: 'data-folder-locked',
      params: { folder, pid: first.process.pid, since: expect.stringMatching(/^\d{4}-.*Z$/) },
    })
    await expect(open(folder)).rejects.toMatchObject({ code: 'data-folder-locked', params: { pid: first.process.pid } })
    await first.kill()
  })

  it('refuses a second opening in the same process, and is free after the first is closed', async () => {
    const folder = await copy('same process')
    const first = await open(folder)
    await expect(open(folder)).rejects.toMatchObject({ code: 'data-folder-locked', params: { pid: process.pid } })
    await first.close()
    await first.close()
    await (await open(folder)).close()
  })

  it('is given to exactly one of several processes that start together', async () => {
    const folder = await copy('crowd')
    const crowd = [1, 2, 3].map(() => spawnStore(folder))
    const answers = await Promise.all(crowd.map(store => store.next()))
    expect(answers.filter(answer => answer?.opened)).toHaveLength(1)
    expect(answers.filter(answer => answer?.refused === 'data-folder-locked')).toHaveLength(2)
    await Promise.all(crowd.map(store => store.kill()))
  })

  it('is taken over at once from a process that was killed while writing, with every acknowledged row', async () => {
    const folder = await copy('killed')
    let acknowledged = 0
    for (const target of [7, 23]) {
      const writer = spawnStore(folder, 'write')
      expect(await writer.next()).toEqual({ opened: [] })
      let own = 0
      while (own < target) own = (await writer.next())?.acknowledged ?? target
      await writer.kill()
      for (const line of await writer.rest()) own = line.acknowledged ?? own
      const store = await open(folder)
      const rows = await store.prisma.setting.count({ where: { key: { startsWith: 'row ' } } })
      // One more may be there: written, and killed before it could say so.
      expect([own, own + 1]).toContain(rows)
      acknowledged += own
      await store.prisma.setting.deleteMany()
      await store.close()
    }
    expect(acknowledged).toBeGreaterThanOrEqual(30)
  })

  it('is whole after a kill in the middle of the very first start', async () => {
    for (const reached of ['PG_VERSION', 'global/pg_control']) {
      const folder = join(root, `first ${reached.replace('/', ' ')}`)
      const starting = spawnStore(folder)
      await until(() => existsSync(join(folder, 'pg.creating', reached)))
      await starting.kill()
      expect(existsSync(join(folder, 'pg'))).toBe(false)
      const next = spawnStore(folder, 'close')
      expect((await next.next())?.opened?.length).toBeGreaterThan(0)
      const [end] = await next.rest()
      // Nothing that a first start has set going keeps its process.
      expect(end?.closed).not.toContain('Timeout')
      expect(existsSync(join(folder, 'pg.creating'))).toBe(false)
    }
  })

  it('clears away the rubbish of a first start that did not finish', async () => {
    const folder = join(root, 'rubbish')
    await mkdir(join(folder, 'pg.creating', 'base'), { recursive: true })
    await writeFile(join(folder, 'pg.creating', 'PG_VERSION'), EMBEDDED_MAJOR)
    const store = await open(folder)
    expect(store.appliedMigrations.length).toBeGreaterThan(0)
    await store.close()
  })

  it('that is a file, or written by another version, or damaged, is refused with the reason and left alone', async () => {
    const file = join(root, 'file')
    await writeFile(file, 'a file')
    await expect(open(file)).rejects.toMatchObject({ params: { folder: file, reason: 'not-a-folder' } })

    const older = await copy('older')
    await writeFile(join(older, 'pg', 'PG_VERSION'), '16\n')
    await expect(open(older)).rejects.toMatchObject({ params: { reason: 'other-version' } })
    expect(await readFile(join(older, 'pg', 'PG_VERSION'), 'utf8')).toBe('16\n')

    const damaged = await copy('damaged')
    await rm(join(damaged, 'pg', 'global', 'pg_control'))
    await expect(open(damaged)).rejects.toMatchObject({ params: { reason: 'damaged' } })
    await expect(open(damaged)).rejects.toMatchObject({ params: { reason: 'damaged' } })
  })
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(resolve => setTimeout(resolve, 5))
}
