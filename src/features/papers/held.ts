import type { PersonalData } from '../../people/personal-data.ts'

/** Papers are the office's own: who made one is told in the log, what it says of people stands in the records it was made of. */
export const heldOfPapers: PersonalData = {
  name: 'papers',
  says: {
    paper: {
      code: 'impersonal',
      unit_code: 'impersonal',
      period: 'impersonal',
      as_of: 'impersonal',
      figures: 'words',
      gaps: 'impersonal',
      number: 'impersonal',
      issued_on: 'impersonal',
      differences: 'words',
    },
    paper_template: { code: 'impersonal' },
  },
}
