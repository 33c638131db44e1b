import { held, type PersonalData } from '../../people/personal-data.ts'

/** An explanation is an official record of the unit: it stays, who wrote it under a pseudonym. */
export const heldOfForecast: PersonalData = {
  name: 'explanations',
  says: {
    explanation_request: {
      unit_code: 'impersonal',
      pilot_code: 'impersonal',
      target_code: 'impersonal',
      step: 'impersonal',
      asked_on: 'impersonal',
      cancelled_why: 'impersonal',
      cause: 'words',
      remedy: 'words',
    },
    unit_picture: { unit_code: 'impersonal', shows: 'impersonal' },
  },

  holds: async (tx, personId) =>
    held(
      await tx.explanationRequest.findMany({
        where: { answeredById: personId },
        select: { unitCode: true, targetCode: true, cause: true, remedy: true, answeredAt: true },
      }),
    ),
}
