import type { PersonalData } from '../people/personal-data.ts'

/** Messages. The row is the ledger and stays; what was said in it goes. */
export const heldOfOutbox: PersonalData = {
  name: 'messages',
  says: {
    outbox: {
      dedupe_key: 'own',
      channel: 'impersonal',
      body: 'words',
      lease_owner: 'impersonal',
      external_id: 'own',
      way: 'impersonal',
      why: 'impersonal',
    },
  },

  holds: async (tx, personId) => ({ count: await tx.outbox.count({ where: { account: { personId } } }) }),

  erase: async (tx, { accountIds }) => {
    const where = { accountId: { in: [...accountIds] } }
    await tx.outbox.updateMany({
      where: { ...where, state: { in: ['QUEUED', 'SENDING'] } },
      data: { state: 'EXPIRED', why: 'erased', leaseOwner: null, leaseUntil: null },
    })
    await tx.outbox.updateMany({ where, data: { body: {}, externalId: null } })
  },
}
