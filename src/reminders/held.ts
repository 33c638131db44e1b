import type { PersonalData } from '../people/personal-data.ts'

/** The ledger of reminders is by id only; what the person answered to one is emptied, what others wrote keeps no name. */
export const heldOfReminders: PersonalData = {
  name: 'reminders',
  says: {
    reminder: {
      step: 'impersonal',
      planned_on: 'impersonal',
      outbox_key: 'impersonal',
      way: 'impersonal',
      why: 'impersonal',
    },
    reminder_order: { value: 'impersonal', reason: 'words' },
  },

  holds: async (tx, personId) => ({
    count: await tx.reminder.count({ where: { personId } }),
    rows: await tx.reminderOrder.findMany({
      where: { byId: personId },
      select: { kind: true, value: true, reason: true, at: true },
    }),
  }),

  erase: async (tx, { personId, givenName }) => {
    await tx.reminderOrder.updateMany({ where: { byId: personId }, data: { reason: '' } })
    // Those above were told by the given name who had been reminded before them. It is too short to be looked for anywhere else.
    const told = await tx.$queryRaw<{ key: string }[]>`
      SELECT o.dedupe_key AS key FROM outbox o
      WHERE o.body::text LIKE '%' || ${givenName}::text || '%' AND o.state NOT IN ('QUEUED', 'SENDING')
        AND o.dedupe_key IN (SELECT other.outbox_key FROM reminder mine
          JOIN reminder other ON other.obligation_id = mine.obligation_id AND other.person_id <> mine.person_id
          WHERE mine.person_id = ${personId}::uuid)`
    const keys = told.map(({ key }) => key)
    await tx.$executeRaw`UPDATE outbox SET body = body - 'message' WHERE dedupe_key = ANY(${keys}::text[])`
    await tx.chatLine.deleteMany({ where: { key: { in: keys.map(key => `outbox:${key}`) } } })
  },
}
