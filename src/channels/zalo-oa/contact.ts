import type { PrismaClient } from '../../store/generated/client.ts'
import type { ZaloContact } from './send.ts'

/** Looks up when the person behind an account last wrote there, and the number given for reminders. */
export function contactsIn(prisma: PrismaClient): (account: string) => Promise<ZaloContact> {
  return async account => {
    const [found] = await prisma.$queryRaw<ZaloContact[]>`
      SELECT c.last_inbound_at AS "heardAt", p.phone
      FROM account a LEFT JOIN conversation c ON c.account_id = a.id
        LEFT JOIN reminder_phone p ON p.person_id = a.person_id
      WHERE a.channel = 'zalo-oa' AND a.external_id = ${account}`
    return found ?? { heardAt: null, phone: null }
  }
}
