import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { isTransient } from '../../src/store/transient.ts'
import { silentLog } from '../support/database.ts'
import { fullDisk } from '../support/full-disk.ts'

describe('the embedded database on a full disk', () => {
  let folder: string
  let store: Store
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thidua-full-'))
    store = await openStore({ dataDir: folder, log: silentLog })
  })
  afterAll(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })

  const keep = (key: string, value = 'x') => store.prisma.setting.create({ data: { key, value } })
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'stored' as const,
      error => ({ isTransient: isTransient(error) }),
    )

  // A row that fits in where there is room already needs the log only, and the log that finds no room ends the database.
  it.each([
    ['the tables cannot grow', 'x'.repeat(200_000)],
    ['the log cannot be written, which ends the database', 'x'],
  ])('says what will pass, and works again when there is room: %s', async (_, value) => {
    await keep(`before ${value.length}`)
    const disk = fullDisk()
    try {
      for (const n of [1, 2, 3])
        expect(await outcome(keep(`full ${value.length} ${n}`, value))).toEqual({ isTransient: true })
    } finally {
      disk.free()
    }
    expect(await outcome(keep(`after ${value.length}`))).toBe('stored')
    const kept = await store.prisma.setting.findMany({ where: { key: { endsWith: ` ${value.length}` } } })
    expect(kept.map(({ key }) => key.split(' ')[0]).sort()).toEqual(['after', 'before'])
    const lost = await store.prisma.setting.count({ where: { key: { startsWith: `full ${value.length} ` } } })
    expect(lost).toBe(0)
  })

  it('says what will pass when the log is refused in COMMIT itself, and goes on when there is room', async () => {
    let disk: ReturnType<typeof fullDisk> | undefined
    const cutOff = inTransaction(store.prisma, async tx => {
      await tx.setting.create({ data: { key: 'in commit', value: 1 } })
      disk = fullDisk()
    })
    expect(await outcome(cutOff)).toEqual({ isTransient: true })
    expect(await outcome(keep('after the commit'))).toEqual({ isTransient: true })
    disk?.free()
    expect(await outcome(keep('with room again'))).toBe('stored')
    const kept = await store.prisma.setting.findMany({
      where: { key: { in: ['in commit', 'after the commit', 'with room again'] } },
    })
    expect(kept.map(({ key }) => key)).toEqual(['with room again'])
  })
})
