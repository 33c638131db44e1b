import type { Feature } from '../../contract/feature.ts'
import { heldOfDeadLetters } from './held.ts'
import { lettersThisMorning } from './morning.ts'
import { deadLettersPage } from './page.ts'
import { decideLetters } from './rights.ts'

/** Messages that could not be handled: an officer has them tried again, or gives them up. */
export const deadLetters: Feature = {
  name: 'dead-letters',
  isAboveCampaigns: true,
  rights: [decideLetters],
  audits: { 'dead-letter': ['deadLetter.retry', 'deadLetter.drop'] },
  personalData: heldOfDeadLetters,
  morning: lettersThisMorning,
  page: deadLettersPage,
}
