import { held, type PersonalData } from '../../people/personal-data.ts'

/** An award is an official record: it stays under a pseudonym when the person is erased, and what is printed says what it said. */
export const heldOfAwards: PersonalData = {
  name: 'awards',
  says: {
    award: {
      origin: 'impersonal',
      honoree_kind: 'impersonal',
      name: 'words',
      name_folded: 'words',
      search_text: 'words',
      unit_code: 'impersonal',
      unit_name: 'words',
      position: 'words',
      form: 'impersonal',
      purpose: 'impersonal',
      level: 'impersonal',
      authority: 'words',
      achievement: 'words',
      decision_number: 'impersonal',
      decided_on: 'impersonal',
      serial: 'impersonal',
      revoked_on: 'impersonal',
      revoked_why: 'words',
      handed_on: 'impersonal',
      handed_note: 'words',
    },
    office_key: { public_key: 'impersonal', sealed_key: 'impersonal' },
  },

  holds: async (tx, personId) =>
    held(
      await tx.award.findMany({
        where: { personId },
        select: { name: true, unitName: true, form: true, achievement: true, decisionNumber: true, decidedOn: true },
      }),
    ),
}
