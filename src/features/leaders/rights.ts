import { right } from '../../people/right.ts'

/** Who sees how the whole campaign stands, at a glance (plan §3.2: CHAIR and VICE see all; the office that reports to them too). */
export const overview = right('leaders.see', { CHAIR: 'all', VICE: 'all', PNV: 'all' })

/** Address of the page on the desk. */
export const LEADERS_PATH = 'tong-quan'

/** Below it: what is overdue, unit by unit. */
export const OWED = 'con-no'

/** What has fallen due, handed in or not. */
export const DUE = 'den-han'

/** Units that are judged by money and have no figure. */
export const SILENT = 'chua-co-so-lieu'

/** Units with initiatives. */
export const REGISTER = 'sang-kien'

/** The cells of the board in one state. */
export const CELLS = 'o-chi-tieu'
