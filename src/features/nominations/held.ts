import { held, type PersonalData } from '../../people/personal-data.ts'

/** What is kept of nominations besides their records. */
export const heldOfNominations: PersonalData = {
  name: 'nominations',
  says: {
    award_dossier: { unit_code: 'impersonal', level: 'impersonal', submission_number: 'impersonal' },
    nomination_fact: {
      ...{ kind: 'impersonal', level: 'impersonal', name: 'words', name_folded: 'words', unit_code: 'impersonal' },
      ...{ position: 'words', person_kind: 'impersonal', sketch: 'impersonal', known: 'words' },
    },
    stop_fact: {
      ...{
        kind: 'impersonal',
        agency: 'impersonal',
        given_on: 'impersonal',
        subject_kind: 'impersonal',
        name: 'words',
      },
      ...{ name_folded: 'words', unit_code: 'impersonal', detail: 'words', expires_on: 'impersonal' },
      ...{ conclusion: 'impersonal', concluded_on: 'impersonal', note: 'words' },
    },
    appraisal: {
      ...{ agency: 'impersonal', due_on: 'impersonal', opinion: 'impersonal', reason: 'words' },
      sealed: { kept: 'mã hóa, chỉ mở cùng lúc với ý kiến của các cơ quan khác' },
    },
  },

  holds: async (tx, personId) =>
    held(
      await tx.nominationFact.findMany({
        where: { personId },
        select: {
          kind: true,
          level: true,
          name: true,
          position: true,
          isLeader: true,
          isDirectWorker: true,
          isWoman: true,
        },
        orderBy: [{ recordId: 'asc' }, { version: 'asc' }],
      }),
    ),
}
