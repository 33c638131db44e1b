import type { Feature } from '../../contract/feature.ts'
import { checkPage, revokedPage } from './check-page.tsx'
import { awardTable } from './export.ts'
import { heldOfAwards } from './held.ts'
import { recordRoom } from './record-room.tsx'
import { registerPage } from './register-page.ts'
import { changeKey, handOver, recordAward, revokeAward, seeAwards } from './rights.ts'

/** The register of awards, their certificates, and the page on which anybody checks one. */
export const awards: Feature = {
  name: 'awards',
  rights: [seeAwards, recordAward, handOver, revokeAward, changeKey],
  audits: { award: ['write', 'handOver', 'revoke'].map(action => `award.${action}`) },
  exports: { awards: awardTable },
  page: registerPage,
  rooms: [recordRoom],
  openPages: [checkPage, revokedPage],
  personalData: heldOfAwards,
}
