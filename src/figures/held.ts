import type { PersonalData } from '../people/personal-data.ts'

/** What is kept of the figures and lists besides the records. */
export const heldOfFigures: PersonalData = {
  name: 'figures',
  says: {
    report_figure: { target_code: 'impersonal', as_of: 'impersonal', text: 'words' },
    listed_item: {
      text: 'words',
      received_on: 'impersonal',
      due_on: 'impersonal',
      done_on: 'impersonal',
      result: 'words',
    },
  },
}
