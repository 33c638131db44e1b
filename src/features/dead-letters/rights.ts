import { right } from '../../people/right.ts'

/** Have a message that could not be handled tried again, or give it up. */
export const decideLetters = right('deadletter.decide', { PNV: 'all', ADMIN: 'all' })
