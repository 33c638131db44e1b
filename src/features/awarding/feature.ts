import type { Feature } from '../../contract/feature.ts'
import { heldOfAwarding } from './held.ts'

/** The decision on who is awarded. */
export const awarding: Feature = {
  name: 'awarding',
  personalData: heldOfAwarding,
}
