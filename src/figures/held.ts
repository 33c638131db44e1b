import type { PersonalData } from '../people/personal-data.ts'

/** What is kept of the figures in reports besides the reports. */
export const heldOfFigures: PersonalData = {
  name: 'figures',
  says: { report_figure: { target_code: 'impersonal', as_of: 'impersonal', text: 'words' } },
}
