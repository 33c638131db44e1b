import { held, type PersonalData } from '../../people/personal-data.ts'

/** A note that something was received outside is part of what the unit owed and met: it stays. */
export const heldOfReceived: PersonalData = {
  name: 'receivedNotes',
  says: { received_note: { number: 'words', received_on: 'impersonal' } },

  holds: async (tx, personId) =>
    held(
      await tx.receivedNote.findMany({
        where: { byId: personId },
        select: { number: true, receivedOn: true, way: true, state: true, at: true },
      }),
    ),
}
