import type { PersonalData } from '../../people/personal-data.ts'

/** The transcript of the web chat. */
export const heldOfWebChat: PersonalData = {
  name: 'transcript',
  says: { chat_line: { key: 'own', body: 'words' } },

  holds: async (tx, personId) => {
    const accounts = await tx.account.findMany({ where: { personId }, select: { id: true } })
    return { count: await tx.chatLine.count({ where: { accountId: { in: accounts.map(({ id }) => id) } } }) }
  },

  erase: async (tx, { accountIds }) => {
    await tx.chatLine.deleteMany({ where: { accountId: { in: [...accountIds] } } })
  },
}
