import { right } from '../../people/right.ts'

/** Give out invitation codes. */
export const invitePeople = right('people.invite', { PNV: 'all', ADMIN: 'all' })
