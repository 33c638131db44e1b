import { right } from '../../people/right.ts'

/** Give out invitation codes: the office to everybody, a unit's head and focal point to their own staff (`people/giveable.ts` says to which roles). */
export const invitePeople = right('people.invite', {
  PNV: 'all',
  ADMIN: 'all',
  HEAD: 'own',
  WARD_CHAIR: 'own',
  CLERK: 'own',
})
