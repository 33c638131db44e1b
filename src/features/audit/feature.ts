import type { Feature } from '../../contract/feature.ts'
import { auditPage } from './page.ts'

/** The log of what was done, for those who may see it. */
export const auditLog: Feature = { name: 'audit', page: auditPage }
