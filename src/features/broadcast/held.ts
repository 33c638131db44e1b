import { held, type PersonalData } from '../../people/personal-data.ts'

/** What an officer wrote to many is an official record; to whom it went stands there by id only. */
export const heldOfBroadcasts: PersonalData = {
  name: 'broadcasts',
  says: {
    broadcast: { audience: 'impersonal', text: 'words', reason: 'words' },
    broadcast_recipient: { unit_code: 'impersonal', outbox_key: 'impersonal', why: 'impersonal' },
  },

  holds: async (tx, personId) =>
    held(await tx.broadcast.findMany({ where: { byId: personId }, select: { text: true, reason: true, at: true } })),
}
