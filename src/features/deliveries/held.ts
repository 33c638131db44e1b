import type { PersonalData } from '../../people/personal-data.ts'

/** To whom papers of the office went: who sent one stands in the log. */
export const heldOfDeliveries: PersonalData = {
  name: 'deliveries',
  says: {
    delivery: {
      ...{ kind: 'impersonal', recipient: 'impersonal', way: 'impersonal', number: 'impersonal', day: 'impersonal' },
      note: 'words',
    },
  },
}
