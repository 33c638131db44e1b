import { auditOf } from '../../contract/declared.ts'
import type { Feature } from '../../contract/feature.ts'
import { auditPageOver } from './page.ts'
import { seeAudit } from './rights.ts'

/** The log of what was done by all features, for those who may see it. */
export function auditLogOf(features: readonly Feature[]): Feature {
  return { name: 'audit', rights: [seeAudit], page: auditPageOver(auditOf(features)) }
}
