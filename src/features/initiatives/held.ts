import type { PersonalData } from '../../people/personal-data.ts'

/** What is kept of an initiative besides its record. */
export const heldOfInitiatives: PersonalData = {
  name: 'initiatives',
  says: { initiative_fact: { title_folded: 'words', relation: 'impersonal' } },
}
