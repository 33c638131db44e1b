import { forgetLetters } from '../../letters/dead-letter.ts'
import { held, type PersonalData } from '../../people/personal-data.ts'

/** Messages that could not be handled go with the person who sent them. */
export const heldOfDeadLetters: PersonalData = {
  name: 'deadLetters',
  says: {
    dead_letter: {
      code: 'impersonal',
      channel: 'impersonal',
      event_id: 'own',
      event: 'own',
      kind: 'impersonal',
      why: 'impersonal',
      reason: 'words',
    },
  },

  holds: async (tx, personId) =>
    held(
      await tx.deadLetter.findMany({
        where: { account: { personId } },
        select: { code: true, channel: true, kind: true, state: true, firstFailedAt: true, endedAt: true },
      }),
    ),

  erase: (tx, { accountIds }) => forgetLetters(tx, accountIds),
}
