import { held, type PersonalData } from '../../people/personal-data.ts'

/**
 * Chats and forms. Answers go, those of forms that were handed in too: the record has what counts. The row of the form stays, empty,
 * because records and chats point to it.
 */
export const heldOfForms: PersonalData = {
  name: 'drafts',
  says: {
    inbound_event: { channel: 'impersonal', event_id: 'own' },
    conversation: { prompt: 'words' },
    draft: { form: 'impersonal', key: 'impersonal', params: 'words', position: 'impersonal', pending: 'words' },
    answer: { field: 'impersonal', value: 'words', typed: 'words' },
  },

  holds: async (tx, personId) =>
    held(
      await tx.draft.findMany({
        where: { personId, state: 'OPEN' },
        select: { form: true, updatedAt: true, answers: { select: { field: true, typed: true } } },
        orderBy: { updatedAt: 'desc' },
      }),
    ),

  erase: async (tx, { personId, accountIds }) => {
    const ids = [...accountIds]
    const where = { OR: [{ personId }, { accountId: { in: ids } }] }
    await tx.answer.deleteMany({ where: { draft: where } })
    await tx.$executeRaw`
      UPDATE draft SET params = '{}', pending = NULL,
        state = CASE WHEN state = 'OPEN' THEN 'CANCELLED'::"DraftState" ELSE state END
      WHERE person_id = ${personId}::uuid OR account_id = ANY(${ids}::uuid[])`
    await tx.$executeRaw`
      UPDATE conversation SET prompt = NULL, draft_id = NULL WHERE account_id = ANY(${ids}::uuid[])`
  },
}
