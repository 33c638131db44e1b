import { held, type PersonalData } from '../../people/personal-data.ts'

/** Which unit goes where; people stand in it by their ids alone, and what is kept to undo it goes after two days. */
export const heldOfReorganisations: PersonalData = {
  name: 'reorganisations',
  says: {
    reorganisation: {
      effective_on: 'impersonal',
      document: 'impersonal',
      content: { kept: 'which unit goes where, people by id' },
      trace: { kept: 'for two days, to undo it' },
    },
  },

  holds: async (tx, personId) =>
    held(await tx.reorganisation.findMany({ where: { byId: personId }, select: { document: true, at: true } })),
}
