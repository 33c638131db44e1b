import { right } from '../../people/right.ts'

/** Sign somebody out everywhere, take a lost second step off. */
export const manageAccounts = right('accounts.manage', { ADMIN: 'all' })
