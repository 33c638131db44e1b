import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personalData } from '../../../src/features/list.ts'
import type { Store } from '../../../src/store/open.ts'
import { loadTexts, locales } from '../../../src/texts.ts'
import { freshEmbedded } from '../../support/database.ts'

/** Ids are ours and mean nothing elsewhere; of the other types only these can hold words. */
const wordTypes = ['text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY']

describe('what is declared of personal data', () => {
  let store: Store
  beforeAll(async () => {
    store = await freshEmbedded()
  })
  afterAll(() => store.close())

  it('names every column of the database that can hold words, once, and no other', async () => {
    const columns = await store.prisma.$queryRaw<{ name: string; type: string; of: string }[]>`
      SELECT c.table_name || '.' || c.column_name AS name, c.data_type::text AS type, c.udt_name::text AS of
      FROM information_schema.columns c WHERE c.table_schema = current_schema() AND c.table_name <> '_prisma_migrations'`
    const holdWords = columns
      .filter(({ type, of }) => wordTypes.includes(type) && of !== '_uuid')
      .map(({ name }) => name)
    const declared = personalData.flatMap(({ says }) =>
      Object.entries(says).flatMap(([table, columns]) => Object.keys(columns).map(column => `${table}.${column}`)),
    )
    expect(declared.toSorted()).toEqual(holdWords.toSorted())
  })

  it('says whose own it is only where something erases it', () => {
    const forgotten = personalData.filter(
      ({ says, erase }) => !erase && Object.values(says).some(columns => Object.values(columns).includes('own')),
    )
    expect(forgotten.map(({ name }) => name)).toEqual([])
  })

  it.each(locales)('has a word in %s for everything that a person is told of', locale => {
    const t = loadTexts(locale)
    for (const { name } of personalData.filter(({ holds }) => holds))
      expect(t(`mydata.held.${name}`)).not.toMatch(/^mydata/)
  })
})
