import { auditOf } from '../../contract/declared.ts'
import type { Feature } from '../../contract/feature.ts'
import { isOfRecords } from '../../records/feature.ts'
import { auditPageOver } from './page.ts'
import { seeAudit, seeSecurity } from './rights.ts'
import { securityPageOver } from './security-page.ts'
import { audit, security } from './tables.ts'

/** The log of what was done by all features, for those who may see it; and the same log, of sign-ins and all that guards the accounts. */
export function logsOf(features: readonly Feature[]): readonly Feature[] {
  const declared = auditOf(features)
  const kinds = features.filter(isOfRecords).map(({ record }) => record)
  return [
    {
      name: 'audit',
      isAboveCampaigns: true,
      rights: [seeAudit],
      page: auditPageOver(declared, kinds),
      exports: { audit },
    },
    {
      name: 'security',
      isAboveCampaigns: true,
      rights: [seeSecurity],
      page: securityPageOver(declared),
      exports: { security },
    },
  ]
}
