import { held, type PersonalData } from '../../people/personal-data.ts'

/** A list that was decided on, why somebody was not awarded, and objections are official records. */
export const heldOfAwarding: PersonalData = {
  name: 'awarding',
  says: {
    award_decision: {
      level: 'impersonal',
      unit_code: 'impersonal',
      state: 'impersonal',
      public_on: 'impersonal',
      public_until: 'impersonal',
      number: 'impersonal',
      decided_on: 'impersonal',
    },
    award_choice: { reason: 'words' },
    objection: { objector: 'words', text: 'words', received_on: 'impersonal', answer: 'words' },
  },

  holds: async (tx, personId) =>
    held(
      await tx.objection.findMany({
        where: { OR: [{ byId: personId }, { answeredById: personId }] },
        select: { objector: true, text: true, answer: true, receivedOn: true },
      }),
    ),
}
