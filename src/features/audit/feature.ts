import type { Feature } from '../../contract/feature.ts'
import { auditPage } from './page.ts'
import { securityPage } from './security-page.ts'
import { audit, security } from './tables.ts'

/** The log of what was done, for those who may see it. */
export const auditLog: Feature = { name: 'audit', page: auditPage, exports: { audit } }

/** The same log, of sign-ins and all that guards the accounts. */
export const securityLog: Feature = { name: 'security', page: securityPage, exports: { security } }
