import { afterAll, beforeAll, expect, it } from 'vitest'
import { personalData } from '../../../src/features/list.ts'
import { invite } from '../../../src/people/invitation.ts'
import type { Says } from '../../../src/people/personal-data.ts'
import { fold } from '../../../src/reading/text.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { freshEmbedded } from '../../support/database.ts'
import { type Chat, erasureWorld, type World } from './erasure-world.ts'

const NAME = 'Người Thử Chín'
const own: Chat = { channel: 'web', account: 'ma-web-7001' }
const ownToo = 'ma-khac-7001'

interface Column {
  table: string
  name: string
  type: string
  of: string
  isNullable: boolean
  hasDefault: boolean
  isGenerated: boolean
}

let world: World
let planted: string[]
beforeAll(async () => {
  world = await erasureWorld(freshEmbedded)
  const { system, clock, store } = world
  const code = await inTransaction(store.prisma, tx =>
    invite(
      tx,
      {
        unitCode: 'UB-P-QT',
        role: 'CLERK',
        fullName: NAME,
        expiresAt: new Date('2100-01-01'),
        maxUses: 1,
        createdBy: null,
      },
      system.clock.now(),
    ),
  )
  await world.say(own, `/start ${code.code}`, '1', 'Công chức')
  const { id: personId } = await store.prisma.person.findFirstOrThrow({ where: { fullName: NAME } })
  // Of a second account, which is not the one in hand.
  const account = { channel: 'telegram', externalId: ownToo, displayName: NAME, personId, createdAt: clock.now() }
  const { id: accountId } = await store.prisma.account.create({ data: { id: crypto.randomUUID(), ...account } })
  // Rows lead to others that are not there: only what stands in them counts here.
  await store.prisma.$executeRaw`SET session_replication_role = replica`
  planted = await plantEverywhere(personId, accountId)
  await world.say(own, '/dulieu', '4', '1')
  await store.prisma.$executeRaw`SET session_replication_role = DEFAULT`
})
afterAll(() => world.store.close())

it('the name is planted in every column that is declared to hold people’s words or what is their own', () => {
  const declared = personalData.flatMap(({ says }) =>
    Object.entries(says).flatMap(([table, columns]) =>
      Object.entries(columns).flatMap(([column, fate]) => (isErased(fate) ? [`${table}.${column}`] : [])),
    ),
  )
  expect(declared.length).toBeGreaterThan(80)
  expect(declared.filter(one => !planted.includes(one) && !ofThePerson.test(one))).toEqual([])
})

it('nothing of that stops the erasure', async () => {
  const { prisma } = world.store
  expect(await prisma.deadLetter.findMany({ where: { why: { not: 'x' } }, select: { why: true } })).toEqual([])
  expect((await prisma.person.findFirstOrThrow()).erasedAt).not.toBeNull()
})

it('after the erasure it stands in none of them', async () => {
  const found = [...(await world.dump())].flatMap(([table, rows]) =>
    rows.filter(row => [NAME, ownToo].some(one => fold(row).includes(fold(one)))).map(row => `${table}: ${row}`),
  )
  expect(found).toEqual([])
})

/** There already. */
const ofThePerson = /^(?:person|account)\./

const isErased = (fate: Says): boolean => fate === 'own' || fate === 'words'

/** A row in every table that holds such columns, as the person's own, with the name in each. What was planted. */
async function plantEverywhere(personId: string, accountId: string): Promise<string[]> {
  const { prisma } = world.store
  const columns = await prisma.$queryRaw<Column[]>`
    SELECT table_name::text AS "table", column_name::text AS name, data_type::text AS type, udt_name::text AS of,
      is_nullable = 'YES' AS "isNullable", column_default IS NOT NULL OR is_identity = 'YES' AS "hasDefault",
      is_generated = 'ALWAYS' AS "isGenerated"
    FROM information_schema.columns WHERE table_schema = current_schema()`
  const done: string[] = []
  for (const [table, says] of personalData.flatMap(part => Object.entries(part.says))) {
    if (table === 'person' || table === 'account') continue
    const named = Object.keys(says).filter(column => isErased(says[column] ?? 'impersonal'))
    if (named.length === 0) continue
    const given = columns.filter(
      one =>
        one.table === table &&
        !one.isGenerated &&
        (named.includes(one.name) || ownerOf(one, personId, accountId) !== null || !(one.isNullable || one.hasDefault)),
    )
    const values = given.map(one => sqlOf(one, named.includes(one.name), personId, accountId))
    const names = given.map(({ name }) => `"${name}"`)
    await prisma.$executeRawUnsafe(`INSERT INTO "${table}" (${names}) VALUES (${values})`)
    done.push(...named.map(column => `${table}.${column}`))
  }
  return done
}

/** Whose row it is, where the column tells. */
function ownerOf({ name, type }: Column, personId: string, accountId: string): string | null {
  if (type !== 'uuid') return null
  if (name === 'account_id') return accountId
  return /^(person|author|by|actor|changed_by|answered_by)_id$/.test(name) ? personId : null
}

function sqlOf(column: Column, isNamed: boolean, personId: string, accountId: string): string {
  const owner = ownerOf(column, personId, accountId)
  if (owner) return `'${owner}'`
  const { type, of, name } = column
  // In keys it is the platform's id that leads to the person, between colons.
  if (isNamed && (name === 'event_id' || name === 'dedupe_key')) return `'x:${ownToo}:1'`
  if (name === 'channel') return `'telegram'`
  if (type === 'jsonb') return isNamed ? `'{"a":{"value":"Việc của ${NAME}","typed":"${NAME}"}}'` : `'{}'`
  if (type === 'text')
    return isNamed ? `'${name.endsWith('_folded') || name === 'search_text' ? fold(NAME) : NAME}'` : `'x'`
  if (type === 'ARRAY') return isNamed ? `ARRAY['${NAME}']::${of.slice(1)}[]` : `'{}'`
  if (type === 'USER-DEFINED') return `(enum_range(NULL::"${of}"))[1]`
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'boolean') return 'false'
  if (type === 'bytea') return `'\\x00'`
  if (type.startsWith('timestamp')) return 'now()'
  if (type === 'date') return 'current_date'
  return '1'
}
