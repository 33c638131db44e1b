import type { Feature } from '../../contract/feature.ts'
import { heldOfDeadLetters } from './held.ts'
import { deadLettersPage } from './page.ts'

/** Messages that could not be handled: an officer has them tried again, or gives them up. */
export const deadLetters: Feature = {
  name: 'dead-letters',
  personalData: heldOfDeadLetters,
  page: deadLettersPage,
}
