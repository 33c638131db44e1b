import { heldOfWebChat } from '../../channels/web/held.ts'
import type { Feature } from '../../contract/feature.ts'
import { heldOfFigures } from '../../figures/held.ts'
import { heldOfFiles } from '../../files/held.ts'
import { heldOfOutbox } from '../../outbox/held.ts'
import { heldOfPeople } from '../../people/held.ts'
import type { PersonalData } from '../../people/personal-data.ts'
import { impersonal } from './impersonal.ts'

/**
 * Everything that is declared about personal data: by the features, then by the rooms under them. In this order they erase: files
 * after the answers that name them, people and their accounts last, because all others find their rows by these.
 */
export function personalDataIn(features: readonly Feature[]): readonly PersonalData[] {
  return [
    ...features.flatMap(feature => feature.personalData ?? []),
    heldOfFigures,
    heldOfOutbox,
    heldOfWebChat,
    heldOfFiles,
    heldOfPeople,
    impersonal,
  ]
}
