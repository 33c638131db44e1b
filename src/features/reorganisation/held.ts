import { held, type PersonalData } from '../../people/personal-data.ts'

/** Which unit goes where; people stand in it by their ids alone, of a day to come not after their erasure; what is kept to undo it goes after two days. */
export const heldOfReorganisations: PersonalData = {
  name: 'reorganisations',
  says: {
    reorganisation: {
      effective_on: 'impersonal',
      document: 'impersonal',
      content: { kept: 'which unit went where, people by id' },
      trace: { kept: 'for two days, to undo it' },
    },
  },

  holds: async (tx, personId) =>
    held(await tx.reorganisation.findMany({ where: { byId: personId }, select: { document: true, at: true } })),

  // Where somebody was to go on a day to come is nobody's matter once they have gone.
  erase: async (tx, { personId }) => {
    await tx.$executeRaw`
      UPDATE reorganisation SET content = jsonb_set(content, '{choices,people}', (
        SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(content #> '{choices,people}')
        WHERE strpos(key, ${personId}) = 0))
      WHERE done_at IS NULL AND undone_at IS NULL AND strpos(content::text, ${personId}) > 0`
  },
}
