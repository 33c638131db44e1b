import { held, type PersonalData } from '../../people/personal-data.ts'

/** The launch document is an official record of the unit: it stays, under a pseudonym. */
export const heldOfLaunch: PersonalData = {
  name: 'launchDocuments',
  says: {
    launch_document: { unit_code: 'impersonal', number: 'words', signed_on: 'impersonal', note: 'words' },
  },

  holds: async (tx, personId) =>
    held(
      await tx.launchDocument.findMany({
        where: { senderId: personId },
        select: { unitCode: true, number: true, signedOn: true, note: true, state: true, sentAt: true },
      }),
    ),
}
