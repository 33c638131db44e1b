import { held, type PersonalData } from '../../people/personal-data.ts'

/** What a council did is an official record and stays; the key of a member is their own and goes with them. */
export const heldOfCouncil: PersonalData = {
  name: 'council',
  says: {
    council_member: { unit_code: 'impersonal', position: 'words', valid_from: 'impersonal', valid_to: 'impersonal' },
    council_choice: { unit_code: 'impersonal', council_code: 'impersonal' },
    sitting: { unit_code: 'impersonal', code: 'impersonal', place: 'words', rules: 'impersonal' },
    sitting_member: { position: 'words', why: 'words', remark: 'words' },
    sitting_case: {
      ...{ code: 'impersonal', nominee: 'words', unit_code: 'impersonal', opinions: 'words', settled_why: 'words' },
    },
    ballot: { opinion: 'words' },
    council_conflict: { reason: 'words' },
  },

  holds: async (tx, personId) =>
    held([
      ...(await tx.councilMember.findMany({
        where: { personId },
        select: { unitCode: true, part: true, position: true, validFrom: true, validTo: true },
      })),
      ...(await tx.sittingMember.findMany({
        where: { personId },
        select: { attendance: true, why: true, readAt: true, remark: true, sitting: { select: { code: true } } },
      })),
      ...(await tx.ballot.findMany({
        where: { personId },
        select: { castAt: true, isWritten: true, vote: true, opinion: true },
      })),
      ...(await tx.councilConflict.findMany({ where: { personId }, select: { kind: true, reason: true, at: true } })),
    ]),

  erase: async (tx, { personId }) => {
    await tx.councilKey.deleteMany({ where: { personId } })
  },
}
