import type { PersonalData } from '../../people/personal-data.ts'

/** What is kept of a unit’s sums besides what it has handed in. */
export const heldOfForecast: PersonalData = {
  name: 'forecast',
  says: {
    explanation_request: {
      unit_code: 'impersonal',
      pilot_code: 'impersonal',
      target_code: 'impersonal',
      step: 'impersonal',
      asked_on: 'impersonal',
      cancelled_why: 'impersonal',
    },
    unit_picture: { unit_code: 'impersonal', shows: 'impersonal' },
  },
}
