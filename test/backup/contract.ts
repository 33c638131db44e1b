import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tablesOf } from '../../src/backup/catalog.ts'
import { checkBackup } from '../../src/backup/read-backup.ts'
import { type Place, restore } from '../../src/backup/restore.ts'
import { heldKey, heldSince, letGo } from '../../src/backup/sending.ts'
import { writeBackup } from '../../src/backup/write-backup.ts'
import { writeFileWhole } from '../../src/cli/write-output.ts'
import { movableClock } from '../../src/clock.ts'
import { complaintLines } from '../../src/complaint.ts'
import { openDemo } from '../../src/demo/demo.ts'
import { newId } from '../../src/store/new-id.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { loadTexts } from '../../src/texts.ts'
import { silentLog } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'

const now = new Date('2024-03-20T01:30:00.123Z')
const t = loadTexts('vi')

/** What goes into a backup comes out of it, whatever the two databases are, and a file that is not whole changes nothing. */
export function backupContract(
  fresh: () => Promise<Store>,
  emptyPlaces: Readonly<Record<string, (folder: string) => Promise<{ place: Place; drop(): Promise<void> }>>>,
): void {
  let store: Store
  let folder: string
  let file: string
  const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 256)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backup-'))
    file = join(folder, 'thidua.backup')
    store = await fresh()
    const clock = movableClock(Temporal.Instant.from(now.toISOString()))
    await openDemo(await testSystem(store, clock), clock)
    await fillOddly(store, bytes)
    await writeFileWhole(file, writeBackup(store.prisma, now))
  })
  afterAll(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })

  describe.each(Object.keys(emptyPlaces))('restored to %s', kind => {
    it('has every row of every table, and the bytes of the files', async () => {
      const { place, drop } = (await emptyPlaces[kind]?.(folder)) ?? fail()
      const { rows } = await restore(file, place, now)
      const copy = await openStore({ dataDir: '', ...place, log: silentLog })
      try {
        const before = await everything(store)
        expect(await everything(copy)).toEqual(before)
        expect(rows).toBe(Object.values(before).reduce((sum, { length }) => sum + length, 0))
        const content = await copy.prisma.fileContent.findUniqueOrThrow({ where: { sha256: 'odd' } })
        expect(Buffer.from(content.bytes).equals(Buffer.from(bytes))).toBe(true)
        // What comes next does not collide with what is there.
        const [next] = await copy.prisma.$queryRaw<{ seq: bigint }[]>`SELECT nextval('outbox_seq_seq') AS seq`
        expect(next?.seq).toBe(901n)
        await expect(copy.prisma.account.create({ data: orphan() })).rejects.toThrow(/[Ff]oreign key/)
        expect(await heldSince(copy.prisma)).toEqual({ restoredAt: now.toISOString(), takenAt: now.toISOString() })
        expect([await letGo(copy.prisma), await letGo(copy.prisma)]).toEqual([true, false])
      } finally {
        await copy.close()
        await drop()
      }
    })

    it.each(wrongFiles(() => file))('refuses %s with one line, and changes nothing', async (_, words, make) => {
      const { place, drop } = (await emptyPlaces[kind]?.(folder)) ?? fail()
      const wrong = join(folder, 'wrong')
      await make(wrong)
      const error = await restore(wrong, place, now).catch(thrown => thrown)
      const [line = '', ...more] = complaintLines(error, t)
      expect(more).toEqual([])
      expect(line).toMatch(words)
      if ('dataDir' in place) expect(await readdir(place.dataDir).catch(() => [])).toEqual([])
      await rm(wrong, { force: true })
      await drop()
    })

    it('writes over nothing', async () => {
      const { place, drop } = (await emptyPlaces[kind]?.(folder)) ?? fail()
      await restore(file, place, now)
      const error = await restore(file, place, now).catch(thrown => thrown)
      expect(complaintLines(error, t)).toEqual([expect.stringMatching(/đã có dữ liệu, chương trình không ghi đè/)])
      await drop()
    })
  })

  it('is refused when it does not say how it ends, or a row was changed', async () => {
    const text = gunzipSync(await readFile(file)).toString('utf8')
    const changed = join(folder, 'changed')
    await writeFile(changed, gzipSync(text.replace('Uông Bí', 'Uông Bi')))
    await expect(checkBackup(changed)).rejects.toMatchObject({ fault: 'damaged' })
    await writeFile(changed, gzipSync(text.slice(0, text.lastIndexOf('{"end"'))))
    await expect(checkBackup(changed)).rejects.toMatchObject({ fault: 'damaged' })
  })
}

function wrongFiles(file: () => string): [string, RegExp, (path: string) => Promise<void>][] {
  const changed = (change: (text: string) => string) => async (path: string) =>
    writeFile(path, gzipSync(change(gunzipSync(await readFile(file())).toString('utf8'))))
  return [
    ['a file that is not there', /Không đọc được tệp/, async () => undefined],
    ['an empty file', /bị cắt ngang hoặc bị hỏng/, path => writeFile(path, '')],
    ['a text', /không phải bản sao lưu/, path => writeFile(path, 'PGDMP')],
    ['another gzip', /bị cắt ngang hoặc bị hỏng/, path => writeFile(path, gzipSync('xin chào'))],
    [
      'a file cut in the middle',
      /bị cắt ngang hoặc bị hỏng/,
      async path => {
        await writeFile(path, await readFile(file()))
        await truncate(path, 20_000)
      },
    ],
    [
      'a changed byte',
      /bị cắt ngang hoặc bị hỏng/,
      async path => {
        const whole = await readFile(file())
        whole[Math.floor(whole.length / 2)] = (whole[Math.floor(whole.length / 2)] ?? 0) ^ 0x55
        await writeFile(path, whole)
      },
    ],
    [
      'a backup of a newer program',
      /bản chương trình mới hơn/,
      changed(text => text.replace('"version":1', '"version":2')),
    ],
  ]
}

function fail(): never {
  throw new Error('no place')
}

function orphan() {
  return { id: newId(now), channel: 'web', externalId: 'x', createdAt: now, personId: newId(now) }
}

/** What is easily lost on the way: signs that end lines, JSON null beside no value, bytes, big numbers, empty texts. */
async function fillOddly({ prisma }: Store, bytes: Uint8Array): Promise<void> {
  const text = 'Một dòng\nhai\r\nba\u2028bốn\u2029 "năm" \\n \t \\x41 😀 e\u0301'
  const account = await prisma.account.findFirstOrThrow()
  await prisma.$executeRaw`INSERT INTO file_content (sha256, bytes) VALUES ('odd', ${bytes}), ('none', ''::bytea)`
  await prisma.storedFile.create({
    data: {
      id: newId(now),
      name: text,
      state: 'STORED',
      sha256: 'odd',
      size: bytes.length,
      channel: 'web',
      createdAt: now,
    },
  })
  await prisma.$executeRaw`INSERT INTO setting (key, value) VALUES ('odd.null', 'null'), ('odd.text', ${JSON.stringify(text)}::jsonb),
    ('odd.number', '12345678901234567890.5')`
  await prisma.$executeRaw`
    INSERT INTO outbox (seq, dedupe_key, account_id, channel, kind, body, not_before, created_at)
    VALUES (900, '', ${account.id}::uuid, 'web', 'REPLY', ${JSON.stringify({ text })}::jsonb, ${now}, ${now})`
  await prisma.$executeRaw`SELECT setval('outbox_seq_seq', 900)`
  await prisma.inboundEvent.createMany({
    data: Array.from({ length: 1_203 }, (_, index) => ({ channel: 'web', eventId: `e${index}`, receivedAt: now })),
  })
}

/** All rows of all tables as the database writes them. */
async function everything({ prisma }: Store): Promise<Record<string, string[]>> {
  const tables = await tablesOf(sql => prisma.$queryRawUnsafe(sql))
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await prisma.$queryRawUnsafe<{ line: string }[]>(`SELECT t::text AS line FROM "${name}" t`)
    found[name] = rows
      .map(({ line }) => line)
      .filter(line => !line.startsWith(`(${heldKey},`))
      .sort()
  }
  expect(Object.values(found).filter(rows => rows.length > 0).length).toBeGreaterThan(15)
  return found
}
