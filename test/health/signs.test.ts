import { expect, it } from 'vitest'
import { readSigns } from '../../src/health/signs.ts'
import { sqlStateOf } from '../../src/store/sql-state.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { freshEmbedded } from '../support/database.ts'

const now = new Date('2024-03-20T01:30:00Z')
const READ_ONLY = '25006'

it('a database that can be read and not written to is not well', async () => {
  const { prisma, close } = await freshEmbedded()
  try {
    expect(await readSigns(prisma, now)).toMatchObject({ beats: [{ name: 'health' }] })
    const reading = inTransaction(prisma, async tx => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      return readSigns(tx, now)
    })
    const error = await reading.catch((thrown: unknown) => thrown)
    expect(sqlStateOf(error)).toBe(READ_ONLY)
  } finally {
    await close()
  }
})
