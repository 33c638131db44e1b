import { right } from '../../people/right.ts'

/** Read the log of what was done. */
export const seeAudit = right('audit.see', { CHAIR: 'all', VICE: 'all', PNV: 'all', ADMIN: 'all' })

/** How people sign in, wrong codes, lock-outs, exports, changes of roles. */
export const seeSecurity = right('security.see', { ADMIN: 'all' })
