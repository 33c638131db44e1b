import { after } from '../clock.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import { inTransaction } from '../store/transaction.ts'
import { invite } from './invitation.ts'

const validFor = 30 * 24 * 3_600_000

/** The code with which the first administrator joins; null once anybody was invited or has joined. */
export async function firstAdminCode(prisma: PrismaClient, unitCode: string, now: Date): Promise<string | null> {
  return inTransaction(prisma, async tx => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('thidua.first-admin', 0))`
    if ((await tx.invitation.count()) > 0 || (await tx.person.count({ where: { isSample: false } })) > 0) return null
    const { code } = await invite(
      tx,
      { unitCode, role: 'ADMIN', expiresAt: after(now, validFor), maxUses: 1, createdBy: null },
      now,
    )
    return code
  })
}
