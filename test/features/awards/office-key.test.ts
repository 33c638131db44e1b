import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { check } from '../../../prisma/check-page/verify.ts'
import { codeFor } from '../../../src/features/awards/certificate/sign.ts'
import { publicKeys, rotateKey, signingKey } from '../../../src/features/awards/office-key.ts'
import { officeSecretIn } from '../../../src/office-secret.ts'
import type { Store } from '../../../src/store/open.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { freshEmbedded } from '../../support/database.ts'

let store: Store
let folder: string
beforeAll(async () => {
  store = await freshEmbedded()
  folder = await mkdtemp(join(tmpdir(), 'thidua-office-'))
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const one = { serial: '00'.repeat(8), decidedOn: '2024-12-31', decision: '1/QĐ-UBND', golden: 1 }
const certified = { ...one, authority: 'Chủ tịch UBND thành phố', name: 'Nguyễn Văn A', unit: 'Phòng Nội vụ' }
const page = 'https://thidua.example.vn/kiem-tra'
const now = new Date('2024-12-31T02:00:00Z')

it('its secret is made once beside the data, the owner’s alone', async () => {
  const secret = await officeSecretIn(folder)()
  expect(await officeSecretIn(folder)()).toBe(secret)
  const path = join(folder, 'office.key')
  expect((await readFile(path, 'utf8')).trim()).toBe(secret)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

it('signs on, is changed, and what the old one has signed stays right; the database alone signs nothing', async () => {
  const secret = await officeSecretIn(folder)()
  const first = await inTransaction(store.prisma, tx => signingKey(tx, secret, now))
  expect(await inTransaction(store.prisma, tx => signingKey(tx, secret, now))).toEqual(first)
  const old = codeFor(certified, first, page)
  const second = await inTransaction(store.prisma, tx => rotateKey(tx, secret, now))
  expect(await inTransaction(store.prisma, tx => signingKey(tx, secret, now))).toEqual(second)
  const known = (await publicKeys(store.prisma)).map(({ publicKey }) => publicKey)
  expect(known).toEqual([first.publicKey, second.publicKey])
  for (const code of [old, codeFor(certified, second, page)]) expect(check(code, known)).toMatchObject({ isTrue: true })

  const rows = JSON.stringify(await store.prisma.officeKey.findMany())
  for (const { privateKey } of [first, second]) expect(rows).not.toContain(privateKey)
  // Restored elsewhere, where the secret is another one: a key of its own, and the old ones are still known.
  const elsewhere = await inTransaction(store.prisma, tx => signingKey(tx, 'another secret', now))
  expect([first.publicKey, second.publicKey]).not.toContain(elsewhere.publicKey)
})
