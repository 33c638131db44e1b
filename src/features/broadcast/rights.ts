import { right } from '../../people/right.ts'

/** Write to many at once: those who still owe something, or all of a kind. */
export const sendToMany = right('broadcast.send', { PNV: 'all' })
