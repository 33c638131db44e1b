import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFileWhole } from '../../src/cli/write-output.ts'
import { openStore } from '../../src/store/open.ts'
import { exposedIn } from '../../src/store/own-folder.ts'
import { silentLog } from '../support/database.ts'
import { runCommand, spawnServer } from '../support/spawned-server.ts'

let root: string
let folder: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'thidua-own-'))
  folder = join(root, 'data')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const open = () => openStore({ dataDir: folder, log: silentLog })
const modeOf = async (path: string) => ((await stat(path)).mode & 0o7777).toString(8)

describe('the data folder is its owner’s alone', () => {
  it('is made so, and mended with all that is in it when it was left open', async () => {
    await (await open()).close()
    expect(await modeOf(folder)).toBe('700')
    await chmod(folder, 0o755)
    await chmod(join(folder, 'pg', 'PG_VERSION'), 0o644)
    await (await open()).close()
    expect(await modeOf(folder)).toBe('700')
    expect(await modeOf(join(folder, 'pg', 'PG_VERSION'))).toBe('600')
  })

  it('is refused, and left as it is, when it is everybody’s or holds other things', async () => {
    await mkdir(folder)
    await chmod(folder, 0o1777)
    await expect(open()).rejects.toMatchObject({ params: { folder, reason: 'shared' } })
    expect(await modeOf(folder)).toBe('1777')
    await chmod(folder, 0o755)
    await writeFile(join(folder, 'thu.txt'), 'của người khác')
    await expect(open()).rejects.toMatchObject({ params: { folder, reason: 'shared' } })
    expect(await modeOf(folder)).toBe('755')
    expect(await readdir(folder)).toEqual(['thu.txt'])
  })

  it.skipIf(process.getuid?.() !== 0)('is refused when it, or a file in it, is somebody else’s', async () => {
    await mkdir(folder, { mode: 0o700 })
    await chown(folder, 12_345, 12_345)
    await expect(open()).rejects.toMatchObject({ params: { folder, reason: 'not-owner' } })
    await chown(folder, 0, 0)
    const file = join(folder, 'control.json')
    await writeFile(file, '{}', { mode: 0o600 })
    await chown(file, 12_345, 12_345)
    await expect(open()).rejects.toMatchObject({ params: { folder: file, reason: 'not-owner' } })
    expect(await exposedIn(folder)).toEqual([{ path: file, why: 'not-owner' }])
  })
})

it('a file that is written stands open to nobody else, also where an open one stood', async () => {
  const file = join(root, 'units.csv')
  await writeFile(file, 'cũ', { mode: 0o644 })
  await writeFileWhole(file, 'mới')
  expect(await modeOf(file)).toBe('600')
})

it('everything the program makes is for its owner, and doctor fails when it is not so any more', async () => {
  const env = { DATA_DIR: folder, DEMO: '0' }
  const server = await spawnServer(env)
  expect(await exposedIn(folder)).toEqual([])
  expect((await runCommand(['doctor'], env)).status).toBe(0)
  expect(await server.terminate()).toBe(0)
  const out = join(root, 'units.json')
  expect((await runCommand(['export', 'units', '--format', 'json', '--out', out], env)).status).toBe(0)
  expect(await modeOf(out)).toBe('600')
  await chmod(join(folder, 'pg', 'PG_VERSION'), 0o644)
  const found = await runCommand(['doctor'], env)
  expect(found.status).toBe(1)
  expect(found.stdout).toContain('chmod -R go-rwx')
  expect(await modeOf(join(folder, 'pg', 'PG_VERSION'))).toBe('644')
})
