import { right } from '../../people/right.ts'

/** See who is here: the office everybody, a unit its own. */
export const seePeople = right('people.see', { PNV: 'all', ADMIN: 'all', HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own' })

/** Give, end and hand over roles (`people/giveable.ts` says which). */
export const managePeople = right('people.manage', { PNV: 'all', ADMIN: 'all', HEAD: 'own', WARD_CHAIR: 'own' })

/** Say that two of the same name are one person. */
export const joinPeople = right('people.join', { PNV: 'all', ADMIN: 'all' })
