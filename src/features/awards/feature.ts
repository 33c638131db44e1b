import type { Feature } from '../../contract/feature.ts'
import { certificatesRoom } from './certificates-room.tsx'
import { checkPage, revokedPage } from './check-page.tsx'
import { awardTable } from './export.ts'
import { heldOfAwards } from './held.ts'
import { keysRoom } from './keys-room.tsx'
import { recordRoom } from './record-room.tsx'
import { registerPage } from './register-page.ts'
import { changeKey, handOver, recordAward, revokeAward, seeAwards } from './rights.ts'
import { takeYearly, yearlyRoom } from './yearly-room.tsx'

/** The register of awards, their certificates, and the page on which anybody checks one. */
export const awards: Feature = {
  name: 'awards',
  rights: [seeAwards, recordAward, handOver, revokeAward, changeKey, takeYearly],
  audits: {
    'office-key': ['officeKey.change'],
    award: ['write', 'handOver', 'revoke'].map(action => `award.${action}`),
  },
  exports: { awards: awardTable },
  page: registerPage,
  rooms: [certificatesRoom, recordRoom, yearlyRoom, keysRoom],
  openPages: [checkPage, revokedPage],
  personalData: heldOfAwards,
}
