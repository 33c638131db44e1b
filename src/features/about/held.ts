import type { PersonalData } from '../../people/personal-data.ts'

/** Papers of the library are the office's; who put them there stands in the audit. */
export const heldOfLibrary: PersonalData = {
  name: 'library',
  says: { library_paper: { basis: 'impersonal', title: 'words', link: 'words' } },
}
