import { afterAll, beforeAll, expect, it } from 'vitest'
import { after } from '../../src/clock.ts'
import { invite, useInvitation } from '../../src/people/invitation.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { freshEmbedded } from '../support/database.ts'

const now = new Date('2024-03-20T01:30:00Z')
const day = 24 * 3_600_000
let store: Store
beforeAll(async () => {
  store = await freshEmbedded()
  await store.prisma.unit.create({ data: { code: 'U1', name: 'Phường Một', nameFolded: 'phuong mot', kind: 'WARD' } })
})
afterAll(() => store.close())

const invited = (maxUses: number) =>
  inTransaction(store.prisma, tx =>
    invite(tx, { unitCode: 'U1', role: 'CLERK', expiresAt: after(now, day), maxUses, createdBy: null }, now),
  )
const uses = (id: string, at = now) => inTransaction(store.prisma, tx => useInvitation(tx, id, at))

it('an invitation is used as often as it says, however many come together', async () => {
  const { id } = await invited(2)
  const used = await Promise.all([1, 2, 3, 4].map(() => uses(id)))
  expect(used.filter(Boolean)).toHaveLength(2)
})

it('an invitation that has run out or was revoked is not used, though it was looked up before', async () => {
  const { id } = await invited(5)
  expect(await uses(id, after(now, day))).toBe(false)
  await store.prisma.invitation.update({ where: { id }, data: { revokedAt: now } })
  expect(await uses(id)).toBe(false)
})
