import { right } from '../../people/right.ts'

/** Who is told that a basis is about to lapse, and sees to it that the law is brought up to date. */
export const keepLaw = right('law.keep', { PNV: 'all', ADMIN: 'all' })

/** Address of the page on the desk. */
export const LAW_PATH = 'can-cu-phap-ly'
