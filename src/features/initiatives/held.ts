import { held, type PersonalData } from '../../people/personal-data.ts'

/** A registered initiative is an official record: it stays, its author and co-authors under a pseudonym. */
export const heldOfInitiatives: PersonalData = {
  name: 'initiatives',
  says: {
    initiative: {
      unit_code: 'impersonal',
      code: 'impersonal',
      title: 'words',
      title_folded: 'words',
      par_field: 'impersonal',
      problem: 'words',
      content: 'words',
      novelty: 'words',
      scope: 'words',
      starts_on: 'impersonal',
      expected: 'words',
      self_check: 'impersonal',
      co_authors: 'words',
    },
  },

  holds: async (tx, personId) =>
    held(
      await tx.initiative.findMany({
        where: { authorId: personId },
        select: { code: true, unitCode: true, title: true, state: true, coAuthors: true, registeredAt: true },
      }),
    ),
}
